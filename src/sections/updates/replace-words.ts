import { splitCode } from '../../wording/split-code.ts';

interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** A text with signs replaced everywhere, and words outside code where they stand whole. */
export function replaceWords(text: string, replacements: readonly Replacement[]): string {
  return splitCode(text)
    .map((part) => replaceIn(part.text, part.isCode ? replacements.filter(isSign) : replacements))
    .join('');
}

function isSign({ from }: Replacement): boolean {
  return !/\w/.test(from);
}

function replaceIn(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((result, { from, to }) => {
    const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const pattern = /^\w+$/.test(from) ? new RegExp(String.raw`\b${escaped}\b`, 'g') : new RegExp(escaped, 'g');
    return result.replace(pattern, () => to);
  }, text);
}
