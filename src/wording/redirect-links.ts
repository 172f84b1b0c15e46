import { splitCode } from './split-code.ts';

/**
 * Sends links to github.com through redirect.github.com, which GitHub does not count as a mention of the linked thread
 * or commit. What stands in code is not a link and is left alone.
 */
export function redirectLinks(markdown: string): string {
  return splitCode(markdown)
    .map(({ text, isCode }) =>
      isCode ? text : text.replace(/(https?:\/\/)(?:www\.)?github\.com(?=[/?#\s)>]|$)/gi, '$1redirect.github.com'),
    )
    .join('');
}
