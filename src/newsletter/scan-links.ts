import type { LinkDefect } from './issue.ts';
import { isUrlStart, readTarget, readTargetAfter, type Target } from './read-target.ts';
import { findClosingBracket, findNear, skipCode, trimSpan, type Span } from './text-spans.ts';

/** A link by offsets; the vocabulary of `Link`. */
export interface LinkSpan extends Span {
  readonly title: Span;
  readonly url: Span;
  readonly hover: string | undefined;
  readonly defect: LinkDefect | undefined;
}

/** What an entry's text consists of, in order; the text between the tokens is prose. */
export type EntryToken =
  { readonly kind: 'link'; readonly link: LinkSpan } | { readonly kind: 'bracket'; readonly span: Span };

interface Scan {
  readonly text: string;
  readonly end: number;
  readonly tokens: EntryToken[];
  /** Where the text begins that belongs to no token yet. */
  plainStart: number;
  /** Parentheses opened in prose and not closed. */
  open: number;
}

const BARE_URL = /https?:\/\/[^\s<>[\]"`]+/iy;

/**
 * Finds the links of a span as their author meant them, broken ones too, and the brackets that are no links. Walks the
 * text once; only the search for a bracket's partner looks ahead, and the caps on marks bound that.
 */
export function scanLinks(text: string, start: number, end: number): readonly EntryToken[] {
  const scan: Scan = { text, end, tokens: [], plainStart: start, open: 0 };
  let at = start;
  while (at < end) at = scanAt(scan, at);
  return scan.tokens;
}

function scanAt(scan: Scan, at: number): number {
  const character = scan.text[at] ?? '';
  switch (character) {
    case '\\':
      return at + 2;
    case '`':
      return skipCode(scan.text, at, scan.end);
    case '<':
      return scanAngle(scan, at);
    case '[':
      return scanBracket(scan, at);
    case ']':
      return scanStrayBracket(scan, at);
    case 'h':
    case 'H':
      return scanBareUrl(scan, at);
    case '(':
      scan.open += 1;
      return at + 1;
    case ')':
      scan.open = Math.max(0, scan.open - 1);
      return at + 1;
    default:
      return at + 1;
  }
}

function push(scan: Scan, token: EntryToken, end: number): number {
  scan.tokens.push(token);
  scan.plainStart = end;
  return end;
}

/** `<https://…>` or an HTML comment. */
function scanAngle(scan: Scan, at: number): number {
  if (scan.text.startsWith('<!--', at)) {
    const close = findNear(scan.text, '-->', at, scan.end);
    return close >= 0 ? close + 3 : at + 4;
  }
  if (!isUrlStart(scan.text, at + 1)) return at + 1;
  const close = findNear(scan.text, '>', at, scan.end);
  const url = { start: at + 1, end: close };
  if (close < 0 || /\s/.test(scan.text.slice(url.start, url.end))) return at + 1;
  const link = { start: at, end: close + 1, title: url, url, hover: undefined, defect: 'bare-url' as const };
  return push(scan, { kind: 'link', link }, link.end);
}

function scanBareUrl(scan: Scan, at: number): number {
  BARE_URL.lastIndex = at;
  const found = BARE_URL.exec(scan.text);
  if (found === null || /\w/.test(scan.text[at - 1] ?? '')) return at + 1;
  const end = Math.min(scan.end, at + trimUrl(found[0]).length);
  const url = { start: at, end };
  return push(scan, { kind: 'link', link: { ...url, title: url, url, hover: undefined, defect: 'bare-url' } }, end);
}

/** A URL in prose without the punctuation and the closing parentheses that belong to the sentence. */
function trimUrl(url: string): string {
  let end = url.length;
  let surplus = count(url, ')') - count(url, '(');
  for (; end > 0; end -= 1) {
    const last = url[end - 1] ?? '';
    if (last === ')' && surplus > 0) surplus -= 1;
    else if (!/[.,;:!?*_'~|]/.test(last)) break;
  }
  return url.slice(0, end);
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function scanBracket(scan: Scan, at: number): number {
  const close = findClosingBracket(scan.text, at, scan.end);
  if (close === undefined) return scanUnclosedBracket(scan, at);
  const title = { start: at + 1, end: close };
  const target = readTargetAfter(scan.text, close + 1, scan.end);
  if (target === undefined) {
    const isReference = scan.text[close + 1] === '[' && !leadsToLink(scan, close + 1);
    const span = { start: at, end: close + 1 };
    if (scan.text[at - 1] === '!' || isReference) return close + 1;
    return push(scan, { kind: 'bracket', span }, span.end);
  }
  return pushLink(scan, { start: at, end: close + 1 }, title, target, undefined);
}

/** Whether brackets, one after the other, end in a link: then they are prefixes. */
function leadsToLink(scan: Scan, at: number, nesting = 0): boolean {
  const close = findClosingBracket(scan.text, at, scan.end);
  if (close === undefined || nesting > 3) return false;
  if (readTargetAfter(scan.text, close + 1, scan.end) !== undefined) return true;
  const next = /^[ \t]*\[/.exec(scan.text.slice(close + 1, close + 20));
  return next !== null && leadsToLink(scan, close + next[0].length, nesting + 1);
}

function pushLink(scan: Scan, brackets: Span, title: Span, target: Target, broken: LinkDefect | undefined): number {
  const stray =
    target.defect === undefined && scan.open === 0 && scan.text[target.end] === ')' && target.end < scan.end;
  const isEmpty = scan.text.slice(title.start, title.end).trim() === '';
  const defect = broken ?? target.defect ?? (stray ? 'stray-parenthesis' : isEmpty ? 'empty-title' : undefined);
  const end = target.end + (stray ? 1 : 0);
  const link = { start: brackets.start, end, title, url: target.url, hover: target.hover, defect };
  if (scan.text[brackets.start - 1] === '!') return end;
  return push(scan, { kind: 'link', link }, end);
}

/** `[title(https://…)`: the bracket is never closed, but an address follows. */
function scanUnclosedBracket(scan: Scan, at: number): number {
  const paren = findNear(scan.text, '(http', at, scan.end);
  const next = findNear(scan.text, '[', at + 1, scan.end);
  if (paren < 0 || (next >= 0 && next < paren)) return at + 1;
  const target = readTarget(scan.text, paren, scan.end);
  if (target === undefined) return at + 1;
  const title = trimSpan(scan.text, { start: at + 1, end: paren });
  return pushLink(scan, { start: at, end: paren }, title, target, 'unclosed-bracket');
}

/** `title](https://…)` and `[title]](https://…)`. */
function scanStrayBracket(scan: Scan, at: number): number {
  if (scan.text[at + 1] !== '(') return at + 1;
  const target = readTarget(scan.text, at + 1, scan.end);
  if (target === undefined || !isUrlStart(scan.text, target.url.start)) return at + 1;
  const last = scan.tokens.at(-1);
  if (last?.kind === 'bracket' && last.span.end === at) {
    scan.tokens.pop();
    const title = { start: last.span.start + 1, end: last.span.end - 1 };
    return pushLink(scan, last.span, title, target, 'unclosed-bracket');
  }
  const title = trimSpan(scan.text, { start: scan.plainStart, end: at });
  return pushLink(scan, title, title, target, 'unclosed-bracket');
}
