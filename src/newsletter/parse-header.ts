import { type Day, toDay } from '../shared/brand.ts';
import type { IssueHeader } from './issue.ts';
import { countLines, getLine, type TextLines } from './text-lines.ts';

const FIELD = /^\ufeff?([A-Za-z][A-Za-z _-]{0,30}):[ \t]*(.*)$/;
const TOML_FIELD = /^([A-Za-z][A-Za-z_-]{0,30})[ \t]*=[ \t]*(.*)$/;
/** `2020-12-2` occurs. */
const DAY_IN_NAME = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)[^/]*$/;

/**
 * Reads the header at the top of an issue: `Key: value` lines as Pelican has them, or what site generators take between two
 * lines `---` (YAML) or `+++` (TOML), of which only the keys in the first column count and all lines are the header's. Where it has no
 * date, the name of the file may have one.
 */
export function parseHeader(path: string, lines: TextLines): IssueHeader {
  const { fields, endLine } = readFenced(lines) ?? readOpen(lines);
  const title = fields.get('title');
  return {
    title,
    number: numberOf(fields.get('number') ?? /(\d+)\D*$/.exec(title ?? '')?.[1]),
    date: toDay(fields.get('date') ?? '') ?? findDayInName(path),
    endLine: fields.size === 0 ? 0 : endLine,
  };
}

function findDayInName(path: string): Day | undefined {
  const [, year = '', month = '', day = ''] = DAY_IN_NAME.exec(path) ?? [];
  return toDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

interface Fields {
  readonly fields: ReadonlyMap<string, string>;
  readonly endLine: number;
}

/** undefined where there are no two fences, or nothing but prose between them. */
function readFenced(lines: TextLines): Fields | undefined {
  const fence = getLine(lines, 1).replace('\ufeff', '').trimEnd();
  if (fence !== '---' && fence !== '+++') return undefined;
  const fields = new Map<string, string>();
  let isAtTop = true;
  for (let line = 2; line <= countLines(lines); line += 1) {
    const text = getLine(lines, line);
    if (text.trimEnd() === fence) return fields.size === 0 ? undefined : { fields, endLine: line };
    // In TOML, what follows such a line belongs to a table.
    isAtTop &&= !(fence === '+++' && text.startsWith('['));
    if (isAtTop) addField(fields, text, fence === '+++' ? TOML_FIELD : FIELD);
  }
  return undefined;
}

/** Fields up to the first line that is none; a `---` above them that nothing closes is of their kind. */
function readOpen(lines: TextLines): Fields {
  const fields = new Map<string, string>();
  let line = getLine(lines, 1).replace('\ufeff', '').trim() === '---' ? 2 : 1;
  while (line <= countLines(lines) && addField(fields, getLine(lines, line), FIELD)) line += 1;
  return { fields, endLine: line - 1 };
}

function addField(fields: Map<string, string>, text: string, pattern: RegExp): boolean {
  const [, key, value] = pattern.exec(text) ?? [];
  if (key === undefined || value === undefined) return false;
  fields.set(key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  return true;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
