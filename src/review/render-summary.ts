import type { Finding, Severity } from '../findings/finding.ts';
import { joinWithin, MAX_BODY } from '../wording/limits.ts';
import { redirectLinks } from '../wording/redirect-links.ts';
import { countInWords, renderPlacedFinding, SEVERITIES } from './render-finding.ts';

export interface SummaryContent {
  /** All findings of this head. */
  readonly findings: readonly Finding[];
  /** Those that no comment on a line shows. */
  readonly unshown: readonly Finding[];
  /** The operator's words to a first contribution. */
  readonly welcome: string | undefined;
  /** From `renderClosing`. */
  readonly closing: string;
  readonly rulePages: string;
}

/** More than this is not read in a conversation; the check run has the full report. */
const MAX_LISTED = 30;

const NEXT: Readonly<Record<Severity, string>> = {
  error: 'Correct the errors and push, or accept the suggestions.',
  warning: 'Nothing is broken, but editors nearly always change or refuse what a warning names.',
  hint: 'Nothing has to change: confirm or ignore the hints as you see fit.',
};

/** The summary comment: what was found, what no comment on a line shows, what happens next. */
export function renderSummary(content: SummaryContent): string {
  const { findings, closing } = content;
  if (findings.length === 0) return `**All clear.** Nothing is left to correct: thank you! ${closing}`;
  const gravest = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'hint';
  const next = `**Next:** ${NEXT[gravest]} Copydesk reads every push and keeps this comment up to date. ${closing}`;
  const thanks = content.welcome === undefined ? 'Thank you for the submission!' : redirectLinks(content.welcome);
  return [
    `${thanks} Copydesk found **${countInWords(findings)}**. ${renderWhere(content)}`.trim(),
    ...renderList(content),
    next,
  ].join('\n\n');
}

function renderWhere({ findings, unshown }: SummaryContent): string {
  const shown = findings.length - unshown.length;
  if (shown === 0) return '';
  const where = 'explained on the lines under *Files changed*';
  if (unshown.length > 0) return shown === 1 ? `One is ${where}; the rest:` : `${shown} are ${where}; the rest:`;
  return shown === 1 ? `It is ${where}.` : `They are ${where}.`;
}

function renderList({ unshown, rulePages }: SummaryContent): readonly string[] {
  if (unshown.length === 0) return [];
  const listed = unshown.slice(0, MAX_LISTED).map((finding) => renderPlacedFinding(finding, rulePages));
  const hidden = unshown.length - listed.length;
  const tellRest = (left: number): string => `- … and ${left + hidden} more in the report of the *Copydesk* check.`;
  const list = joinWithin(listed, MAX_BODY / 2, tellRest);
  return [hidden > 0 && list.split('\n').length === listed.length ? `${list}\n${tellRest(0)}` : list];
}
