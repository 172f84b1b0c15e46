import { nameSections } from '../newsletter/name-sections.ts';
import type { ArchiveSettings } from './archived-link.ts';

interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Where its line begins. */
  readonly start: number;
}

/**
 * A published issue up to where its last section of links ends: what follows, two thirds of an issue, cannot change what
 * stands before, and need not be parsed. An issue whose headings cannot be told at a glance stays whole.
 */
export function cutIssue(text: string, settings: ArchiveSettings): string {
  const headings = listHeadings(text);
  if (headings === undefined) return text;
  const names = nameSections(headings, settings);
  const last = names.findLastIndex(({ region }) => settings.grammars[region] === 'link');
  return text.slice(0, headings[last + 1]?.start ?? text.length);
}

/** Headings that begin with `#`; undefined where there may be others, or where such a line may be no heading. */
function listHeadings(text: string): readonly Heading[] | undefined {
  const headings: Heading[] = [];
  let start = 0;
  let [isAfterText, isInComment] = [false, false];
  for (const line of text.split('\n')) {
    const isUnderline = isAfterText && /^ {0,3}(?:=+|-+)\s*$/.test(line);
    const [, marks, words = ''] = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/.exec(line) ?? [];
    if (isUnderline || hidesHeadings(line) || (isInComment && marks !== undefined)) return undefined;
    if (marks !== undefined) headings.push({ depth: marks.length, text: words.replace(/ #+\s*$/, ''), start });
    start += line.length + 1;
    isAfterText = line.trim() !== '';
    isInComment = isCommentOpen(line, isInComment);
  }
  return headings;
}

/** Whether a line may begin something of several lines in which `#` begins no heading, or ends a line in its own way. */
function hidesHeadings(line: string): boolean {
  return /^[\s>*+-]*(?:```|~~~)/.test(line) || /<(?:pre|script|style|textarea)\b|\r(?!$)/i.test(line);
}

/** Whether a comment is open after a line. */
function isCommentOpen(line: string, wasOpen: boolean): boolean {
  const [open, close] = [line.lastIndexOf('<!--'), line.lastIndexOf('-->')];
  return open === close ? wasOpen : open > close;
}
