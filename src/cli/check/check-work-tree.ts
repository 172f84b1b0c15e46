import type { Outcome } from '../../adapters/git/git-trouble.ts';
import { CONFIG_PATH } from '../../config/config-problem.ts';
import { checkTrees, findCommits, findConfig } from './check-commits.ts';
import type { CheckDesk } from './check-desk.ts';
import type { CheckReport, Circumstances } from './check-report.ts';

/**
 * Checks what the work tree adds to a revision: all that was done since the histories of `base` and HEAD parted,
 * committed or not, new files included unless git ignores them.
 * @param only look at these paths only
 */
export async function checkWorkTree(
  desk: CheckDesk,
  base: string,
  circumstances: Circumstances,
  only?: readonly string[],
): Promise<Outcome<CheckReport>> {
  const commits = await findCommits(desk.repository, { base, head: 'HEAD' });
  if (!commits.ok) return commits;
  const settings = await findConfig(desk, commits.value.trees.current);
  if (!settings.ok) return settings;
  const { drafts, archive, templates } = settings.value.config.paths;
  const snapshot = await desk.repository.snapshotWorkTree([
    ...drafts,
    ...archive,
    ...templates,
    CONFIG_PATH,
    ...(only ?? []),
  ]);
  if (!snapshot.ok) return snapshot;
  const trees = { ...commits.value.trees, after: snapshot.value.tree };
  try {
    return await checkTrees({ ...desk, repository: snapshot.value }, trees, circumstances, only);
  } finally {
    await snapshot.value.close();
  }
}
