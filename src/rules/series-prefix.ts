import { z } from 'zod';
import type { Config } from '../config/schema.ts';
import type { Item } from '../newsletter/issue.ts';
import { defineRule, type JudgedItem, type Problem } from './define-rule.ts';
import { getSubject, getWrittenLinks, judgeLinkItems } from './judge-items.ts';
import { findOwnPrefix, spellPrefix } from './spell-prefix.ts';
import { findTitleMarks } from './title-marks.ts';

const options = z.strictObject({
  prefix: z.string().default('series').describe('the prefix of what is one of a series'),
  notBeside: z
    .array(z.string())
    .default(['video', 'audio'])
    .describe('prefixes of what mostly comes in series, so that it need not be said'),
});

type Options = z.infer<typeof options>;

export const seriesPrefix = defineRule({
  id: 'series-prefix',
  severity: 'hint',
  summary: 'an article that calls itself a part of a series, without the prefix for it',
  options,
  needs: [],
  check: (context, given) => judgeLinkItems(context, (judged) => checkItem(judged, given, context.config)),
});

/** Of the many ways to number, those that an article of a series has; `#12` is an issue of a newsletter. */
const PART = /\b(?:part|chapter)[ -]{1,2}(?:\d{1,3}|[IVX]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)\b/i;

function checkItem({ file, item }: JudgedItem, given: Options, config: Config): readonly Problem[] {
  const [link] = getWrittenLinks(item);
  const [part] = PART.exec(link?.title.text ?? '') ?? [];
  const prefix = findOwnPrefix(given.prefix, config.prefixes);
  if (link === undefined || part === undefined || prefix === undefined) return [];
  const besides = [prefix, ...given.notBeside];
  if (listPrefixes(item, config).some((other) => findOwnPrefix(other, besides) !== undefined)) return [];
  return [
    {
      path: file.path,
      place: link.title.place,
      message:
        'The title says {0}, and no prefix says that this is one of a series: if it is, write {1} before the link.',
      quotes: [part, `[${prefix}]`],
      subject: getSubject(item),
    },
  ];
}

function listPrefixes({ entry }: Item, { prefixes }: Config): readonly string[] {
  const marks = entry.links.slice(0, 1).flatMap((link) => findTitleMarks(link, prefixes));
  return [
    ...entry.prefixes.map(({ text }) => spellPrefix(text, prefixes) ?? text),
    ...marks.map(({ prefix }) => prefix),
  ];
}
