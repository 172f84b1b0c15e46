import type { RepositoryPath } from '../shared/brand.ts';
import { trimProse } from './body-blocks.ts';
import { findOverCap } from './caps.ts';
import { findSection, type SectionSpan } from './find-section.ts';
import type { Issue, Outline } from './issue.ts';
import { knowHeadings } from './name-sections.ts';
import { parseIssue } from './parse-issue.ts';
import { isFilled, readSectionLines, type SectionLines } from './section-lines.ts';
import type { FilledText, SectionOutcome, SectionText } from './section-text.ts';
import { getLineStart, splitLines, type TextLines } from './text-lines.ts';

/** Whole lines, 1-based, `end` exclusive, and what comes in their place. */
interface LineSplice {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/**
 * Fills sections of a draft that nobody has filled yet. The body comes in the place of the section's first comment (below
 * what stands there if it has none); its other comments and its empty sub-headings go. All other bytes stay as they are.
 * Never throws, whatever the text.
 */
export function editIssue(
  path: RepositoryPath,
  text: string,
  sections: readonly SectionText[],
  outline: Outline,
): FilledText {
  const over = findOverCap(path, text);
  const outcomes = new Map<string, SectionOutcome>();
  if (over !== undefined) {
    for (const { id } of sections) outcomes.set(id, { kind: 'unreadable', line: over.line });
    return { text, outcomes };
  }
  // A section that the newsletter does not list is no scaffold of the one above it either.
  const known = knowHeadings(
    outline,
    sections.map(({ heading }) => heading),
  );
  let filled = text;
  for (const section of sections) {
    const issue = parseIssue(path, filled, known);
    const edit = fillSection(issue, section);
    outcomes.set(section.id, edit.outcome);
    filled = edit.text;
  }
  return { text: filled, outcomes };
}

function fillSection(issue: Issue, section: SectionText): { readonly text: string; readonly outcome: SectionOutcome } {
  const { text } = issue;
  const search = findSection(issue, section);
  if (search.kind !== 'found') return { text, outcome: search };
  const lines = splitLines(text);
  const content = readSectionLines(issue, lines, search.span);
  const { line } = search.span.heading;
  if (content.openComment !== undefined) return { text, outcome: { kind: 'comment-open', line: content.openComment } };
  if (isFilled(content)) return { text, outcome: { kind: 'filled-by-hand', line } };
  const place = content.comments[0]?.start ?? content.ownEnd + 1;
  const body = shiftHeadings(
    trimProse(search.body, {
      before: content.written.some((written) => written.line < place),
      after: content.written.some((written) => written.line >= place),
    }),
    search.span.heading.depth,
  );
  return { text: splice(lines, planSplices(lines, search.span, content, body)), outcome: { kind: 'filled' } };
}

/** Headings of the body must stand below the section's own, whose level the draft decides. */
function shiftHeadings(body: string, depth: number): string {
  const lines = body.replace(/^\n+|\s+$/g, '').split('\n');
  const depths = lines.flatMap((line) => (/^(#{1,6})[ \t]/.exec(line)?.[1] ?? '').length || []);
  const missing = Math.max(0, depth + 1 - Math.min(...depths));
  return lines
    .map((line) => line.replace(/^#{1,6}(?=[ \t])/, (marks) => '#'.repeat(Math.min(6, marks.length + missing))))
    .join('\n');
}

function planSplices(
  lines: TextLines,
  { heading }: SectionSpan,
  { comments, innerHeadings, ownEnd, isBlank }: SectionLines,
  body: string,
): readonly LineSplice[] {
  const [first, ...others] = comments;
  // Without a comment it comes after the last own line that is not blank, which may be the heading's.
  let last = ownEnd;
  while (last > heading.line && isBlank(last)) last -= 1;
  const place = first ?? { start: last + 1, end: last + 1 };
  const before = isBlank(place.start - 1) ? [] : [''];
  const after = isBlank(place.end) || place.end > lines.starts.length ? [] : [''];
  const removed = [...others, ...innerHeadings].map(({ start, end }) => {
    let next = end;
    while (isBlank(start - 1) && isBlank(next) && next < lines.starts.length) next += 1;
    return { start, end: next, lines: [] };
  });
  return [{ ...place, lines: [...before, ...body.split('\n'), ...after] }, ...removed];
}

function splice(lines: TextLines, splices: readonly LineSplice[]): string {
  const newline = lines.text.slice(lines.ends[0], lines.starts[1]) === '\r\n' ? '\r\n' : '\n';
  let { text } = lines;
  for (const { start, end, lines: added } of [...splices].sort((one, other) => other.start - one.start)) {
    const [from, to] = [getLineStart(lines, start), getLineStart(lines, end)];
    const isCut = from > 0 && text[from - 1] !== '\n' && added.length > 0;
    text = text.slice(0, from) + (isCut ? newline : '') + added.map((line) => line + newline).join('') + text.slice(to);
  }
  return text;
}
