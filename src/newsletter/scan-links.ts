import type { LinkDefect } from './issue.ts';

/** A span of offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

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

interface Target extends Span {
  readonly url: Span;
  readonly hover: string | undefined;
  readonly defect: LinkDefect | undefined;
}

const urlStart = /^(?:https?:\/\/|mailto:|www\.)/i;
const bareUrl = /https?:\/\/[^\s<>[\]"`]+/iy;

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

/** The offset after a code span; after its backticks where nothing closes it. */
function skipCode(text: string, at: number, end: number): number {
  let ticks = at;
  while (ticks < end && text[ticks] === '`') ticks += 1;
  const fence = text.slice(at, ticks);
  for (let close = text.indexOf(fence, ticks); close >= 0 && close < end;) {
    let after = close;
    while (text[after] === '`') after += 1;
    if (after - close === fence.length) return after;
    close = text.indexOf(fence, after);
  }
  return ticks;
}

/** `<https://…>` or an HTML comment. */
function scanAngle(scan: Scan, at: number): number {
  if (scan.text.startsWith('<!--', at)) {
    const close = scan.text.indexOf('-->', at);
    return close >= 0 && close < scan.end ? close + 3 : at + 4;
  }
  if (!urlStart.test(scan.text.slice(at + 1, at + 9))) return at + 1;
  const close = scan.text.indexOf('>', at);
  const url = { start: at + 1, end: close };
  if (close < 0 || close >= scan.end || /\s/.test(scan.text.slice(url.start, url.end))) return at + 1;
  const link = { start: at, end: close + 1, title: url, url, hover: undefined, defect: 'bare-url' as const };
  return push(scan, { kind: 'link', link }, link.end);
}

function scanBareUrl(scan: Scan, at: number): number {
  bareUrl.lastIndex = at;
  const found = bareUrl.exec(scan.text);
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
  const target = readTargetAfter(scan, close + 1);
  if (target === undefined) {
    const isReference = scan.text[close + 1] === '[' && !leadsToLink(scan, close + 1);
    const span = { start: at, end: close + 1 };
    if (scan.text[at - 1] === '!' || isReference) return close + 1;
    return push(scan, { kind: 'bracket', span }, span.end);
  }
  return pushLink(scan, { start: at, end: close + 1 }, title, target, undefined);
}

