import { z } from 'zod';
import type { TextEdit } from '../findings/finding.ts';
import type { Link } from '../newsletter/issue.ts';
import { compareTitles } from '../pages/compare-titles.ts';
import type { Page } from '../pages/page-facts.ts';
import { defineRule, type JudgedItem, type Problem, type RuleContext } from './define-rule.ts';
import { findPage } from './find-page.ts';
import { getSubject, getWrittenLinks, judgeLinkItems } from './judge-items.ts';
import { getFragment } from './read-address.ts';
import { isLanguage } from './spell-prefix.ts';
import { findTitleMarks } from './title-marks.ts';

const options = z.strictObject({
  exceptHosts: z
    .array(z.string())
    .default(['github.com', 'gitlab.com', 'codeberg.org', 'crates.io', 'docs.rs', 'lib.rs'])
    .describe('hosts whose pages are named by a machine, so that people have to find a title themselves'),
});

type Options = z.infer<typeof options>;

export const titleMatchesPage = defineRule({
  id: 'title-matches-page',
  severity: 'hint',
  summary: 'a title that is not the one that the page has',
  options,
  needs: ['pages'],
  check: (context, given) => judgeLinkItems(context, (judged) => checkItem(judged, context, given)),
});

function checkItem({ file, item }: JudgedItem, context: RuleContext, { exceptHosts }: Options): readonly Problem[] {
  const [link] = getWrittenLinks(item);
  const page = link && findPage(context, link.url.text);
  if (link === undefined || page === undefined || isTranslated(item.entry.prefixes, page)) return [];
  // A part of a page, such as an episode, has a title of its own.
  if (getFragment(link.url.text) !== '') return [];
  const host = URL.parse(page.evidence.finalUrl)?.hostname ?? '';
  if (exceptHosts.some((except) => host === except || host.endsWith(`.${except}`))) return [];
  const verdict = compareTitles(getOwnText(link, context), page.content, host);
  if (verdict.kind !== 'differs') return [];
  return [
    {
      path: file.path,
      place: link.title.place,
      message: 'The page calls itself {0}: take its title, unless yours says more.',
      quotes: [verdict.title],
      edits: isClear(link, context) ? replaceTitle(link, verdict.title) : [],
      subject: getSubject(item),
    },
  ];
}

/** The title of a page in another language may be told in English. */
function isTranslated(prefixes: readonly { readonly text: string }[], { content }: Page): boolean {
  const { language = 'en', detectedLanguage = 'en' } = content;
  return language !== 'en' || detectedLanguage !== 'en' || prefixes.some(({ text }) => isLanguage(text));
}

function getOwnText(link: Link, { config }: RuleContext): string {
  const { text } = link.title;
  return findTitleMarks(link, config.prefixes).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
}

/** What other rules have to say about the words has to be done first. */
function isClear(link: Link, { config }: RuleContext): boolean {
  const { text } = link.title;
  const isPlain = text.trim() === text && !/[\n`\\<[\]]|\.$|…$/.test(text);
  return isPlain && link.defect === undefined && findTitleMarks(link, config.prefixes).length === 0;
}

/** Only a title that can stand in a link as it is, and that no other rule would have something to say about. */
function replaceTitle({ title }: Link, name: string): readonly TextEdit[] {
  const isFit = /^[^[\]<>`\\*_|\p{C}]{3,100}$/u.test(name) && !/[.…]$|^https?:|^[[(]/.test(name);
  return isFit ? [{ ...title.place, text: name }] : [];
}
