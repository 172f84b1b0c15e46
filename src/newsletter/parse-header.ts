import { toDay } from '../shared/brand.ts';
import type { IssueHeader } from './issue.ts';
import { countLines, getLine, type TextLines } from './text-lines.ts';

const FIELD = /^\ufeff?([A-Za-z][A-Za-z _-]{0,30}):[ \t]*(.*)$/;
const NO_FIELDS: IssueHeader = { title: undefined, number: undefined, date: undefined, endLine: 0 };

/** Reads the `Key: value` block at the top of an issue; a `---` line before and after it is part of it. */
export function parseHeader(lines: TextLines): IssueHeader {
  const fields = new Map<string, string>();
  const isFenced = getLine(lines, 1).replace('\ufeff', '').trim() === '---';
  let line = isFenced ? 2 : 1;
  for (; line <= countLines(lines); line += 1) {
    const [, key, value] = FIELD.exec(getLine(lines, line)) ?? [];
    if (key === undefined || value === undefined) break;
    fields.set(key.toLowerCase(), value.trim());
  }
  if (fields.size === 0) return NO_FIELDS;
  const title = fields.get('title');
  return {
    title,
    number: numberOf(fields.get('number') ?? /(\d+)\D*$/.exec(title ?? '')?.[1]),
    date: toDay(fields.get('date') ?? ''),
    endLine: isFenced && getLine(lines, line).trim() === '---' ? line : line - 1,
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
