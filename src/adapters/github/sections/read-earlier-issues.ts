import { z } from 'zod';
import type { Config } from '../../../config/schema.ts';
import type { RepositoryRef } from '../../../ports.ts';
import type { Day } from '../../../shared/brand.ts';
import type { Query } from './query.ts';

/** So many issues back it is known what was listed, and how each triager writes. */
const EARLIER = 6;

const treeSchema = z.object({ entries: z.array(z.object({ name: z.string() })).nullish() }).nullish();
const blobSchema = z.object({ text: z.string().nullish() }).nullish();

/** Texts of the issues before a day, newest first, in two requests. They are found by the day that their names start with. */
export async function readEarlierIssues(
  query: Query,
  { owner, repository: name }: Pick<RepositoryRef, 'owner' | 'repository'>,
  { config, issue }: { readonly config: Config; readonly issue: Day },
): Promise<readonly string[]> {
  const { archive, drafts } = config.paths;
  const folders = [...archive, ...drafts];
  const trees = await readAliases(
    query,
    { owner, name },
    folders.map((folder) => `HEAD:${folder}`),
    TREE,
  );
  const dated = folders.flatMap((folder, index) =>
    (treeSchema.parse(trees[`a${index}`])?.entries ?? []).flatMap((entry) => {
      const [day] = /^\d{4}-\d{2}-\d{2}/.exec(entry.name) ?? [];
      return day !== undefined && day < issue ? [{ day, path: `${folder}/${entry.name}` }] : [];
    }),
  );
  const newest = dated.toSorted((one, other) => (one.day < other.day ? 1 : -1)).slice(0, EARLIER);
  if (newest.length === 0) return [];
  const blobs = await readAliases(
    query,
    { owner, name },
    newest.map(({ path }) => `HEAD:${path}`),
    BLOB,
  );
  return newest.flatMap((_, index) => blobSchema.parse(blobs[`a${index}`])?.text ?? []);
}

const TREE = '... on Tree { entries { name } }';
const BLOB = '... on Blob { text }';

/** Objects by expression, aliased `a0`, `a1` … */
async function readAliases(
  query: Query,
  variables: { readonly owner: string; readonly name: string },
  expressions: readonly string[],
  fields: string,
): Promise<Readonly<Record<string, unknown>>> {
  const declared = expressions.map((_, index) => `, $e${index}: String!`).join('');
  const asked = expressions.map((_, index) => `a${index}: object(expression: $e${index}) { ${fields} }`).join(' ');
  const document = `query ReadEarlierIssues($owner: String!, $name: String!${declared}) { repository(owner: $owner, name: $name) { ${asked} } }`;
  const named = Object.fromEntries(expressions.map((expression, index) => [`e${index}`, expression]));
  const reply = await query(document, { ...variables, ...named });
  return z.object({ repository: z.record(z.string(), z.unknown()).nullable() }).parse(reply).repository ?? {};
}
