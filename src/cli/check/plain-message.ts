import { fillMessage } from '../../findings/fill-message.ts';
import type { Finding } from '../../findings/finding.ts';
import { cutTo, MAX_QUOTE } from '../../wording/limits.ts';
import { toTerminalText } from '../terminal-text.ts';

/** The message of a finding as one plain line, foreign words between backticks. */
export function toPlainMessage(finding: Finding): string {
  return fillMessage(finding, (quote) => `\`${cutTo(toTerminalText(quote), MAX_QUOTE)}\``);
}
