import type { IssueBlob } from '../../archive/known-issues.ts';
import { getFileRole } from '../../config/file-role.ts';
import type { Config } from '../../config/schema.ts';
import type { ArchiveFolder, RepositoryRef } from '../../ports.ts';
import { toRepositoryPath } from '../../shared/brand.ts';
import type { InstallationClient } from './installation-client.ts';
import { foldersReplySchema, renderFoldersQuery, toVariables } from './pull-request-query.ts';

/** Which published issues lie in folders, by the folders' ids, in one request; by the configuration some files are none. */
export async function listPublishedIssues(
  client: InstallationClient,
  { owner, repository }: RepositoryRef,
  { folders, config }: { readonly folders: readonly ArchiveFolder[]; readonly config: Config },
): Promise<readonly IssueBlob[]> {
  if (folders.length === 0) return [];
  const ids = folders.map(({ id }) => id);
  const variables = { owner, name: repository, ...toVariables('folder', ids) };
  const reply = foldersReplySchema.parse(await client.query(renderFoldersQuery(ids.length), variables));
  return folders.flatMap(({ path: folder }, index) =>
    (reply.repository?.[`folder${index}`]?.entries ?? [])
      .map(({ name, oid }) => ({ path: toRepositoryPath(`${folder}/${name}`), id: oid }))
      .filter(({ path }) => getFileRole(config, path) === 'archive'),
  );
}
