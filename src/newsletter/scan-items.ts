import type { LineKind } from './find-blocks.ts';
import type { Item } from './issue.ts';
import { parseEntry } from './parse-entry.ts';
import { getLine, getLineEnd, getLineStart, toPlace, type TextLines } from './text-lines.ts';

/** The lines of a section below its heading, and how items stand there. */
export interface ItemLines {
  readonly lines: TextLines;
  readonly kinds: readonly LineKind[];
  readonly startLine: number;
  readonly endLine: number;
  /** Whether contributors add items here: a link without a bullet is meant as one. */
  readonly isOpen: boolean;
  /** Whether items have no items below them: an indented one is meant as one of its own. */
  readonly isFlat: boolean;
}

/** An item that is being gathered, line by line. */
interface Draft {
  readonly bullet: string;
  readonly indent: number;
  readonly startLine: number;
  /** The column that its bullet or text stands in, from 0. */
  readonly column: number;
  /** Width of indentation, bullet and the blanks after it. */
  readonly textColumn: number;
  /** Whether Markdown takes it for code, so far is it indented. */
  readonly isCode: boolean;
  readonly children: Draft[];
  /** The last line of its own text, children left out. */
  ownEndLine: number;
  endLine: number;
}

interface Scan {
  readonly section: ItemLines;
  readonly items: Draft[];
  /** The item that grows, then its parents. */
  open: readonly Draft[];
  afterBlank: boolean;
}

const MARKER = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
/** Markdown knows no other blanks after a bullet than spaces and tabs; people paste some. */
const TIGHT_MARKER = /^([ \t]*)([-*+•·‣–—])[^\S\n]*(?=\[[^\]]*\]{1,2}\s?(?:[([]|[-–—:|]\s?\[))/;
const LINK_START = /^[ \t]*(?:\[[^[\]]{0,40}\][ \t]*(?:[-–—:|][ \t]*)?)*\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]{1,2}[ \t]?\(/;
/** The first line of an event, whatever it has for a bullet. */
const EVENT_START = /^([ \t]{0,3})(?:([-*+•·‣–—])[^\S\n]*)?(?=\d{4}-\d\d-\d\d\b[^|\n]*\|)/;
/** One with a bullet, however far it stands in: no line below an event has a date and a place. */
const INDENTED_EVENT = /^[ \t]+[-*+][ \t]+\d{4}-\d\d-\d\d\b[^|\n[]*\|[^|\n[]*(?:\||$)/;

/** Finds the items of a section in their order. */
export function scanItems(section: ItemLines): readonly Item[] {
  const scan: Scan = { section, items: [], open: [], afterBlank: false };
  for (let line = section.startLine; line <= section.endLine; line += 1) scanLine(scan, line);
  return scan.items.map((draft) => finish(section.lines, draft));
}

function scanLine(scan: Scan, line: number): void {
  const kind = scan.section.kinds[line] ?? 'blank';
  if (kind === 'blank') {
    scan.afterBlank = true;
    return;
  }
  const text = getLine(scan.section.lines, line);
  const start = kind === 'text' || kind === 'code' ? readStart(scan, text, kind) : undefined;
  if (start !== undefined) addItem(scan, line, start);
  else continueItem(scan, line, widthOf(text), kind);
  scan.afterBlank = false;
}

type ItemStart = Pick<Draft, 'bullet' | 'indent' | 'column' | 'textColumn' | 'isCode'>;

function readStart(scan: Scan, text: string, kind: LineKind): ItemStart | undefined {
  const { isOpen } = scan.section;
  const isCode = kind === 'code';
  // Code below an item belongs to it, unless the item is of that kind itself.
  if (isCode && !(isOpen && scan.open.every((draft) => draft.isCode) && /\]\s?\(/.test(text))) return undefined;
  const found = MARKER.exec(text) ?? (isOpen ? findUnusual(scan, text) : null);
  if (found !== null) {
    const [all, before = '', bullet = ''] = found;
    return { bullet, indent: before.length, column: measure(before), textColumn: all.length, isCode };
  }
  const indent = widthOf(text);
  const isLink = isOpen && indent < 4 && LINK_START.test(text) && !continuesText(scan, indent);
  return isLink ? { bullet: '', indent, column: indent, textColumn: indent, isCode } : undefined;
}

/** A start that Markdown takes for text. */
function findUnusual({ section }: Scan, text: string): RegExpExecArray | null {
  const event = section.isFlat ? null : EVENT_START.exec(text);
  return event ?? (/\*\s*$/.test(text) ? null : TIGHT_MARKER.exec(text));
}

/** A link that begins an indented line goes on with the text of the item above. */
function continuesText(scan: Scan, indent: number): boolean {
  return indent >= 2 && scan.open.length > 0 && !scan.afterBlank;
}

function widthOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** How many columns blanks take: a tab reaches to the next multiple of four. */
function measure(blanks: string): number {
  return Array.from(blanks).reduce((column, blank) => (blank === '\t' ? column - (column % 4) + 4 : column + 1), 0);
}

function addItem(scan: Scan, line: number, start: ItemStart): void {
  const isOwn = start.bullet === '' || (!scan.section.isFlat && INDENTED_EVENT.test(getLine(scan.section.lines, line)));
  const parent = isOwn ? undefined : scan.open.find((draft) => takesChild(scan, draft, start));
  const draft: Draft = { ...start, startLine: line, children: [], ownEndLine: line, endLine: line };
  (parent?.children ?? scan.items).push(draft);
  const parents = parent === undefined ? [] : scan.open.slice(scan.open.indexOf(parent));
  for (const open of parents) open.endLine = line;
  scan.open = [draft, ...parents];
}

function takesChild(scan: Scan, parent: Draft, start: ItemStart): boolean {
  if (start.column < parent.column + 2) return false;
  if (!scan.section.isFlat) return true;
  const own = getLine(scan.section.lines, parent.startLine);
  return !/\]\s?\(|https?:/.test(own);
}

function continueItem(scan: Scan, line: number, indent: number, kind: LineKind): void {
  const [item] = scan.open;
  if (item === undefined) return;
  const isLazy = kind === 'text' && !scan.afterBlank;
  const owner = isLazy ? item : scan.open.find((draft) => indent >= Math.min(draft.textColumn, draft.indent + 2));
  if (owner === undefined || (owner.bullet === '' && !isLazy)) {
    scan.open = [];
    return;
  }
  const grown = scan.open.slice(scan.open.indexOf(owner));
  if (owner.children.length === 0) owner.ownEndLine = line;
  for (const draft of grown) draft.endLine = line;
  scan.open = grown;
}

function finish(lines: TextLines, draft: Draft): Item {
  const start = getLineStart(lines, draft.startLine);
  const end = getLineEnd(lines, draft.endLine);
  const textStart = start + draft.textColumn;
  return {
    place: toPlace(lines, start, end),
    raw: lines.text.slice(start, end),
    bullet: draft.bullet,
    indent: draft.indent,
    bulletPlace: toPlace(lines, start + draft.indent, textStart),
    entry: parseEntry(lines, textStart, getLineEnd(lines, draft.ownEndLine)),
    children: draft.children.map((child) => finish(lines, child)),
  };
}
