import { checkTrees } from '../../src/cli/check/check-commits.ts';
import type { CheckDesk } from '../../src/cli/check/check-desk.ts';
import type { CheckReport } from '../../src/cli/check/check-report.ts';
import { toDay } from '../../src/shared/brand.ts';
import type { Pull } from './read-pulls.ts';

/** Reviews the author's first push, as it would have been on the day; rejects where git or the engine fails. */
export async function reviewPull(desk: CheckDesk, pull: Pull): Promise<CheckReport> {
  const before = await readTree(desk, pull.base);
  const after = await readTree(desk, pull.first);
  const date = toDay(pull.opened_at);
  if (date === undefined) throw new Error(`pull request ${pull.pr} has no date`);
  const permission = pull.editor ? 'write' : 'read';
  const report = await checkTrees(desk, { before, after, current: before }, { author: pull.author, permission, date });
  if (!report.ok) throw new Error(JSON.stringify(report.trouble));
  return report.value;
}

async function readTree({ repository }: CheckDesk, revision: string): Promise<string> {
  const commit = await repository.resolveCommit(revision);
  const object = commit.ok ? await repository.readCommit(commit.value) : commit;
  if (!object.ok) throw new Error(JSON.stringify(object.trouble));
  return object.value.tree;
}
