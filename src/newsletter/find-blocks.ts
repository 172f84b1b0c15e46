import type { Nodes, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { makeSkeleton } from './block-skeleton.ts';
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
const inlineConstructs = [
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
  (processor.data().micromarkExtensions ??= []).push({ disable: { null: inlineConstructs } });
  return processor.freeze();
}

/** Finds the blocks of a text below its header (whose last line is `headerEnd`). Never throws. */
export function findBlocks(lines: TextLines, headerEnd: number): Blocks {
  const { text, origin } = makeSkeleton(lines, headerEnd);
  const kinds: LineKind[] = ['text'];
  for (let line = 1; line <= countLines(lines); line += 1) {
    kinds.push(getLine(lines, line).trim() === '' ? 'blank' : 'text');
  }
  const headings: HeadingBlock[] = [];
  const visit = (node: Nodes, isTop: boolean): void => {
    const span = spanOf(node, origin);
    const kind = kindOf(node, isTop, text);
    if (kind !== undefined) kinds.fill(kind, span.line, span.endLine + 1);
    if (node.type === 'heading' && isTop) headings.push({ depth: node.depth, ...span });
    if ('children' in node && node.type !== 'heading' && node.type !== 'paragraph') {
      for (const child of node.children) visit(child, node.type === 'root');
    }
  };
  visit(blockParser.parse(text), false);
  return { kinds, headings };
}

function spanOf(node: Nodes, origin: readonly number[]): { readonly line: number; readonly endLine: number } {
  const line = origin[(node.position?.start.line ?? 1) - 1] ?? 1;
  return { line, endLine: origin[(node.position?.end.line ?? 1) - 1] ?? line };
}

function kindOf(node: Nodes | RootContent, isTop: boolean, text: string): LineKind | undefined {
  if (node.type === 'html') return 'html';
  if (node.type === 'code') return isFenced(node, text) ? 'fenced' : 'code';
  if (node.type === 'definition' || node.type === 'footnoteDefinition') return 'definition';
  if (node.type === 'thematicBreak') return 'break';
  if (node.type === 'blockquote') return 'quote';
  return node.type === 'heading' && isTop ? 'heading' : undefined;
}

function isFenced(node: Nodes, text: string): boolean {
  const start = node.position?.start.offset ?? 0;
  return text.startsWith('```', start) || text.startsWith('~~~', start);
}
