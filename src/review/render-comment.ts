import type { Finding } from '../findings/finding.ts';
import type { Suggestion } from '../findings/suggestion.ts';
import { getFence } from '../wording/inert-text.ts';
import { joinWithin, MAX_BODY } from '../wording/limits.ts';
import { renderFinding } from './render-finding.ts';

export interface CommentContent {
  /** What the comment says, the gravest first. */
  readonly findings: readonly Finding[];
  readonly suggestion: Suggestion | undefined;
  /** Whether the suggestion also holds fixes of findings that an earlier comment on these lines names. */
  readonly holdsEarlierFixes: boolean;
}

/** The inline comment on some lines: each finding in one line, then the one suggestion that remedies them together. */
export function renderComment({ findings, suggestion, holdsEarlierFixes }: CommentContent, rulePages: string): string {
  const lines = findings.map((finding) => renderFinding(finding, rulePages));
  const list = lines.length === 1 ? lines : lines.map((line) => `- ${line}`);
  const note = holdsEarlierFixes ? '\n\nThe suggestion holds the earlier fix of these lines too.' : '';
  const block = suggestion === undefined ? '' : `\n\n${renderSuggestion(suggestion)}`;
  // Whole lines only: half a code span would set free what it holds.
  const text = joinWithin(list, MAX_BODY - block.length - note.length, (left) => `- … and ${left} more`);
  return text + note + block;
}

/** What stands over the comments of one review. `fixes` is how many of them carry a suggestion. */
export function renderReviewBody(comments: number, fixes: number): string {
  const count = comments === 1 ? 'One thing to look at' : `${comments} things to look at`;
  if (fixes === 0) return `${count}.`;
  const which = comments === 1 ? 'with' : `${fixes === comments ? 'each' : fixes} with`;
  const how = ' **Add suggestion to batch**, under *Files changed*, takes several fixes in one commit.';
  return `${count}, ${which} a fix to accept.${fixes > 1 ? how : ''}`;
}

/** Whether a suggestion is short enough to leave room for the words of a comment. */
export function isShortEnough(suggestion: Suggestion): boolean {
  return renderSuggestion(suggestion).length <= MAX_BODY / 2;
}

function renderSuggestion({ lines }: Suggestion): string {
  const content = lines.map((line) => `${line}\n`).join('');
  const fence = getFence(content, 3);
  return `${fence}suggestion\n${content}${fence}`;
}
