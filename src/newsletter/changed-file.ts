import type { RepositoryPath } from '../shared/brand.ts';
import type { FileRole, Submission } from './submission.ts';
import type { Unreadable } from './unreadable.ts';

/** One newsletter file of a pull request, as texts. */
export interface ChangedFile {
  readonly path: RepositoryPath;
  readonly previousPath: RepositoryPath | undefined;
  readonly role: FileRole;
  readonly previousRole: FileRole | undefined;
  readonly base: string | undefined;
  readonly head: string | undefined;
  /** As GitHub gives it; undefined where GitHub leaves it out (large, binary, renamed without change). */
  readonly patch: string | undefined;
}

/** A draft that is not parsed yet. */
export interface DraftText {
  readonly path: RepositoryPath;
  readonly text: string;
}

/** What parsing and comparing gives; a changed file is in one of the two. */
export interface ReadSubmission {
  readonly submission: Submission;
  readonly unreadable: readonly Unreadable[];
}
