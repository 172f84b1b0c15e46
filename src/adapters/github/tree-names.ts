import { z } from 'zod';
import { type RepositoryPath, toRepositoryPath } from '../../shared/brand.ts';

/** Of an object of git, what `readNames` reads. */
export const NAMES = '... on Tree { entries { name } }';

const treeSchema = z.object({ entries: z.array(z.object({ name: z.string() })).nullish() }).nullish();

/** The files in a folder; none where there is no such folder. Throws for what GitHub never answers. */
export function readNames(tree: unknown, folder: string): readonly RepositoryPath[] {
  return (treeSchema.parse(tree)?.entries ?? []).map(({ name }) => toRepositoryPath(`${folder}/${name}`));
}
