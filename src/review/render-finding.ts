import { fillMessage } from '../findings/fill-message.ts';
import { type Finding, SEVERITIES, type Severity } from '../findings/finding.ts';
import { countOf } from '../wording/count-of.ts';
import { redirectLinks } from '../wording/redirect-links.ts';
import { getRuleUrl } from '../wording/rule-url.ts';
import { toInertPlain, toInertSpan, toLiteralMarkdown } from '../wording/inert-text.ts';

const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', hint: 'Hint' };

/** One line of Markdown: severity, message, link to the rule's page. */
export function renderFinding(finding: Finding, rulePages: string): string {
  const message = fillMessage(finding, toInertSpan, (words) => redirectLinks(toLiteralMarkdown(words)));
  return `**${NAMES[finding.severity]}:** ${message} ([${finding.rule}](${getRuleUrl(finding.rule, rulePages)}))`;
}

/** The same for a list of findings of several places: file and line come first. */
export function renderPlacedFinding(finding: Finding, rulePages: string): string {
  return `- ${toInertSpan(finding.path)} line ${finding.place.startLine}: ${renderFinding(finding, rulePages)}`;
}

/** The message as one line of plain text. */
export function renderPlainMessage(finding: Finding): string {
  return fillMessage(
    finding,
    (quote) => `“${toInertPlain(quote)}”`,
    (words) => words.replaceAll('`', ''),
  );
}

/** `2 errors, 1 warning and 1 hint`; '' for no findings. */
export function countInWords(findings: readonly Finding[]): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => countOf(count, severity));
  return counts.length < 2 ? counts.join('') : `${counts.slice(0, -1).join(', ')} and ${counts.at(-1) ?? ''}`;
}
