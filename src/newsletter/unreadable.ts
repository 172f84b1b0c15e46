import type { RepositoryPath } from '../shared/brand.ts';

/** Why a file from outside was not parsed; a fact that becomes a finding, never an exception. */
export interface Unreadable {
  readonly path: RepositoryPath;
  readonly reason:
    | 'too-large'
    | 'too-many-files'
    | 'line-too-long'
    | 'too-deep'
    | 'too-many-marks'
    | 'deadline'
    | 'binary'
    | 'line-ends';
  /** The offending line, 1 where the whole file is meant. */
  readonly line: number;
}
