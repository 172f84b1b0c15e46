import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { Latest } from '../shared/latest.ts';
import { isConflictMarker, makeSkeleton } from './block-skeleton.ts';
import { countLines, getLine, type TextLines } from './text-lines.ts';

/** What Markdown takes a line for; `text` is a paragraph or a list item. */
export type LineKind = 'text' | 'blank' | 'heading' | 'html' | 'code' | 'fenced' | 'definition' | 'break' | 'quote';

export interface HeadingBlock {
  readonly depth: number;
  readonly line: number;
  /** The last line; a heading underlined with `===` has two or more. */
  readonly endLine: number;
}

export interface Blocks {
  /** By line, from index 1. */
  readonly kinds: readonly LineKind[];
  /** Headings that stand for themselves, not in lists or quotations. */
  readonly headings: readonly HeadingBlock[];
}

/** Words are read by our own scanner, which knows exact places and broken links: remark need not look at them. */
const INLINE_CONSTRUCTS = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

const blockParser = makeBlockParser();

function makeBlockParser() {
  const processor = remark().use(remarkGfm);
  (processor.data().micromarkExtensions ??= []).push({ disable: { null: INLINE_CONSTRUCTS } });
  return processor.freeze();
}

/** A block by lines of the skeleton, 1-based, inclusive. */
interface SkeletonBlock {
  readonly kind: LineKind;
  readonly depth: number;
  readonly line: number;
  readonly endLine: number;
}

/**
 * The blocks of the latest skeletons. Base and head of a pull request, and the pull requests of one draft, mostly differ
 * in words only; so remark looks at each shape of a draft once. Nobody can tell but by the time it takes: what is found
 * depends on the skeleton alone.
 */
const latest = new Latest<readonly SkeletonBlock[]>(16);

/** Finds the blocks of a text below its header (whose last line is `headerEnd`). Never throws. */
export function findBlocks(lines: TextLines, headerEnd: number): Blocks {
  const { text, origin } = makeSkeleton(lines, headerEnd);
  const kinds: LineKind[] = ['text'];
  for (let line = 1; line <= countLines(lines); line += 1) {
    kinds.push(firstGuess(getLine(lines, line)));
  }
  const headings: HeadingBlock[] = [];
  for (const block of recallBlocks(text)) {
    const line = origin[block.line - 1] ?? 1;
    // Lines that the skeleton leaves out belong to the line before them.
    const endLine = (origin[block.endLine] ?? countLines(lines) + 1) - 1;
    kinds.fill(block.kind, line, endLine + 1);
    if (block.kind === 'heading') headings.push({ depth: block.depth, line, endLine });
  }
  return { kinds, headings };
}

function firstGuess(line: string): LineKind {
  if (line.trim() === '') return 'blank';
  return isConflictMarker(line) ? 'break' : 'text';
}

function recallBlocks(skeleton: string): readonly SkeletonBlock[] {
  const known = latest.get(skeleton);
  if (known !== undefined) return known;
  const blocks = parseBlocks(skeleton);
  latest.set(skeleton, blocks);
  return blocks;
}

function parseBlocks(skeleton: string): readonly SkeletonBlock[] {
  const blocks: SkeletonBlock[] = [];
  const visit = (node: Nodes, isTop: boolean): void => {
    const kind = kindOf(node, isTop, skeleton);
    if (kind !== undefined) blocks.push(toBlock(node, kind));
    if (!('children' in node) || node.type === 'heading' || node.type === 'paragraph') return;
    for (const child of node.children) visit(child, node.type === 'root');
  };
  visit(blockParser.parse(skeleton), false);
  return blocks;
}

function toBlock(node: Nodes, kind: LineKind): SkeletonBlock {
  const line = node.position?.start.line ?? 1;
  return { kind, depth: node.type === 'heading' ? node.depth : 0, line, endLine: node.position?.end.line ?? line };
}

function kindOf(node: Nodes, isTop: boolean, skeleton: string): LineKind | undefined {
  if (node.type === 'html') return 'html';
  if (node.type === 'code') return isFenced(node, skeleton) ? 'fenced' : 'code';
  // In a list, `[video]: [title](…)` is an item whose author meant no definition.
  if (node.type === 'definition' || node.type === 'footnoteDefinition') return isTop ? 'definition' : undefined;
  if (node.type === 'thematicBreak') return 'break';
  if (node.type === 'blockquote') return 'quote';
  return node.type === 'heading' && isTop ? 'heading' : undefined;
}

function isFenced(node: Nodes, skeleton: string): boolean {
  const start = node.position?.start.offset ?? 0;
  return skeleton.startsWith('```', start) || skeleton.startsWith('~~~', start);
}
