import type { Place } from '../shared/place.ts';

/** The place of a whole line of a text, without the blanks at its end; `line` counts from 1. */
export function getLinePlace(text: string, line: number): Place {
  const { length } = (text.split('\n')[line - 1] ?? '').trimEnd();
  return { startLine: line, startColumn: 1, endLine: line, endColumn: length + 1 };
}
