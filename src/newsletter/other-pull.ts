import type { RepositoryPath } from '../shared/brand.ts';

/** What another pull request adds to the newsletter. */
export interface OtherPull {
  readonly number: number;
  readonly author: string;
  readonly state: 'open' | 'merged';
  readonly items: readonly SubmittedLink[];
}

/** A link that a pull request adds, and where. */
export interface SubmittedLink {
  readonly path: RepositoryPath;
  /** Section name of the outline, or the heading as written. */
  readonly section: string;
  /** As written. */
  readonly url: string;
}
