/** What a terminal would obey instead of showing: controls, directions, zero widths, halves of characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text that others wrote as one line that a terminal shows and nothing else: what is invisible or a command is shown
 * by its number.
 */
export function toTerminalText(foreign: string): string {
  return foreign.replace(/\t/g, ' ').replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
