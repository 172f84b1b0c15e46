import { judge } from '../../src/cli/check/judge.ts';
import type { CheckReport } from '../../src/cli/check/check-report.ts';
import { indexIssues } from '../../src/archive/index-issues.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { readDrafts } from '../../src/newsletter/read-drafts.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { toDay, toRepositoryPath } from '../../src/shared/brand.ts';
import { changedDraft } from '../../test/support/changed-draft.ts';
import { readAspects } from './read-aspects.ts';
import type { Case } from './select-cases.ts';

/**
 * Reviews one line as if its author had added it, and nothing else, to an issue. Of about every tenth case the recorded
 * first push shows the line as an editor had already mended it, with the pushed one before it or nowhere: the pushed
 * line goes into its section of the recorded text, the mended one out.
 */
export function reviewLine(one: Case, file: string, text: string): CheckReport | undefined {
  const path = toRepositoryPath(file);
  const url = readAspects(one.pushed)?.url ?? one.pushed;
  const lines = text.split('\n').filter((line) => !line.includes(url) && line.replace(/\r$/, '') !== one.published);
  const base = lines.join('\n');
  const openDrafts = readDrafts([{ path, text: base }], defaultConfig);
  const below = openDrafts[0]?.insertionLines[one.pushedSection ?? ''];
  const date = toDay(one.pull.opened_at);
  if (below === undefined || date === undefined) return undefined;
  const head = lines.toSpliced(below, 0, one.pushed).join('\n');
  const read = readSubmission([changedDraft(path, base, head)], defaultConfig);
  return judge({ ...read, openDrafts, archive: indexIssues([]) }, defaultConfig, {
    author: one.pull.author,
    permission: 'read',
    date,
  });
}
