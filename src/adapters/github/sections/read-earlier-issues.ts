import type { Config } from '../../../config/schema.ts';
import type { RepositoryRef } from '../../../ports.ts';
import type { Day } from '../../../shared/brand.ts';
import type { Query } from './query.ts';
import { BLOB, blobSchema, readObjects, TREE, treeSchema } from './read-objects.ts';

/** So many issues back it is known what was listed, and how each triager writes. */
const EARLIER = 6;

/** Texts of the issues before a day, newest first, in two requests. They are found by the day that their names start with. */
export async function readEarlierIssues(
  query: Query,
  repository: Pick<RepositoryRef, 'owner' | 'repository'>,
  { config, issue }: { readonly config: Config; readonly issue: Day },
): Promise<readonly string[]> {
  const { archive, drafts } = config.paths;
  const folders = [...archive, ...drafts];
  const expressions = folders.map((folder) => `HEAD:${folder}`);
  const { objects: trees } = await readObjects(query, repository, { expressions, fields: TREE });
  const dated = folders.flatMap((folder, index) =>
    (treeSchema.parse(trees[index])?.entries ?? []).flatMap((entry) => {
      const [day] = /^\d{4}-\d{2}-\d{2}/.exec(entry.name) ?? [];
      return day !== undefined && day < issue ? [{ day, path: `${folder}/${entry.name}` }] : [];
    }),
  );
  const newest = dated.toSorted((one, other) => (one.day < other.day ? 1 : -1)).slice(0, EARLIER);
  if (newest.length === 0) return [];
  const files = newest.map(({ path }) => `HEAD:${path}`);
  const { objects: blobs } = await readObjects(query, repository, { expressions: files, fields: BLOB });
  return blobs.flatMap((blob) => blobSchema.parse(blob)?.text ?? []);
}
