import { COMMAND, findCommandLines } from './find-command-lines.ts';

/** A line of a comment that asks for something: what, and its words behind `/copydesk` as written. */
export type Command = Request & { readonly text: string };

/** Names are as written, unknown ones among them. */
type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'recheck' }
  /** Which section would do? */
  | { readonly kind: 'which-section' }
  | { readonly kind: 'section'; readonly name: string }
  /** `rule` is '' where none is named. */
  | { readonly kind: 'ignore'; readonly rule: string; readonly reason: string | undefined }
  /** Sections by id or heading, in lower case; none for all. */
  | { readonly kind: 'fill'; readonly sections: readonly string[] }
  | { readonly kind: 'unknown' };

/**
 * The commands in a comment's Markdown, in their order. Never throws and takes one pass, whatever the text. Whether the
 * comment counts at all (who wrote it, whether it was edited) is for the caller to know.
 */
export function parseCommands(markdown: string): readonly Command[] {
  return findCommandLines(markdown).map((text) => ({ text, ...toRequest(text) }));
}

/** Whether every line of a comment is blank or starts with `/copydesk`: nothing for people to read. */
export function holdsOnlyCommands(markdown: string): boolean {
  return markdown.split(/\r\n?|\n/).every((line) => line.trim() === '' || COMMAND.test(line));
}

function toRequest(text: string): Request {
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
    case 'fill':
      return { kind: 'fill', sections: toSections(rest) };
    default:
      return { kind: 'unknown' };
  }
}

function toSection(name: string): Request {
  return name === '' || name === '?' ? { kind: 'which-section' } : { kind: 'section', name };
}

/** A heading may have blanks, an id has none: with commas they are told apart, without them both are tried. */
function toSections(text: string): readonly string[] {
  const whole = strip(text.trim()).toLowerCase();
  const parts = whole.split(whole.includes(',') ? ',' : /\s+/).map((part) => strip(part.trim()));
  return [...new Set([whole, ...parts])].filter((name) => name !== '');
}

function toIgnore(text: string): Request {
  const [, word = '', rest = ''] = /^(\S*)\s*([^]*)$/.exec(text) ?? [];
  const reason = rest.trim();
  return { kind: 'ignore', rule: strip(word).toLowerCase(), reason: reason === '' ? undefined : reason };
}

/** Without the quotation marks or backticks that people put round a name. */
function strip(name: string): string {
  return /^(["'`])(.+)\1$/.exec(name)?.[2]?.trim() ?? name;
}
