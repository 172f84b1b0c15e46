import { z } from 'zod';
import type { Config } from '../config/schema.ts';
import type { Item, Link } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Place } from '../shared/place.ts';
import { defineRule, type JudgedItem, type Problem, type RuleContext } from './define-rule.ts';
import { findAddress } from './find-loose-text.ts';
import { findProse } from './find-prose.ts';
import type { Flaw } from './flaw.ts';
import { hasOldLine } from './has-old-line.ts';
import { isRemovableAside } from './is-removable-aside.ts';
import { getSubject, getWrittenLinks, judgeLinkItems } from './judge-items.ts';
import { PREFIX_WORD } from './prefix-word.ts';
import { getEnd, getGap, getItemLine, getStart, rewrite, sliceItem } from './slice-item.ts';
import { findOwnPrefix, spellLanguage } from './spell-prefix.ts';

const options = z.strictObject({
  description: z
    .boolean()
    .default(false)
    .describe('whether more may follow the link on its line: a description, or further links'),
});

type Options = z.infer<typeof options>;

export const itemForm = defineRule({
  id: 'item-form',
  severity: 'warning',
  summary:
    'an item that is more or less than one link: text before or after it, several links, several lines; text between items',
  options,
  needs: [],
  check: (context, given) => [
    ...judgeLinkItems(context, (judged) =>
      checkForm(judged, { ...given, ...context.config, isOld: findOldLines(judged.file) }),
    ),
    ...checkProse(context),
  ],
});

/** Text between the items. With an address, it is an item that lacks its bullet, of which `item-bullet` speaks. */
function checkProse(context: RuleContext): readonly Problem[] {
  const message =
    'This text is no item, and readers look for items here: take it out, or make it the title of one, {0}.';
  const wording = { message, quotes: [`${context.config.bullet} [title of the page](address)`] };
  return findProse(context, 'link', wording, ({ lines }) => lines.every(({ text }) => findAddress(text) === undefined));
}

/** What says how an item may look: the configuration, and which lines were there before it. */
interface Wanted extends Options, Pick<Config, 'prefixes'> {
  readonly isOld: (line: string) => boolean;
}

/** Of a new file nobody can tell. */
function findOldLines({ base }: SubmittedFile): Wanted['isOld'] {
  return (line) => base === undefined || hasOldLine(base, line);
}

function checkForm({ file, item }: JudgedItem, wanted: Wanted): readonly Problem[] {
  const [link, ...others] = getWrittenLinks(item);
  const flaws = link === undefined ? checkLinkless(item) : checkParts(item, link, others, wanted);
  return flaws.map((flaw) => ({ path: file.path, subject: getSubject(item), ...flaw }));
}

function checkParts(item: Item, link: Link, others: readonly Link[], wanted: Wanted): readonly Flaw[] {
  const before = checkBefore(item, link, wanted);
  const after = checkAfter(item, link, others, wanted);
  // A sentence with links in it is one mistake, not two.
  const isSentence = before.length > 0 && [...before, ...after].every(({ edits = [] }) => edits.length === 0);
  const around = isSentence ? (others.length > 0 && after.length > 0 ? after : before) : [...before, ...after];
  return [...(joinMarks(around, item) ?? around), ...checkTitle(item, link)];
}

/** What is set around the link, such as the stars of `**[title](address)**`, is one mistake. */
function joinMarks([before, after, ...more]: readonly Flaw[], { entry }: Item): readonly Flaw[] | undefined {
  const marks = [entry.before.text, entry.after.text];
  const isJoined = after !== undefined && more.length === 0 && marks.every((text) => text !== '' && isWordless(text));
  if (before === undefined || !isJoined) return undefined;
  return [
    {
      place: before.place,
      message: 'There are marks around the link ({0}): an item is one link, so take them out.',
      quotes: [marks.join(' … ')],
      edits: [...(before.edits ?? []), ...(after.edits ?? [])],
    },
  ];
}

