/** Lines that are kept together. */
export interface Piece {
  /** An item has the lines that belong to it; a comment and a fenced block are whole, whatever stands in them. */
  readonly kind: 'item' | 'heading' | 'comment' | 'blank' | 'other';
  readonly text: string;
}

type Kind = Piece['kind'] | 'fence';

const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/;
const HEADING = /^#{1,6}[ \t]/;
const COMMENT = /^ {0,3}<!--/;
const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const INDENTED = /^(?: {2,}|\t)\s*\S/;
/** Tags that stand for themselves, not in the sentence above. */
const BLOCK_TAG = /^ {0,3}<\/?(?:details|summary|div|p|table|ul|ol|section|center|h\d|hr|pre|blockquote)\b/i;

/** Cuts the lines (LF) of a section into pieces. */
export function readPieces(text: string): readonly Piece[] {
  const lines = text.split('\n');
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length;) {
    const { kind, end } = readPiece(lines, at);
    pieces.push({ kind, text: kind === 'blank' ? '' : lines.slice(at, end).join('\n') });
    at = end;
  }
  return pieces;
}

/** What begins with a line; what is never closed is no block but its line. */
function readPiece(lines: readonly string[], at: number): { readonly kind: Piece['kind']; readonly end: number } {
  const line = lines[at] ?? '';
  const kind = kindOf(line);
  if (kind === 'item') return { kind, end: findItemEnd(lines, at) };
  if (kind === 'fence') return { kind: 'other', end: findFenceEnd(lines, at) ?? at + 1 };
  if (kind !== 'comment') return { kind, end: at + 1 };
  const end = findCommentEnd(lines, at);
  return end === undefined ? { kind: 'other', end: at + 1 } : { kind, end };
}

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'blank';
  if (COMMENT.test(line)) return 'comment';
  if (FENCE.test(line)) return 'fence';
  if (RULE.test(line)) return 'other';
  if (ITEM.test(line)) return 'item';
  return HEADING.test(line) ? 'heading' : 'other';
}

function findCommentEnd(lines: readonly string[], at: number): number | undefined {
  const close = lines.findIndex((line, index) => index >= at && line.includes('-->'));
  return close < 0 ? undefined : close + 1;
}

function findFenceEnd(lines: readonly string[], at: number): number | undefined {
  const fence = FENCE.exec(lines[at] ?? '')?.[1] ?? '';
  const isClose = (line: string): boolean => {
    const marks = line.trim();
    return line.search(/\S/) < 4 && marks.startsWith(fence) && marks === marks.charAt(0).repeat(marks.length);
  };
  const close = lines.findIndex((line, index) => index > at && isClose(line));
  return close < 0 ? undefined : close + 1;
}

/** Indented lines, after blank ones too, and lines that go on where the one above ends. */
function findItemEnd(lines: readonly string[], at: number): number {
  let end = at + 1;
  for (let next = end; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    const isLazy = next === end && kindOf(line) === 'other' && !RULE.test(line) && !BLOCK_TAG.test(line);
    if (INDENTED.test(line) || isLazy) end = next + 1;
    else if (line.trim() !== '') break;
  }
  return end;
}
