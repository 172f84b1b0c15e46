import type { RepositoryPath } from '../shared/brand.ts';
import type { PublishedIssue } from './archived-link.ts';

/** A published issue in a tree, without its text. */
export interface IssueBlob {
  readonly path: RepositoryPath;
  /** git's id of its content. */
  readonly id: string;
}

/** Issues that were read already, by what they were read from: a path and a content are read once. */
export type KnownIssues = ReadonlyMap<string, PublishedIssue>;

/** What of a tree is still to be read. */
export function listUnread(known: KnownIssues, blobs: readonly IssueBlob[]): readonly IssueBlob[] {
  return blobs.filter((blob) => !known.has(toKey(blob)));
}

/** What is known of a tree once these were read as well; what the tree no longer has is forgotten. */
export function renewIssues(
  known: KnownIssues,
  blobs: readonly IssueBlob[],
  read: readonly PublishedIssue[],
): KnownIssues {
  const byPath = new Map(read.map((issue) => [issue.path, issue]));
  return new Map(
    blobs.flatMap((blob) => {
      const issue = known.get(toKey(blob)) ?? byPath.get(blob.path);
      return issue === undefined ? [] : [[toKey(blob), issue] as const];
    }),
  );
}

function toKey({ path, id }: IssueBlob): string {
  return `${id} ${path}`;
}
