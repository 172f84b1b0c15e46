import { z } from 'zod';

/** Of an object of git, what `readNames` reads. */
export const NAMES = '... on Tree { entries { name } }';

const treeSchema = z.object({ entries: z.array(z.object({ name: z.string() })).nullish() }).nullish();

/** The names in a folder; none where there is no such folder. Throws for what GitHub never answers. */
export function readNames(tree: unknown): readonly string[] {
  return (treeSchema.parse(tree)?.entries ?? []).map(({ name }) => name);
}
