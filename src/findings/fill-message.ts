import type { Finding } from './finding.ts';

/** Behind an even number of braces only: two of them are one that is meant. */
const GAP = /(?<=(?<!\{)(?:\{\{)*)\{(\d{1,2})\}/;

/**
 * A finding's message with its quotes in the gaps `{0}`, `{1}` …, in one pass: what a quote contains is never taken for a
 * gap. Of our own words, `{{` is shown as `{`.
 * @param toQuote makes foreign text fit for where it is shown
 * @param toWords does the same for our own words between the gaps; they stay as they are without it
 */
export function fillMessage(
  { message, quotes }: Pick<Finding, 'message' | 'quotes'>,
  toQuote: (foreign: string) => string,
  toWords: (own: string) => string = (own) => own,
): string {
  return message
    .split(GAP)
    .map((part, index) => (index % 2 === 0 ? toWords(part.replaceAll('{{', '{')) : toQuote(quotes[Number(part)] ?? '')))
    .join('');
}

/** Words for a message, such as an operator's, that are to be shown as they are whatever braces they hold. */
export function escapeGaps(own: string): string {
  return own.replaceAll('{', '{{');
}
