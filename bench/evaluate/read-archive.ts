import { getGitEnvironment } from '../../src/adapters/git/git-environment.ts';
import type { Repository } from '../../src/adapters/git/open-repository.ts';
import { runGit } from '../../src/adapters/git/run-git.ts';
import { getFileRole } from '../../src/config/file-role.ts';
import type { Config } from '../../src/config/schema.ts';
import { parseHeader } from '../../src/newsletter/parse-header.ts';
import { splitLines } from '../../src/newsletter/text-lines.ts';
import { type Day, type RepositoryPath, toRepositoryPath } from '../../src/shared/brand.ts';
import { compareText } from '../../src/shared/compare-text.ts';
import { requireValue } from './with-history.ts';

/** A published issue as a text. */
export interface Edition {
  readonly path: RepositoryPath;
  /** The day it is dated. */
  readonly day: Day;
  readonly text: string;
}

/**
 * Reads the published issues that a revision holds, oldest first; those without a date are left out.
 * @param count the latest so many
 */
export async function readArchive(
  repository: Repository,
  config: Config,
  revision: string,
  count: number,
): Promise<readonly Edition[]> {
  const commit = requireValue(await repository.resolveCommit(revision));
  const { tree } = requireValue(await repository.readCommit(commit));
  const editions: Edition[] = [];
  for (const folder of config.paths.archive) {
    for (const { name, id } of requireValue(await repository.listFolder(tree, folder))) {
      const path = toRepositoryPath(`${folder}/${name}`);
      const blob = requireValue(await repository.readBlob(id));
      if (getFileRole(config, path) !== 'archive' || blob.kind !== 'text') continue;
      const { date: day } = parseHeader(path, splitLines(blob.text));
      if (day !== undefined) editions.push({ path, day, text: blob.text });
    }
  }
  return editions
    .sort((one, other) => compareText(one.day, other.day) || compareText(one.path, other.path))
    .slice(-count);
}

/** The last commit of `main` made on a day or before it, by UTC; rejects where there is none. */
export async function findSnapshot(repository: Repository, day: Day): Promise<string> {
  const args = ['rev-list', '--max-count=1', `--before=${day}T23:59:59Z`, 'main'];
  const environment = getGitEnvironment(process.env);
  const found = requireValue(await runGit({ folder: repository.folder, environment, args }));
  const commit = found.toString().trim();
  if (commit === '') throw new Error(`no commit on main by ${day}`);
  return commit;
}
