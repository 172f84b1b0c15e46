import type { Finding } from '../../findings/finding.ts';
import { cutTo, MAX_QUOTE } from '../../wording/limits.ts';
import { toTerminalText } from './terminal-text.ts';

/** The message of a finding as one plain line, foreign words between backticks in place of `{0}`, `{1}` … */
export function fillMessage({ message, quotes }: Pick<Finding, 'message' | 'quotes'>): string {
  return message.replace(/\{(\d+)\}/g, (_, index: string) => {
    const quote = toTerminalText(quotes[Number(index)] ?? '');
    return `\`${cutTo(quote, MAX_QUOTE)}\``;
  });
}
