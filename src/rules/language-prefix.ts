import { z } from 'zod';
import type { Page } from '../pages/page-facts.ts';
import type { Place, PlacedText } from '../shared/place.ts';
import { defineRule, type JudgedItem, type Problem, type RuleContext } from './define-rule.ts';
import { findPage } from './find-page.ts';
import { getSubject, getWrittenLinks, judgeLinkItems } from './judge-items.ts';
import { isMediaAsked } from './media-settings.ts';
import { getStart } from './slice-item.ts';
import { isLanguage, spellLanguage, spellPrefix } from './spell-prefix.ts';
import { findTitleMarks } from './title-marks.ts';

const options = z.strictObject({
  own: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'two or three small letters')
    .default('en')
    .describe('the language of the newsletter, two or three small letters'),
});

export const languagePrefix = defineRule({
  id: 'language-prefix',
  severity: 'warning',
  summary: 'a page in another language than the newsletter’s, without the prefix that says so',
  options,
  needs: ['pages'],
  check: (context, { own }) => judgeLinkItems(context, (judged) => checkItem(judged, context, own)),
});

function checkItem({ file, item }: JudgedItem, context: RuleContext, own: string): readonly Problem[] {
  const [link] = getWrittenLinks(item);
  const page = link && findPage(context, link.url.text);
  const language = page && findLanguage(page, own);
  if (link === undefined || language === undefined) return [];
  const { prefixes, before } = item.entry;
  const marks = findTitleMarks(link, context.config.prefixes);
  const isMarked =
    prefixes.some(({ text }) => isLanguage(spellPrefix(text, context.config.prefixes) ?? '')) ||
    marks.some(({ prefix }) => isLanguage(prefix));
  if (isMarked) return [];
  // What stands before the link, or will soon, has to find its order first.
  const isClear =
    before.text === '' && marks.length === 0 && link.defect === undefined && !isMediaAsked(link.url.text, context);
  return [
    {
      path: file.path,
      place: { ...getStart(item.place), endLine: link.place.endLine, endColumn: link.place.endColumn },
      message: 'The page is in another language, and the item does not say so: write {0} before it.',
      quotes: [`[${language}]`],
      edits: isClear ? [{ ...findStart(prefixes, link.place), text: `[${language}] ` }] : [],
      subject: getSubject(item),
    },
  ];
}

/** Where the page and its words agree. */
function findLanguage({ content: { language, detectedLanguage } }: Page, own: string): string | undefined {
  if (language === undefined || language === own || language !== detectedLanguage) return undefined;
  return spellLanguage(language);
}

/** Before all prefixes, which are placed without their brackets. */
function findStart([first]: readonly PlacedText[], link: Place): Place {
  if (first === undefined) return getStart(link);
  const { startLine, startColumn } = first.place;
  return { startLine, startColumn: startColumn - 1, endLine: startLine, endColumn: startColumn - 1 };
}
