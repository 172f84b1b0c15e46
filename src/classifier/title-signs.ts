const SIGNS: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['question', /\?\s*$/],
  ['exclamation', /!\s*$/],
  ['version', /\d\.\d/],
  ['long version', /\d\.\d+\.\d/],
  ['name and version', /^\S+ v?\d+\.\d/],
  ['number', /#\d/],
  ['part', /\bpart\s+\w/i],
  ['year', /\b20\d\d\b/],
  ['issue', /\bissue\b/i],
  ['colon', /:/],
  ['code', /`/],
  ['small first letter', /^\p{Ll}/u],
  ['first person', /\b(?:i|my|we|our)\b/i],
  ['first word in -ing', /^\p{L}+ing\b/iu],
];

/** What the shape of a title tells, whatever it is about: how it begins and ends, how long it is, how it is written. */
export function listTitleSigns(title: string, words: readonly string[]): readonly string[] {
  const large = title.match(/(?<!\S)\p{Lu}/gu)?.length ?? 0;
  return [
    ...SIGNS.filter(([, pattern]) => pattern.test(title)).map(([sign]) => sign),
    `length ${Math.min(14, words.length)}`,
    `first ${words[0] ?? ''}`,
    `first two ${words.slice(0, 2).join(' ')}`,
    `last ${words.at(-1) ?? ''}`,
    `large letters ${Math.round((4 * large) / Math.max(1, words.length))}`,
  ];
}
