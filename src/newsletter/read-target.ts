import type { LinkDefect } from './issue.ts';
import { findClosingBracket, findNear, trimSpan, type Span } from './text-spans.ts';

/** What stands in the parentheses of a link, the parentheses included. */
export interface Target extends Span {
  readonly url: Span;
  readonly hover: string | undefined;
  readonly defect: LinkDefect | undefined;
}

/** Links within the parentheses of links; people do one. */
const MAX_NESTING = 3;

const URL_START = /^(?:https?:\/\/|mailto:|www\.)/i;

/** Whether an address begins at an offset. */
export function isUrlStart(text: string, at: number): boolean {
  return URL_START.test(text.slice(at, at + 9));
}

/** `(…)` at once, or after a blank where an address follows. */
export function readTargetAfter(text: string, at: number, end: number): Target | undefined {
  if (text[at] === '(') return readTarget(text, at, end);
  const gap = /^[ \t\u00a0]+\((?=<?(?:https?:\/\/|www\.|mailto:))/i.exec(text.slice(at, at + 20));
  if (gap === null) return undefined;
  const target = readTarget(text, at + gap[0].length - 1, end);
  return target && { ...target, defect: target.defect ?? 'blank-before-parenthesis' };
}

/** Reads from an opening parenthesis on; undefined where what follows is no target but prose in parentheses. */
export function readTarget(text: string, paren: number, limit: number, nesting = 0): Target | undefined {
  if (paren >= limit || nesting > MAX_NESTING) return undefined;
  const start = skipBlanks(text, paren + 1, limit);
  if (text[start] === '[') return readNested(text, start, limit, nesting + 1);
  if (text[start] === '<') return readAngled(text, start, limit);
  if (text[start] === '(' && isUrlStart(text, start + 1)) return readDoubled(text, paren, start, limit);
  const { end, depth } = readAddress(text, start, limit);
  const url = { start, end };
  const after = skipBlanks(text, end, limit);
  const hover = readHover(text, after, limit);
  const close = skipBlanks(text, hover?.end ?? after, limit);
  if (depth === 0 && close < limit && text[close] === ')') {
    return { start: paren, end: close + 1, url, hover: hover?.text, defect: url.end > start ? undefined : 'empty-url' };
  }
  return readBroken(text, paren, url, limit);
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
  const close = findNear(text, quote, at + 1, end);
  return close >= 0 ? { start: at, end: close + 1, text: text.slice(at + 1, close) } : undefined;
}

/** `([https://example.com](https://real))`: the inner target is the address that works. */
function readNested(text: string, start: number, limit: number, nesting: number): Target | undefined {
  const close = findClosingBracket(text, start, limit);
  if (close === undefined || text[close + 1] !== '(') return undefined;
  const inner = readTarget(text, close + 1, limit, nesting);
  if (inner === undefined) return undefined;
  const isClosed = inner.end < limit && text[inner.end] === ')';
  return { ...inner, start: start - 1, end: inner.end + (isClosed ? 1 : 0), defect: 'nested-link' };
}

/** `((https://…))`, or with one parenthesis at the end. */
function readDoubled(text: string, paren: number, start: number, limit: number): Target | undefined {
  const inner = readTarget(text, start, limit);
  if (inner === undefined) return undefined;
  const isClosed = inner.end < limit && text[inner.end] === ')';
  return { ...inner, start: paren, end: inner.end + (isClosed ? 1 : 0), defect: 'doubled-parenthesis' };
}

function readAngled(text: string, start: number, limit: number): Target | undefined {
  const close = findNear(text, '>', start, limit);
  if (close < 0) return undefined;
  const hover = readHover(text, skipBlanks(text, close + 1, limit), limit);
  const end = skipBlanks(text, hover?.end ?? close + 1, limit);
  const url = { start: start + 1, end: close };
  const isClosed = end < limit && text[end] === ')';
  const defect = isClosed ? (url.end > url.start ? undefined : 'empty-url') : 'unclosed-parenthesis';
  return { start: start - 1, end: isClosed ? end + 1 : end, url, hover: hover?.text, defect };
}

/** No parenthesis where Markdown wants one: a blank inside the address, or none at all. */
function readBroken(text: string, paren: number, url: Span, limit: number): Target | undefined {
  if (url.end === url.start || !isUrlStart(text, url.start)) return undefined;
  const lineEnd = findNear(text, '\n', url.end, limit);
  const last = lineEnd < 0 ? limit : Math.min(lineEnd, limit);
  let depth = 1;
  for (let index = url.start; index < last && text[index] !== '['; index += 1) {
    if (text[index] === '(') depth += 1;
    else if (text[index] === ')') depth -= 1;
    if (depth === 0) {
      const whole = trimSpan(text, { start: url.start, end: index });
      return { start: paren, end: index + 1, url: whole, hover: undefined, defect: 'blank-in-url' };
    }
  }
  // `[title](https://…]` closes with the wrong mark.
  const written = text.slice(url.start, url.end);
  const end = written.endsWith(']') && !written.includes('[') ? url.end - 1 : url.end;
  return { start: paren, end: url.end, url: { ...url, end }, hover: undefined, defect: 'unclosed-parenthesis' };
}
