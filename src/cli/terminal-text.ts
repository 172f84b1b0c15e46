import { showInvisible } from '../wording/inert-text.ts';

/** Text that others wrote as one line that a terminal shows and does not obey. */
export function toTerminalText(foreign: string): string {
  return showInvisible(foreign.replace(/\t/g, ' '));
}