function leadsToLink(scan: Scan, at: number): boolean {
  const close = findClosingBracket(scan.text, at, scan.end);
  return close !== undefined && readTargetAfter(scan, close + 1) !== undefined;
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
  const paren = scan.text.slice(at, scan.end).search(/\((?=https?:\/\/)/i);
  const next = scan.text.indexOf('[', at + 1);
  if (paren < 0 || (next >= 0 && next < at + paren)) return at + 1;
  const target = readTarget(scan, at + paren);
  if (target === undefined) return at + 1;
  const title = trimSpan(scan.text, { start: at + 1, end: at + paren });
  return pushLink(scan, { start: at, end: at + paren }, title, target, 'unclosed-bracket');
}

/** `title](https://…)` and `[title]](https://…)`. */
function scanStrayBracket(scan: Scan, at: number): number {
  if (scan.text[at + 1] !== '(') return at + 1;
  const target = readTarget(scan, at + 1);
  if (target === undefined || !urlStart.test(scan.text.slice(target.url.start, target.url.start + 9))) return at + 1;
  const last = scan.tokens.at(-1);
  if (last?.kind === 'bracket' && last.span.end === at) {
    scan.tokens.pop();
    const title = { start: last.span.start + 1, end: last.span.end - 1 };
    return pushLink(scan, last.span, title, target, 'unclosed-bracket');
  }
  const title = trimSpan(scan.text, { start: scan.plainStart, end: at });
  return pushLink(scan, title, title, target, 'unclosed-bracket');
}

function trimSpan(text: string, span: Span): Span {
  const inner = text.slice(span.start, span.end);
  const start = span.start + inner.length - inner.trimStart().length;
  return { start, end: Math.max(start, span.start + inner.trimEnd().length) };
}

function findClosingBracket(text: string, at: number, end: number): number | undefined {
  let depth = 0;
  for (let index = at; index < end; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '`') index = skipCode(text, index, end) - 1;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return undefined;
}

/** `(…)` at once, or after a blank where an address follows. */
function readTargetAfter(scan: Scan, at: number): Target | undefined {
  if (scan.text[at] === '(') return readTarget(scan, at);
  const gap = /^[ \t\u00a0]+\((?=<?(?:https?:\/\/|www\.|mailto:))/i.exec(scan.text.slice(at, at + 20));
  if (gap === null) return undefined;
  const target = readTarget(scan, at + gap[0].length - 1);
  return target && { ...target, defect: target.defect ?? 'blank-before-parenthesis' };
}

/** Reads from an opening parenthesis on; undefined where what follows is no target but prose in parentheses. */
function readTarget(scan: Scan, paren: number): Target | undefined {
  if (paren >= scan.end) return undefined;
  const { text } = scan;
  const start = skipBlanks(text, paren + 1, scan.end);
  if (text[start] === '[') return readNested(scan, start);
  if (text[start] === '<') return readAngled(scan, start);
  const { end, depth } = readAddress(text, start, scan.end);
  const url = { start, end };
  const after = skipBlanks(text, end, scan.end);
  const hover = readHover(text, after, scan.end);
  const close = skipBlanks(text, hover?.end ?? after, scan.end);
  if (depth === 0 && close < scan.end && text[close] === ')') {
    return { start: paren, end: close + 1, url, hover: hover?.text, defect: url.end > start ? undefined : 'empty-url' };
  }
  return readBroken(scan, paren, url);
}

function skipBlanks(text: string, at: number, end: number): number {
  let index = at;
  while (index < end && /\s/.test(text[index] ?? '')) index += 1;
  return index;
}

/** An address up to a blank or the parenthesis that closes the target; `depth` counts parentheses left open. */
function readAddress(text: string, start: number, end: number): { readonly end: number; readonly depth: number } {
  let depth = 0;
  let index = start;
  for (; index < end; index += 1) {
    const character = text[index] ?? '';
    if (character === '\\') index += 1;
    else if (/\s/.test(character)) break;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return { end: Math.min(index, end), depth };
}

function readHover(text: string, at: number, end: number): (Span & { readonly text: string }) | undefined {
  const quote = text[at];
  if (at >= end || (quote !== '"' && quote !== "'")) return undefined;
  const close = text.indexOf(quote, at + 1);
  return close >= 0 && close < end ? { start: at, end: close + 1, text: text.slice(at + 1, close) } : undefined;
}

/** `([https://example.com](https://real))`: the inner target is the address that works. */
function readNested(scan: Scan, start: number): Target | undefined {
  const close = findClosingBracket(scan.text, start, scan.end);
  if (close === undefined || scan.text[close + 1] !== '(') return undefined;
  const inner = readTarget(scan, close + 1);
  if (inner === undefined) return undefined;
  const isClosed = inner.end < scan.end && scan.text[inner.end] === ')';
  return { ...inner, start: start - 1, end: inner.end + (isClosed ? 1 : 0), defect: 'nested-link' };
}

function readAngled(scan: Scan, start: number): Target | undefined {
  const close = scan.text.indexOf('>', start);
  if (close < 0 || close >= scan.end) return undefined;
  const hover = readHover(scan.text, skipBlanks(scan.text, close + 1, scan.end), scan.end);
  const end = skipBlanks(scan.text, hover?.end ?? close + 1, scan.end);
  const url = { start: start + 1, end: close };
  const isClosed = end < scan.end && scan.text[end] === ')';
  const defect = isClosed ? (url.end > url.start ? undefined : 'empty-url') : 'unclosed-parenthesis';
  return { start: start - 1, end: isClosed ? end + 1 : end, url, hover: hover?.text, defect };
}

/** No parenthesis where Markdown wants one: a blank inside the address, or none at all. */
function readBroken(scan: Scan, paren: number, url: Span): Target | undefined {
  const { text } = scan;
  if (url.end === url.start || !urlStart.test(text.slice(url.start, url.start + 9))) return undefined;
  const lineEnd = text.indexOf('\n', url.end);
  const limit = lineEnd < 0 ? scan.end : Math.min(lineEnd, scan.end);
  let depth = 1;
  for (let index = url.start; index < limit && text[index] !== '['; index += 1) {
    if (text[index] === '(') depth += 1;
    else if (text[index] === ')') depth -= 1;
    if (depth === 0) {
      const whole = trimSpan(text, { start: url.start, end: index });
      return { start: paren, end: index + 1, url: whole, hover: undefined, defect: 'blank-in-url' };
    }
  }
  return { start: paren, end: url.end, url, hover: undefined, defect: 'unclosed-parenthesis' };
}
