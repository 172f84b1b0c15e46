import type { Colors } from 'picocolors/types.js';
import { toTerminalText } from '../terminal-text.ts';
import { wrapText } from './wrap-text.ts';

export interface BodyStyle {
  readonly colors: Colors;
  /** Columns there are. */
  readonly width: number;
  /** What a suggestion block replaces; it is shown as a change of these lines. */
  readonly replaced: readonly string[];
}

/** A comment's Markdown as lines for a terminal: hidden marks left out, links by their text, suggestions as a change. */
export function renderBody(body: string, style: BodyStyle): readonly string[] {
  const rows = body
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim()
    .split('\n');
  const lines: string[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    const text = rows[row] ?? '';
    const fence = /^(`{3,})suggestion\s*$/.exec(text)?.[1];
    const end = fence === undefined ? -1 : rows.indexOf(fence, row + 1);
    if (end > row) {
      lines.push(...renderSuggestion(rows.slice(row + 1, end), style));
      row = end;
    } else {
      lines.push(...wrapText(renderInline(showPlainly(text), style.colors), style.width));
    }
  }
  return lines;
}

/** A zero-width space keeps GitHub from making a link of a name; here it would only be in the way. */
function showPlainly(text: string): string {
  return toTerminalText(text.replaceAll('\u200B', ''));
}

function renderSuggestion(added: readonly string[], { colors, replaced }: BodyStyle): readonly string[] {
  return [
    ...replaced.map((line) => colors.red(`- ${toTerminalText(line)}`)),
    ...added.map((line) => colors.green(`+ ${toTerminalText(line)}`)),
  ];
}

function renderInline(text: string, colors: Colors): string {
  const heading = /^#{1,6} (.*)$/.exec(text)?.[1];
  if (heading !== undefined) return colors.bold(heading);
  return text.replace(INLINE_MARKS, (whole, ...groups: readonly (string | undefined)[]) => {
    const [, code, link, strong, emphasis, literal] = groups;
    // Without colours the backticks stay, or a blank or a hyphen that is meant would not be seen.
    if (code !== undefined) return colors.isColorSupported ? colors.cyan(code) : whole;
    if (link !== undefined) return colors.underline(link);
    if (strong !== undefined) return colors.bold(strong);
    if (emphasis !== undefined) return colors.italic(emphasis);
    return literal ?? whole;
  });
}

/** Code, link, strong, emphasis, escaped sign: the first that fits, so that code stays as it is. */
const INLINE_MARKS =
  /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)|(?<!!)\[([^[\]`]+)\]\([^()\s]+\)|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\\([!-/:-@[-`{-~])/g;
