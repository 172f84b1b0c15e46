import type { Finding } from '../findings/finding.ts';
import { getTouchedLines, type Suggestion } from '../findings/suggestion.ts';
import { toInertSpan } from '../wording/inert-text.ts';
import { joinWithin, MAX_BODY } from '../wording/limits.ts';
import { redirectLinks } from '../wording/redirect-links.ts';
import { countInWords, renderPlacedFinding } from './render-finding.ts';
import { renderPageProgress } from './render-page-progress.ts';
import type { PageProgress } from './review-input.ts';

export interface SummaryContent {
  /** All findings of this head. */
  readonly findings: readonly Finding[];
  /** Whether there are more, which somebody ignores. */
  readonly hasIgnored: boolean;
  /** Those that no comment on a line shows. */
  readonly unshown: readonly UnshownFinding[];
  /** The operator's words to a first contribution. */
  readonly welcome: string | undefined;
  /** From `renderClosing`. */
  readonly closing: string;
  readonly rulePages: string;
  readonly pages?: PageProgress | undefined;
}

/** A finding that stands in the summary, with the remedy that no suggestion offers. */
export interface UnshownFinding {
  readonly finding: Finding;
  readonly correction: Suggestion | undefined;
}

/** A corrected line that is longer is not shown, since a cut one would be wrong. */
const MAX_CORRECTION = 500;

/** More than this is not read in a conversation; the check run has the full report. */
const MAX_LISTED = 30;

/** The summary comment: what was found, what no comment on a line shows, what happens next. */
export function renderSummary(content: SummaryContent): string {
  const { findings, closing, welcome } = content;
  if (findings.length === 0) {
    const rest = content.hasIgnored ? 'What is left is ignored, and listed in the check' : 'Nothing is left to correct';
    return `**All clear.** ${rest}: thank you! ${closing}`;
  }
  const thanks = welcome === undefined ? 'Thank you for the submission!' : redirectLinks(welcome);
  const found = `Copydesk found **${countInWords(findings)}**${renderWhere(content)}`;
  const next = `**Next:** ${renderNext(content)} Copydesk reads every push and keeps this comment up to date. ${closing}`;
  const progress = renderPageProgress(content.pages).join(' ');
  const parts = [`${thanks} ${found}`, ...renderList(content), progress, next];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Goes on after the count; ends with a colon where a list follows. */
function renderWhere({ findings, unshown }: SummaryContent): string {
  const shown = findings.length - unshown.length;
  if (shown === 0) return ':';
  const where = `explained on ${shown === 1 ? 'its line' : 'their lines'} under *Files changed*`;
  if (unshown.length > 0) return `. ${shown === 1 ? 'One is' : `${shown} are`} ${where}; the rest:`;
  return `. ${shown === 1 ? 'It is' : 'They are'} ${where}.`;
}

function renderNext({ findings, unshown }: SummaryContent): string {
  const due = findings.filter(({ severity }) => severity !== 'hint');
  if (due.length === 0) return 'Nothing has to change: hints are for you to judge.';
  const fixable = due.filter(
    (finding) => finding.edits.length > 0 && !unshown.some((other) => other.finding === finding),
  );
  const remedy = renderRemedy(due.length, fixable);
  const isOptional = due.every(({ severity }) => severity === 'warning');
  return isOptional ? `${remedy} Editors nearly always change or refuse what a warning names.` : remedy;
}

/** `fixable` of what is due have a suggestion on their line. */
function renderRemedy(due: number, fixable: readonly Finding[]): string {
  const changes = due === 1 ? 'the change' : 'the changes';
  if (fixable.length === 0) return `Make ${changes} and push.`;
  // Findings of one line share a suggestion.
  const suggestions = new Set(fixable.map((finding) => `${getTouchedLines(finding).startLine} ${finding.path}`)).size;
  const commit = `Commit the ${suggestions === 1 ? 'suggestion' : 'suggestions'}`;
  return fixable.length === due
    ? `${commit}, or make ${changes} yourself and push.`
    : `${commit}, change the rest yourself and push.`;
}

function renderList({ unshown, rulePages }: SummaryContent): readonly string[] {
  if (unshown.length === 0) return [];
  const listed = unshown
    .slice(0, MAX_LISTED)
    .map(({ finding, correction }) => renderPlacedFinding(finding, rulePages) + renderCorrection(correction));
  const tellRest = (left: number): string => `- … and ${left} more in the report of the *Copydesk* check.`;
  const hidden = unshown.length - listed.length;
  // A list that is cut says itself how much is left.
  const list = joinWithin(listed, MAX_BODY / 2, (left) => tellRest(left + hidden));
  const isWhole = list === listed.join('\n');
  return [isWhole && hidden > 0 ? `${list}\n${tellRest(hidden)}` : list];
}

function renderCorrection(correction: Suggestion | undefined): string {
  const [line, ...more] = correction?.lines ?? [];
  if (line === undefined || more.length > 0 || line.length > MAX_CORRECTION) return '';
  return `\n  Corrected: ${toInertSpan(line, MAX_CORRECTION)}`;
}
