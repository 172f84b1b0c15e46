import { splitCode } from '../../wording/split-code.ts';

interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** A text with signs replaced everywhere, and words outside code; either where they stand whole: `<->` holds no `->`. */
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
    const whole = /^\w+$/.test(from) ? String.raw`\b${escaped}\b` : `(?<![<>=-])${escaped}(?![<>=-])`;
    return result.replace(new RegExp(whole, 'g'), () => to);
  }, text);
}
