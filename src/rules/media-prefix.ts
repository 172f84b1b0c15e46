import type { Entry, Link } from '../newsletter/issue.ts';
import { defineRule, type JudgedItem, type Problem, type RuleContext } from './define-rule.ts';
import { getSubject, getWrittenLinks, judgeLinkItems } from './judge-items.ts';
import type { MediaAddress } from './media-addresses.ts';
import { findLinkedMedia, listMedia, mediaOptions } from './media-settings.ts';
import { PREFIX_WORD } from './prefix-word.ts';
import { getStart } from './slice-item.ts';
import { defaultSynonyms, findOwnPrefix } from './spell-prefix.ts';
import { findTitleMarks } from './title-marks.ts';

export const mediaPrefix = defineRule({
  id: 'media-prefix',
  severity: 'error',
  summary: 'a link to a video or a podcast, by its host or by what the page says, without the prefix that says so',
  options: mediaOptions,
  needs: ['pages'],
  check: (context, options) => {
    const known = listMedia(options, context.config);
    return judgeLinkItems(context, (judged) => checkItem(judged, known, context));
  },
});

function checkItem(
  { file, item, section }: JudgedItem,
  known: readonly MediaAddress[],
  context: RuleContext,
): readonly Problem[] {
  const { prefixes, sections } = context.config;
  // A heading of its own, such as a conference's, says once what all of its items are.
  if (!sections.some(({ name }) => name === section)) return [];
  const [link] = getWrittenLinks(item);
  const media = link && findLinkedMedia(link.url.text, known, context);
  if (link === undefined || media === undefined) return [];
  const words = new Set([media.prefix, ...known.map(({ prefix }) => prefix)]);
  if (isMarked(item.entry, words) || findTitleMarks(link, prefixes).some(({ prefix }) => words.has(prefix))) return [];
  return [
    {
      path: file.path,
      // From the item's start, so that its edit comes before those of rules that speak of the link.
      place: { ...getStart(item.place), endLine: link.place.endLine, endColumn: link.place.endColumn },
      severity: media.isLikely === true ? 'warning' : 'error',
      message: `${describe(media)}: write {0} before it.`,
      quotes: [`[${media.prefix}]`],
      edits: isClear(item.entry, link) ? [{ ...getStart(link.place), text: `[${media.prefix}] ` }] : [],
      subject: getSubject(item),
    },
  ];
}

function describe({ isLikely }: MediaAddress): string {
  return isLikely === true
    ? 'The link probably leads to something to watch or to listen to'
    : 'The link leads to something to watch or to listen to, and does not say so';
}

/** `[video] [audio]`, `(video)`, `_video_:` */
const MARKED_WORDS = new RegExp(`^[\`*_[(]*${PREFIX_WORD}(?:\\] ?\\[${PREFIX_WORD})*[\`*_\\])]*:?$`);

/** Whether one of these words is a prefix already, be it in the wrong marks or on the wrong side, which other rules mend. */
function isMarked({ prefixes, before, after }: Entry, words: ReadonlySet<string>): boolean {
  const outside = [before.text, after.text].filter((text) => MARKED_WORDS.test(text));
  return [...prefixes.map(({ text }) => text), ...outside]
    .flatMap((text) => text.toLowerCase().split(/\W+/))
    .some((word) => findOwnPrefix(word, [...words]) !== undefined || Object.hasOwn(defaultSynonyms, word));
}

/** Before words that are no prefix, only the author knows where it belongs. */
function isClear({ before }: Entry, { defect }: Link): boolean {
  return defect !== 'empty-url' && !/[\p{L}\p{N}]/u.test(before.text);
}
