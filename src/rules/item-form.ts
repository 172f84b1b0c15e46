import type { Config } from '../config/schema.ts';
import type { TextEdit } from '../findings/finding.ts';
import type { Item, Link } from '../newsletter/issue.ts';
import type { Place } from '../shared/place.ts';
import { defineRule, type JudgedItem, type Problem } from './define-rule.ts';
import { getSubject, getWrittenLinks, judgeGrammarItems } from './judge-items.ts';
import { getEnd, getGap, getItemLine, getStart, rewrite, sliceItem } from './slice-item.ts';

export const itemForm = defineRule({
  id: 'item-form',
  severity: 'warning',
  summary: 'an item that is more or less than one link: text before or after it, several links, several lines',
  needs: [],
  check: (context) => judgeGrammarItems(context, (judged) => checkForm(judged, context.config)),
});

/** What is wrong with an item's form. */
interface Flaw {
  readonly place: Place;
  readonly message: string;
  readonly quotes?: readonly string[];
  readonly edits?: readonly TextEdit[];
}

function checkForm({ file, item }: JudgedItem, config: Config): readonly Problem[] {
  const [link, ...others] = getWrittenLinks(item);
  const flaws = link === undefined ? checkLinkless(item) : checkParts(item, link, others, config);
  return flaws.map((flaw) => ({ path: file.path, subject: getSubject(item), ...flaw }));
}

function checkParts(item: Item, link: Link, others: readonly Link[], config: Config): readonly Flaw[] {
  const before = checkBefore(item, link);
  const after = checkAfter(item, link, others, config);
  // A sentence with links in it is one mistake, not two.
  const isSentence = [...before, ...after].every(({ edits = [] }) => edits.length === 0);
  return [...before, ...checkTitle(item, link), ...(before.length > 0 && isSentence ? [] : after)];
}

function checkLinkless({ entry, children }: Item): readonly Flaw[] {
  // An address without a title is the business of link-syntax, a heading of a nested list is none of ours.
  if (entry.content.text === '' || entry.links.length > 0 || children.length > 0) return [];
  return [
    { place: entry.content.place, message: 'There is no link in this item: write it as [title of the page](address).' },
  ];
}

function checkBefore(item: Item, link: Link): readonly Flaw[] {
  const { before } = item.entry;
  // Prefixes that stand too close to each other are still prefixes.
  if (before.text === '' || /^(?:\[[^\][]*\] ?)+$/.test(before.text)) return [];
  const [, prefixes] = /^[`*_]+((?:\[[^\][`]+\] ?)+)[`*_]+$/.exec(before.text) ?? [];
  if (prefixes !== undefined) {
    return [
      {
        place: before.place,
        message: 'The marks before the link are set in backticks or stars: write them as plain {0}.',
        quotes: [prefixes],
        edits: rewrite(item, before.place, prefixes),
      },
    ];
  }
  return [
    {
      place: before.place,
      message: 'Text stands before the link ({0}): an item is one link, so put into its title what matters.',
      quotes: [before.text],
      // Marks without a word can go; words may belong into the title, and only the author knows.
      edits: isWordless(before.text) ? rewrite(item, getGap(getStart(before.place), link.place), '') : [],
    },
  ];
}

/** A title may run over several lines in Markdown, but an item is one line. */
function checkTitle(item: Item, { title, url, place, defect }: Link): readonly Flaw[] {
  const opening = getGap(getStart(title.place), url.place);
  if (opening.startLine === opening.endLine) return [];
  const lines = sliceItem(item, opening).split('\n');
  const joined = lines
    .map((line) => line.trim())
    .reduce((text, line) => text + (line.startsWith(']') ? line : ` ${line}`));
  return [
    {
      place,
      message: 'The link runs over several lines: write it in one.',
      // Where the marks themselves are broken, `link-syntax` has to mend them first.
      edits: defect === undefined ? rewrite(item, opening, joined) : [],
    },
  ];
}

function checkAfter(item: Item, link: Link, others: readonly Link[], config: Config): readonly Flaw[] {
  const rest = getRestOfLine(item, link);
  const text = sliceItem(item, rest).trim();
  if (text === '') return [];
  const prefix = readPrefix(text, config);
  if (prefix !== undefined) {
    return [
      {
        place: rest,
        message: 'The mark {0} stands after the link: put it before.',
        quotes: [`[${prefix}]`],
        edits: [
          ...rewrite(item, getGap(getStart(link.place), link.title.place), `[${prefix}] [`),
          { ...rest, text: '' },
        ],
      },
    ];
  }
  return [
    {
      place: rest,
      message:
        others.length > 0
          ? 'Several links stand in one item: keep the one that it is about.'
          : 'Text stands after the link ({0}): an item is one link, so take it out.',
      quotes: others.length > 0 ? [] : [text],
      // Of several links only the author knows which one matters.
      edits: others.length === 0 && isAside(text) ? [{ ...rest, text: '' }] : [],
    },
  ];
}

/** Trailing blanks included. Lines below may be somebody else's paragraph that stands too close. */
function getRestOfLine(item: Item, { place }: Link): Place {
  const line = getItemLine(item, place.endLine);
  const offset = place.endLine === item.place.startLine ? item.place.startColumn : 1;
  return { ...getEnd(place), endColumn: offset + line.replace(/\r$/, '').length };
}

/** `[video]`, `(video)` or `[ZH]` and nothing else. */
function readPrefix(text: string, config: Config): string | undefined {
  const [, word = ''] = /^[[(]([\w|]+)[\])]$/.exec(text) ?? [];
  return config.prefixes.includes(word.toLowerCase()) ? word.toLowerCase() : undefined;
}

/** Set off from the link by a mark; a sentence that goes on from it would be cut in two. */
function isAside(text: string): boolean {
  return isWordless(text) || /^[-–—:;,.|(/~+*_]/.test(text);
}

function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
