import { z } from 'zod';
import type { Config } from '../config/schema.ts';
import type { Item, Link } from '../newsletter/issue.ts';
import type { Place, PlacedText } from '../shared/place.ts';
import { defineRule, type JudgedItem, type Problem } from './define-rule.ts';
import type { Flaw } from './flaw.ts';
import { getSubject, getWrittenLinks, judgeLinkItems } from './judge-items.ts';
import { editWithin, getGap, getStart, sliceItem } from './slice-item.ts';
import { defaultSynonyms, findOwnPrefix, isLanguage, spellPrefix } from './spell-prefix.ts';
import { findTitleMarks } from './title-marks.ts';

const options = z.strictObject({
  synonyms: z
    .record(z.string(), z.string())
    .default(defaultSynonyms)
    .describe('words that people write for a prefix, and the prefix that they mean'),
  last: z
    .array(z.string())
    .default(['video', 'audio'])
    .describe('prefixes that stand next to the link; languages come first, the others between'),
});

type Options = z.infer<typeof options>;

export const knownPrefix = defineRule({
  id: 'known-prefix',
  severity: 'error',
  summary: 'a prefix that the newsletter does not have, or that is spelt, spaced or placed otherwise',
  options,
  needs: [],
  check: (context, given) => judgeLinkItems(context, (judged) => checkItem(judged, given, context.config)),
});

function checkItem({ file, item }: JudgedItem, given: Options, { prefixes }: Config): readonly Problem[] {
  const [link] = getWrittenLinks(item);
  if (link === undefined || link !== item.entry.links[0]) return [];
  const written = item.entry.prefixes;
  const spelt = written.map(({ text }) => spellPrefix(given.synonyms[text.trim().toLowerCase()] ?? text, prefixes));
  // In a sentence, or where the brackets of the link do not match, other words in brackets are no prefix.
  const isSure = link.defect !== 'unclosed-bracket' && !/[\p{L}\p{N}]/u.test(item.entry.before.text);
  if (!isSure && spelt.includes(undefined)) return [];
  const flaws = [
    ...checkOrder(written, spelt, given.last),
    ...checkGaps(item, link, spelt),
    ...checkTitle(item, link, spelt, { prefixes }, given.last),
  ];
  const all = [...checkSpelling(written, spelt, prefixes, given.last), ...flaws];
  return all.map((flaw) => ({ path: file.path, subject: getSubject(item), ...flaw }));
}

type Spelt = readonly (string | undefined)[];

function checkSpelling(
  written: readonly PlacedText[],
  spelt: Spelt,
  prefixes: readonly string[],
  last: readonly string[],
): readonly Flaw[] {
  if (isMisplaced(spelt, last)) return [];
  return written.flatMap((prefix, index): readonly Flaw[] => {
    const right = spelt[index];
    const { text, place } = prefix;
    if (right === text) return [];
    if (right === undefined) return [{ place, ...describeUnknown(text, prefixes) }];
    return [
      {
        place,
        message: 'The prefix {0} is spelt otherwise here: write {1}.',
        quotes: [`[${text}]`, `[${right}]`],
        edits: [editWithin(prefix, 0, text.length, right)],
      },
    ];
  });
}

/** `[video playlist]` tells readers what `[video]` would, and editors leave it; of other words they know nothing. */
function describeUnknown(text: string, prefixes: readonly string[]): Omit<Flaw, 'place'> {
  const [own] = text.split(/\s+/).flatMap((word) => findOwnPrefix(word, prefixes) ?? []);
  if (own !== undefined) {
    return {
      severity: 'hint',
      message: 'The newsletter’s own prefix is {0}: write it in place of {1}, unless the rest matters.',
      quotes: [`[${own}]`, `[${text}]`],
    };
  }
  const known = [...prefixes, 'XX'].map((prefix) => `[${prefix}]`).join(', ');
  return {
    message: 'There is no prefix {0}: take it out, or write one of {1} (XX: two letters for the language).',
    quotes: [`[${text}]`, known],
  };
}

