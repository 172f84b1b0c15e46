import type { Config } from '../../../config/schema.ts';
import type { RepositoryRef } from '../../../ports.ts';
import type { Day } from '../../../shared/brand.ts';
import { listDatedFiles } from './list-dated-files.ts';
import type { Query } from './query.ts';
import { BLOB, blobSchema, readObjects } from './read-objects.ts';

/** So many issues back it is known what was listed, and how each triager writes. */
export const EARLIER_ISSUES = 6;

/** Texts of the issues before a day, newest first, in two requests. They are found by the day that their names start with. */
export async function readEarlierIssues(
  query: Query,
  repository: Pick<RepositoryRef, 'owner' | 'repository'>,
  { config, issue }: { readonly config: Config; readonly issue: Day },
): Promise<readonly string[]> {
  const { archive, drafts } = config.paths;
  const dated = await listDatedFiles(query, repository, [...archive, ...drafts]);
  const newest = dated.issues.filter((file) => file.issue < issue).slice(0, EARLIER_ISSUES);
  if (newest.length === 0) return [];
  const files = newest.map(({ path }) => `HEAD:${path}`);
  const { objects: blobs } = await readObjects(query, repository, { expressions: files, fields: BLOB });
  return blobs.flatMap((blob) => blobSchema.parse(blob)?.text ?? []);
}
