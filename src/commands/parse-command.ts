import { findCommandLines } from './find-command-lines.ts';

/** What somebody asks for in a line of a comment. Texts are as written: unknown rules and sections among them. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'recheck' }
  /** Which section would do? */
  | { readonly kind: 'which-section' }
  | { readonly kind: 'section'; readonly name: string }
  /** `rule` is '' where none is named. */
  | { readonly kind: 'ignore'; readonly rule: string; readonly reason: string | undefined }
  | { readonly kind: 'unknown'; readonly text: string };

/**
 * The commands in a comment's Markdown, in their order. Never throws and takes one pass, whatever the text. Whether the
 * comment counts at all (who wrote it, whether it was edited) is for the caller to know.
 */
export function parseCommands(markdown: string): readonly Command[] {
  return findCommandLines(markdown).map(toCommand);
}

function toCommand(text: string): Command {
  const [, word = '', rest = ''] = /^(\S*)\s*([^]*)$/.exec(text) ?? [];
  switch (word.toLowerCase()) {
    case '':
    case 'help':
      return { kind: 'help' };
    case 'recheck':
      return { kind: 'recheck' };
    case 'section?':
      return { kind: 'which-section' };
    case 'section':
      return toSection(strip(rest));
    case 'ignore':
      return toIgnore(rest);
    default:
      return { kind: 'unknown', text };
  }
}

function toSection(name: string): Command {
  return name === '' || name === '?' ? { kind: 'which-section' } : { kind: 'section', name };
}

function toIgnore(text: string): Command {
  const [, word = '', rest = ''] = /^(\S*)\s*([^]*)$/.exec(text) ?? [];
  const reason = rest.trim();
  return { kind: 'ignore', rule: strip(word).toLowerCase(), reason: reason === '' ? undefined : reason };
}

/** Without the quotation marks or backticks that people put round a name. */
function strip(name: string): string {
  return /^(["'`])(.+)\1$/.exec(name)?.[2]?.trim() ?? name;
}
