import type { Finding } from './finding.ts';

/**
 * A finding's message with its quotes in the gaps `{0}`, `{1}` …, in one pass: what a quote contains is never taken for a
 * gap.
 * @param toQuote makes foreign text fit for where it is shown
 * @param toWords does the same for our own words between the gaps; they stay as they are without it
 */
export function fillMessage(
  { message, quotes }: Pick<Finding, 'message' | 'quotes'>,
  toQuote: (foreign: string) => string,
  toWords: (own: string) => string = (own) => own,
): string {
  return message
    .split(/\{(\d{1,2})\}/)
    .map((part, index) => (index % 2 === 0 ? toWords(part) : toQuote(quotes[Number(part)] ?? '')))
    .join('');
}