/** Languages come first, those next to the link last. */
function rank(prefix: string, last: readonly string[]): number {
  return isLanguage(prefix) ? 0 : findOwnPrefix(prefix, last) === undefined ? 1 : 2;
}

function sortPrefixes(spelt: Spelt, last: readonly string[]): Spelt {
  return spelt.toSorted((one = '', other = '') => rank(one, last) - rank(other, last));
}

function isMisplaced(spelt: Spelt, last: readonly string[]): boolean {
  return !spelt.includes(undefined) && sortPrefixes(spelt, last).some((prefix, index) => prefix !== spelt[index]);
}

function checkOrder(written: readonly PlacedText[], spelt: Spelt, last: readonly string[]): readonly Flaw[] {
  const [first] = written;
  if (first === undefined || !isMisplaced(spelt, last)) return [];
  const sorted = sortPrefixes(spelt, last);
  const isMisspelt = written.some(({ text }, index) => text !== spelt[index]);
  return [
    {
      place: first.place,
      // Published issues have either order of [series] and [video].
      severity: isMisspelt ? 'error' : 'hint',
      message: 'The prefixes are in another order than usual: write {0}.',
      quotes: [sorted.map((prefix) => `[${prefix ?? ''}]`).join(' ')],
      edits: written.flatMap((prefix, index) => {
        const right = sorted[index] ?? '';
        return right === prefix.text ? [] : [editWithin(prefix, 0, prefix.text.length, right)];
      }),
    },
  ];
}

function checkGaps(item: Item, link: Link, spelt: Spelt): readonly Flaw[] {
  return item.entry.prefixes.flatMap((prefix, index): readonly Flaw[] => {
    const next = item.entry.prefixes[index + 1];
    const gap = getGap(afterBracket(prefix), getStart(next === undefined ? link.place : beforeBracket(next)));
    // Two languages may share a mark.
    const isPair = isLanguage(spelt[index] ?? '') && isLanguage(spelt[index + 1] ?? '');
    if (isPair || sliceItem(item, gap) !== '') return [];
    return [
      {
        place: { ...prefix.place, ...getItemStart(item) },
        message: 'There is no space after the prefix {0}: put one there.',
        quotes: [`[${prefix.text}]`],
        edits: [{ ...gap, text: ' ' }],
      },
    ];
  });
}

function afterBracket({ place: { endLine, endColumn } }: PlacedText): Place {
  return { startLine: endLine, startColumn: endColumn, endLine, endColumn: endColumn + 1 };
}

function beforeBracket({ place: { startLine, startColumn } }: PlacedText): Place {
  return { startLine, startColumn: startColumn - 1, endLine: startLine, endColumn: startColumn };
}

/** Marks that stand before the link as well are a part of the page’s own title. */
function checkTitle(
  item: Item,
  link: Link,
  spelt: Spelt,
  { prefixes }: Pick<Config, 'prefixes'>,
  last: readonly string[],
) {
  return findTitleMarks(link, prefixes)
    .filter(({ prefix, isInWords }) => !spelt.includes(prefix) && isInWords !== true)
    .map(({ prefix, start, end }): Flaw => {
      const next = item.entry.prefixes[spelt.findIndex((other = '') => rank(other, last) > rank(prefix, last))];
      const target = getStart(next === undefined ? link.place : beforeBracket(next));
      return {
        place: { ...link.place, ...getItemStart(item) },
        message: 'The prefix {0} is inside the title: put it before the link.',
        quotes: [`[${prefix}]`],
        edits: [{ ...target, text: `[${prefix}] ` }, editWithin(link.title, start, end, '')],
      };
    });
}

/** Findings that insert something are placed from there on: so their edits come before those of rules that speak of the link. */
function getItemStart({ place: { startLine, startColumn } }: Item): Pick<Place, 'startLine' | 'startColumn'> {
  return { startLine, startColumn };
}
