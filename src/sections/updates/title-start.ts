import { splitCode } from '../../wording/split-code.ts';

/** How a title starts: `fix:` of `fix(scope): …` and `[Fix] …`, else its first word; in lower case. */
export function getTitleStart(title: string): string {
  const [, tag] = /^\[?([A-Za-z][\w-]{0,29})(?:\([^)]{0,60}\))?[\]:!]/.exec(title) ?? [];
  if (tag !== undefined) return `${tag.toLowerCase()}:`;
  const plain = splitCode(title)
    .map(({ text }) => text)
    .join('');
  return /[A-Za-z]+/.exec(plain.slice(0, 60))?.[0].toLowerCase() ?? '';
}
