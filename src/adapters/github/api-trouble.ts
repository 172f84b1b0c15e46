import type { Trouble } from '../../ports.ts';

/** Carries an expected failure from where it was met to the edge of the adapter, where it becomes a value. */
export class ApiTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause?: unknown) {
    super(`GitHub: ${trouble.kind}`, { cause });
    this.name = 'ApiTrouble';
    this.trouble = trouble;
  }
}
