import { type Outcome, succeed } from '../../adapters/git/git-trouble.ts';
import type { Repository } from '../../adapters/git/open-repository.ts';
import { getFileRole } from '../../config/file-role.ts';
import type { Config } from '../../config/schema.ts';
import { toRepositoryPath } from '../../shared/brand.ts';
import type { FileBlob } from '../read-texts.ts';

/** The drafts in a tree; undefined where it has none of the folders for drafts, so that nobody can tell. */
export async function listDrafts(
  repository: Repository,
  config: Config,
  tree: string,
): Promise<Outcome<readonly FileBlob[] | undefined>> {
  const drafts: FileBlob[] = [];
  let hasFolder = false;
  for (const folder of config.paths.drafts) {
    const entries = await repository.listFolder(tree, folder);
    if (!entries.ok) return entries;
    const single = entries.value.length === 0 ? await findFile(repository, tree, folder) : succeed(undefined);
    if (!single.ok) return single;
    hasFolder ||= entries.value.length > 0 || single.value !== undefined;
    if (single.value !== undefined) drafts.push(single.value);
    const blobs = entries.value.map(({ name, id }) => ({ path: toRepositoryPath(`${folder}/${name}`), id }));
    drafts.push(...blobs.filter(({ path }) => getFileRole(config, path) === 'draft'));
  }
  return succeed(hasFolder ? drafts : undefined);
}

/** A file that is configured to be a draft by its own path. */
async function findFile(repository: Repository, tree: string, path: string): Promise<Outcome<FileBlob | undefined>> {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const entries = await repository.listFolder(tree, folder);
  if (!entries.ok) return entries;
  const entry = entries.value.find(({ name }) => name === path.slice(path.lastIndexOf('/') + 1));
  return succeed(entry && { path: toRepositoryPath(path), id: entry.id });
}
