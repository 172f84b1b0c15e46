import type { SectionFactsRequest } from '../../../ports/section-facts.ts';
import { sortByDay } from './list-dated-files.ts';
import type { Query } from './query.ts';
import { BLOB, blobSchema, readObjects } from './read-objects.ts';

/** So many issues back it is known what was listed, and how each triager writes. */
export const EARLIER_ISSUES = 6;

/** Texts of the issues before a day, newest first, in one request. They are known by the day that their names start with. */
export async function readEarlierIssues(
  query: Query,
  { repository, issue, published = [] }: Pick<SectionFactsRequest, 'repository' | 'issue' | 'published'>,
): Promise<readonly string[]> {
  const newest = sortByDay(published)
    .filter((file) => file.issue < issue)
    .slice(0, EARLIER_ISSUES);
  if (newest.length === 0) return [];
  const files = newest.map(({ path }) => `HEAD:${path}`);
  const { objects: blobs } = await readObjects(query, repository, { expressions: files, fields: BLOB });
  return blobs.flatMap((blob) => blobSchema.parse(blob)?.text ?? []);
}
