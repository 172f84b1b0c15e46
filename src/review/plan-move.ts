import { isCommentable } from '../diff/commentable-lines.ts';
import { parsePatch } from '../diff/parse-patch.ts';
import type { Finding } from '../findings/finding.ts';
import { getTouchedLines, makeSuggestion, MAX_SUGGESTED_LINES, type Suggestion } from '../findings/suggestion.ts';
import type { PlacedItem } from '../newsletter/submission.ts';
import type { Move } from './verdict.ts';

/** Where an item is to go. */
export interface Destination {
  readonly path: string;
  /** The text of the file at the head. */
  readonly head: string;
  readonly patch: string | undefined;
  /** The line below which it goes. */
  readonly below: number;
  readonly findings: readonly Finding[];
}

/** How one item of a file gets below a line of it, other corrections of its lines included. */
export function planMove({ item }: PlacedItem, destination: Destination): Move {
  const { path, head, below } = destination;
  const { startLine, endLine } = item.place;
  const source = head.split('\n').map((line) => line.replace(/\r$/, ''));
  const lines = correct(source, { startLine, endLine }, destination);
  const title = item.entry.links[0]?.title.text ?? item.entry.content.text;
  const move = { path, title, startLine, endLine, below, lines };
  return { ...move, suggestion: suggestMove(move, source, destination.patch) };
}

interface Span {
  readonly startLine: number;
  readonly endLine: number;
}

/** The lines of an item once the edits that touch nothing else are made. */
function correct(source: readonly string[], span: Span, { path, head, findings }: Destination): readonly string[] {
  const within = findings.filter((finding) => {
    const touched = getTouchedLines(finding);
    return finding.path === path && touched.startLine >= span.startLine && touched.endLine <= span.endLine;
  });
  const made = makeSuggestion(
    head,
    within.map(({ edits }) => edits),
  );
  const isInside = made !== undefined && made.startLine >= span.startLine && made.endLine <= span.endLine;
  if (!isInside) return cut(source, span.startLine, span.endLine);
  const before = cut(source, span.startLine, made.startLine - 1);
  return [...before, ...made.lines, ...cut(source, made.endLine + 1, span.endLine)];
}

function suggestMove(
  { startLine, endLine, below, lines }: Omit<Move, 'suggestion'>,
  source: readonly string[],
  patchText: string | undefined,
): Suggestion | undefined {
  const isDown = below > endLine;
  const range = isDown ? { startLine, endLine: below } : { startLine: below + 1, endLine };
  const patch = parsePatch(patchText);
  if (typeof patch === 'string' || !isCommentable(patch, range)) return undefined;
  const between = isDown ? cut(source, endLine + 1, below) : cut(source, below + 1, startLine - 1);
  const moved = isDown ? [...between, ...lines] : [...lines, ...between];
  const isPlain = moved.every((line) => !/[\0\r]/.test(line));
  return moved.length <= MAX_SUGGESTED_LINES && isPlain ? { ...range, lines: moved } : undefined;
}

function cut(source: readonly string[], first: number, last: number): readonly string[] {
  return source.slice(first - 1, Math.max(first - 1, last));
}
