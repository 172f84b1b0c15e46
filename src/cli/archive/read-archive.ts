import { type Outcome, succeed } from '../../adapters/git/git-trouble.ts';
import type { Repository } from '../../adapters/git/open-repository.ts';
import { type Archive, indexIssues } from '../../archive/index-issues.ts';
import type { IssueBlob } from '../../archive/known-issues.ts';
import { getFileRole } from '../../config/file-role.ts';
import type { Config } from '../../config/schema.ts';
import type { Parser } from '../../ports.ts';
import { toRepositoryPath } from '../../shared/brand.ts';
import { readTexts } from '../read-texts.ts';

/** What reading an archive takes. */
export interface ArchiveTools {
  readonly repository: Repository;
  readonly parser: Parser;
}

/** Reads the archive of one tree, of its issues only those whose text is wanted. */
export async function readArchive(
  tools: ArchiveTools,
  config: Config,
  tree: string,
  isWanted: (text: string) => boolean,
): Promise<Outcome<Archive>> {
  const blobs = await listArchive(tools.repository, config, tree);
  if (!blobs.ok) return blobs;
  const texts = await readTexts(tools.repository, blobs.value);
  if (!texts.ok) return texts;
  const wanted = texts.value.filter(({ text }) => isWanted(text));
  return succeed(indexIssues(await tools.parser.readPublishedIssues(wanted, config)));
}

/** The published issues that a tree holds, without their texts. */
export async function listArchive(
  repository: Repository,
  config: Config,
  tree: string,
): Promise<Outcome<readonly IssueBlob[]>> {
  const blobs: IssueBlob[] = [];
  for (const folder of config.paths.archive) {
    const entries = await repository.listFolder(tree, folder);
    if (!entries.ok) return entries;
    const files = entries.value.map(({ name, id }) => ({ path: toRepositoryPath(`${folder}/${name}`), id }));
    blobs.push(...files.filter(({ path }) => getFileRole(config, path) === 'archive'));
  }
  return succeed(blobs);
}