function checkLinkless(item: Item): readonly Flaw[] {
  const { content, links } = item.entry;
  // An address without a title is the business of link-syntax.
  return content.text === '' || links.length > 0 ? [] : [{ place: content.place, message: describeLinkless(item) }];
}

function describeLinkless({ indent, entry, children }: Item): string {
  if (indent > 0) return 'There is no link in this line: an item has no notes below it, so take it out.';
  if (children.length > 0) {
    return 'There is no link in this item: make each link below it an item of its own, and take this line out.';
  }
  return /\]\[[^\][]*\]/.test(entry.content.text)
    ? 'The address of this link is elsewhere in the file: write both here, as [title of the page](address).'
    : 'There is no link in this item: write it as [title of the page](address).';
}

function checkBefore(item: Item, link: Link, wanted: Wanted): readonly Flaw[] {
  const { before } = item.entry;
  // Prefixes that stand too close to each other are still prefixes.
  if (withoutComments(before.text) === '' || /^(?:\[[^\][]*\] ?)+$/.test(before.text)) return [];
  // A bracket that opens the title too early is `title-form`'s.
  if (/^\[[^\][]*$/.test(before.text)) return [];
  const prefixes = readMarkedPrefixes(before.text, wanted);
  if (prefixes !== undefined) {
    return [
      {
        place: before.place,
        message: 'The prefix of the link is not in plain square brackets: write {0}.',
        quotes: [prefixes],
        edits: rewrite(item, before.place, prefixes),
      },
    ];
  }
  if (!isWordless(before.text)) {
    return [
      {
        place: before.place,
        // Words may belong into the title, and only the author knows.
        message: 'There is text before the link ({0}): an item is one link, so move what matters into its title.',
        quotes: [before.text],
      },
    ];
  }
  if (wanted.description && isSetOff(item, link, wanted)) return [];
  const [example] = wanted.prefixes;
  const prefix = item.entry.prefixes.at(-1);
  const start = prefix === undefined ? getStart(before.place) : getAfterBracket(prefix.place);
  return [
    {
      place: before.place,
      message: `Nothing ${example === undefined ? '' : 'but a prefix such as {1} '}belongs before the link: take {0} out.`,
      quotes: example === undefined ? [before.text] : [before.text, `[${example}]`],
      edits: rewrite(item, getGap(start, link.place), prefix === undefined ? '' : ' '),
    },
  ];
}

/** `**[title](address)** by Ada`: the marks stand in pairs, and taking out one of them would leave the other. */
function isSetOff(item: Item, link: Link, wanted: Wanted): boolean {
  const marks = item.entry.before.text;
  return /^(?:\*{1,3}|_{1,3})$/.test(marks) && sliceItem(item, getRest(item, link, wanted)).startsWith(marks);
}

/** The empty span behind the bracket that closes a prefix. */
function getAfterBracket(prefix: Place): Place {
  const { endLine, endColumn } = prefix;
  return { startLine: endLine, startColumn: endColumn + 1, endLine, endColumn: endColumn + 1 };
}

/** `video`, `_video_`, `(video):` */
const MARKED_WORD = new RegExp(`^[\`*_(]*(${PREFIX_WORD})[\`*_)]*:?$`);

/** Prefixes set in backticks, stars or parentheses, or without any marks: as they should be. */
function readMarkedPrefixes(text: string, { prefixes }: Wanted): string | undefined {
  const [, set] = /^[`*_]+((?:\[[^\][`]+\] ?)+)[`*_]+$/.exec(text) ?? [];
  const [, word = ''] = MARKED_WORD.exec(text) ?? [];
  const own = findOwnPrefix(word, prefixes);
  return set ?? (own === undefined ? undefined : `[${own}]`);
}

/** A title may run over several lines in Markdown, but an item is one line. */
function checkTitle(item: Item, { title, url, place, defect }: Link): readonly Flaw[] {
  const opening = getGap(getStart(title.place), url.place);
  if (opening.startLine === opening.endLine) return [];
  const lines = sliceItem(item, opening).split('\n');
  const joined = lines
    .map((line) => line.trim())
    .reduce((text, line) => text + (line.startsWith(']') || text.endsWith('(') ? line : ` ${line}`));
  return [
    {
      place,
      message: 'The link runs over several lines: write it on one.',
      // Where the marks themselves are broken, `link-syntax` has to mend them first.
      edits: defect === undefined ? rewrite(item, opening, joined) : [],
    },
  ];
}

function checkAfter(item: Item, link: Link, others: readonly Link[], wanted: Wanted): readonly Flaw[] {
  const rest = getRest(item, link, wanted);
  const written = sliceItem(item, rest);
  const text = written.trim();
  if (withoutComments(text) === '') return [];
  const prefix = readPrefix(text, wanted);
  if (prefix !== undefined) {
    return [
      {
        place: rest,
        message: 'The prefix {0} comes after the link: put it before.',
        quotes: [`[${prefix}]`],
        edits: [
          ...rewrite(item, getGap(getStart(link.place), link.title.place), `[${prefix}] [`),
          { ...rest, text: '' },
        ],
      },
    ];
  }
  if (wanted.description && !isBelow(written)) return [];
  return [others.length > 0 ? describeOthers(rest, text) : describeRest(rest, written)];
}

/** Of several links only the author knows which one matters, unless the others are an aside to the first. */
function describeOthers(rest: Place, text: string): Flaw {
  return {
    place: rest,
    message: 'This item has several links: keep the one it is about, with the title of its page.',
    edits: isRemovableAside(text) ? [{ ...rest, text: '' }] : [],
  };
}

function describeRest(rest: Place, written: string): Flaw {
  const text = written.trim();
  return {
    place: rest,
    message: isBelow(written)
      ? 'There is text below the link ({0}): an item is one link on one line, so take it out.'
      : 'There is text after the link ({0}): an item is one link, so take it out.',
    quotes: [text],
    edits: isAside(text) || (isBelow(written) && /^\p{Lu}/u.test(text)) ? [{ ...rest, text: '' }] : [],
  };
}

function isBelow(written: string): boolean {
  return /^[ \t\r]*\n/.test(written);
}

/** To the end of the line, trailing blanks included, and of the lines below that are clearly the item's own. */
function getRest(item: Item, { place }: Link, { isOld }: Wanted): Place {
  const last = item.entry.content.place.endLine;
  const bare = new Set(
    item.entry.links.filter(({ defect }) => defect === 'bare-url').map((link) => link.place.startLine),
  );
  const isOwn = (line: number): boolean => {
    const text = getItemLine(item, line);
    return /^(?:[ \t]{2}|[ \t]*\r?$)/.test(text) || (!bare.has(line) && !isOld(text));
  };
  const below = Array.from({ length: Math.max(0, last - place.endLine) }, (_, index) => place.endLine + 1 + index);
  // A line that is not indented may be somebody else's paragraph that stands too close.
  const endLine = below.every(isOwn) ? Math.max(last, place.endLine) : place.endLine;
  const offset = endLine === item.place.startLine ? item.place.startColumn : 1;
  return { ...getEnd(place), endLine, endColumn: offset + getItemLine(item, endLine).replace(/\r$/, '').length };
}

/** `[video]`, `(video)`, `[ZH]` or `(Spanish)` and nothing else. */
function readPrefix(text: string, { prefixes }: Wanted): string | undefined {
  const [, word = ''] = /^[[(](\w+)[\])]$/.exec(text) ?? [];
  if (/^\[[A-Z]{2}\]$/.test(text)) return word;
  // A shorter word in parentheses may mean anything.
  const language = word.length > 3 ? spellLanguage(word) : undefined;
  return findOwnPrefix(word, prefixes) ?? language;
}

/** Readers do not see a comment. */
function withoutComments(text: string): string {
  return text.replace(/<!--(?:(?!-->).)*-->/gs, '').trim();
}

/** Set off from the link by a mark; a sentence that goes on from it would be cut in two. */
function isAside(text: string): boolean {
  return isWordless(text) || /^[-–—:;,.|(/~+*_]/.test(text);
}

function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
