import { CONFIG_PATH } from '../../config/config-problem.ts';
import { SEVERITIES } from '../../findings/finding.ts';
import type { Need } from '../../rules/define-rule.ts';
import { countOf } from '../../wording/count-of.ts';
import { toTerminalText } from '../terminal-text.ts';
import type { CheckReport } from './check-report.ts';

/** One line: how many findings in what. */
export function renderTotals(report: CheckReport): string {
  const { files } = report.submission;
  if (isUntouched(report))
    return report.hasConfiguration === true ? renderConfiguration(report) : renderNothing(report);
  const changes = files.flatMap((file) => file.changes);
  const kinds = (['added', 'changed', 'moved', 'removed'] as const)
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`);
  const items = kinds.length === 0 ? 'no item added or changed' : `items: ${kinds.join(', ')}`;
  return `${renderFindings(report)} (${items}).`;
}

/** A newsletter that keeps its drafts elsewhere must not take silence for praise. */
function renderNothing({ missingDrafts }: CheckReport): string {
  const nothing = 'No newsletter file is touched: nothing to check.';
  if (missingDrafts === undefined) return nothing;
  const places = missingDrafts.map(toTerminalText).join(', ');
  return `${nothing}\nThe base has no drafts where they are looked for (${places}): if it has them elsewhere, say so by \`paths\` in ${CONFIG_PATH}.`;
}

function renderConfiguration(report: CheckReport): string {
  return report.findings.length === 0 ? 'The configuration is valid.' : `${renderFindings(report)} (configuration).`;
}

function isUntouched({ submission, unreadable }: CheckReport): boolean {
  return submission.files.length === 0 && unreadable.length === 0;
}

function renderFindings({ findings }: CheckReport): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [countOf(count, severity)];
  });
  return parts.length === 0 ? 'All clear' : parts.join(', ');
}

const REMEDIES: Readonly<Record<Need, string>> = {
  permission: 'what the author may do is not known here; say it with --permission',
  'other-pulls': 'what other pull requests add is known on GitHub only',
  archive: 'published issues are not looked at here; compare with a branch by --base',
  pages: 'some links could not be verified',
  drafts: 'which drafts are open is not known here; compare with a branch by --base',
};

/** One line for each thing that was not known, with the rules that stayed silent; none where there was nothing to check. */
export function renderNotChecked(report: CheckReport): readonly string[] {
  if (isUntouched(report)) return [];
  const { notChecked } = report;
  const needs = [...new Set(notChecked.map(({ need }) => need))];
  return needs.map((need) => {
    const rules = notChecked.filter((entry) => entry.need === need).map(({ rule }) => rule);
    return `Not checked in full: ${rules.join(', ')} (${REMEDIES[need]}).`;
  });
}
