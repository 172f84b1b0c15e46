import type { RepositoryPath } from '../shared/brand.ts';
import { findBlocks, type Blocks, type HeadingBlock } from './find-blocks.ts';
import { findComments } from './find-comments.ts';
import type { Issue, IssueHeader, Outline, Section } from './issue.ts';
import { nameSections, stripMarkup, type SectionName } from './name-sections.ts';
import { parseHeader } from './parse-header.ts';
import { scanItems } from './scan-items.ts';
import { countLines, getLine, splitLines, type TextLines } from './text-lines.ts';

interface Heading extends HeadingBlock {
  readonly text: string;
}

/**
 * Parses one edition. Never throws, whatever the text; but only what `findOverCap` lets pass parses fast.
 */
export function parseIssue(path: RepositoryPath, text: string, outline: Outline): Issue {
  const lines = splitLines(text);
  const header = parseHeader(path, lines);
  const blocks = findBlocks(lines, header.endLine);
  const headings = blocks.headings.map((block) => ({ ...block, text: headingText(lines, block) }));
  const sections = toSections(lines, header, blocks, headings, outline);
  return { path, text, header, sections, comments: findComments(lines, blocks.kinds) };
}

function headingText(lines: TextLines, { line, endLine }: HeadingBlock): string {
  const first = getLine(lines, line);
  const isUnderlined = !/^ {0,3}#/.test(first);
  if (!isUnderlined) return stripMarkup(first.replace(/^ *#+/, '').replace(/[ \t]#+[ \t]*$/, ''));
  const written = Array.from({ length: endLine - line }, (_, index) => getLine(lines, line + index).trim());
  return stripMarkup(written.join(' '));
}

function toSections(
  lines: TextLines,
  header: IssueHeader,
  blocks: Blocks,
  headings: readonly Heading[],
  outline: Outline,
): readonly Section[] {
  const top = { depth: 0, line: 1, endLine: header.endLine, text: '' };
  const names = [{ name: '', region: 'other', isKnown: false }, ...nameSections(headings, outline)];
  return [top, ...headings].map((heading, index) => {
    const endLine = (headings[index]?.line ?? countLines(lines) + 1) - 1;
    return toSection({ lines, blocks, outline }, heading, endLine, names[index]);
  });
}

function toSection(
  { lines, blocks, outline }: { lines: TextLines; blocks: Blocks; outline: Outline },
  heading: Heading,
  endLine: number,
  named: SectionName | undefined,
): Section {
  const { name, region, isKnown } = named ?? { name: heading.text, region: 'other', isKnown: false };
  const startLine = heading.endLine + 1;
  const grammar = outline.grammars[region];
  const [isOpen, isFlat] = [grammar !== undefined, grammar === 'link'];
  const items = scanItems({ lines, kinds: blocks.kinds, startLine, endLine, isOpen, isFlat });
  return { name, heading: heading.text, region, isKnown, depth: heading.depth, line: heading.line, endLine, items };
}
