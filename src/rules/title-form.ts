import { z } from 'zod';
import type { TextEdit } from '../findings/finding.ts';
import type { Config, Grammar } from '../config/schema.ts';
import type { Item, Link } from '../newsletter/issue.ts';
import type { PlacedText } from '../shared/place.ts';
import { defineRule, type JudgedItem, type Problem } from './define-rule.ts';
import type { Flaw } from './flaw.ts';
import { getSubject, getWrittenLinks, judgeItems } from './judge-items.ts';
import { editWithin } from './slice-item.ts';

const options = z.strictObject({
  cutFrom: z
    .int()
    .default(55)
    .describe('characters from which on a title that ends in dots counts as cut off by a machine'),
  cutTo: z.int().default(80).describe('characters up to which it does; no machine cuts later'),
});

type Options = z.infer<typeof options>;

export const titleForm = defineRule({
  id: 'title-form',
  severity: 'warning',
  summary:
    'a title with blanks at its ends, cut off, or that is its own address; as a hint, one that ends in a full stop',
  options,
  needs: [],
  check: (context, given) => judgeItems(context, (judged) => checkItem(judged, given, context.config)),
});

/** What stands before such a bracket is no part of the link. */
const LONELY_BRACKET = 'One square bracket in the title has no partner: close it, or take it out.';

/** What is wrong with a title; it stands where the title does. */
type TitleFlaw = Omit<Flaw, 'place'>;

function checkItem({ file, item, region }: JudgedItem, given: Options, { grammars }: Config): readonly Problem[] {
  const [link] = getWrittenLinks(item);
  // What has several lines or no words is the business of other rules.
  if (link === undefined || link.title.text.trim() === '' || link.title.text.includes('\n')) return [];
  return checkTitle(item, link, grammars[region], given).map((flaw) => ({
    path: file.path,
    place: link.title.place,
    subject: getSubject(item),
    ...flaw,
  }));
}

function checkTitle(
  { entry: { before } }: Item,
  link: Link,
  grammar: Grammar | undefined,
  given: Options,
): readonly (TitleFlaw | Flaw)[] {
  // What else the title of a call should say is the business of its own rules; events have theirs in bold.
  if (grammar === 'cfp-project' || grammar === 'cfp-event') return checkBlanks(link.title);
  if (grammar !== 'link') return [];
  return /^\[[^\][]*$/.test(before.text)
    ? [{ place: before.place, message: LONELY_BRACKET }]
    : [...checkBlanks(link.title), ...checkWords(link, given)];
}

function checkBlanks(title: PlacedText): readonly TitleFlaw[] {
  const { text } = title;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const edits: readonly TextEdit[] = [
    ...(start === 0 ? [] : [editWithin(title, 0, start, '')]),
    ...(end === text.length ? [] : [editWithin(title, end, text.length, '')]),
  ];
  if (edits.length === 0) return [];
  const where = start === 0 ? 'end' : end === text.length ? 'start' : 'start and end';
  return [{ message: `There is a blank at the ${where} of the title: take it out.`, edits }];
}

function checkWords({ title, url }: Link, { cutFrom, cutTo }: Options): readonly TitleFlaw[] {
  const text = title.text.trim();
  if (simplifyAddress(text) === simplifyAddress(url.text) && url.text !== '') {
    return [{ message: 'The link shows its address {0}: put the title of the page there.', quotes: [text] }];
  }
  if (/(?:\.\.|…)$/.test(text)) {
    const isCut = text.length >= cutFrom && text.length <= cutTo && !/\b(?:more|etc)[.…]+$/i.test(text);
    return isCut ? [{ message: 'The title seems to be cut off: write it in full, as the page has it.' }] : [];
  }
  return endsInFullStop(text)
    ? [{ message: 'The title ends in a full stop, which titles hardly have: take it out.', severity: 'hint' }]
    : [];
}

/** An address as people read it: without scheme, `www.` and slashes at its end. */
function simplifyAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/(?<!\/)\/+$/, '');
}

/** One sentence and its full stop; several sentences have theirs, and so have abbreviations. */
function endsInFullStop(text: string): boolean {
  if (!/[\p{L}\p{N})\]”"'`!?]\.$/u.test(text) || /[.!?:]\s/.test(text)) return false;
  return !/(?:^|[\s(.])(?:\p{L}|etc|inc|ltd|co|corp|al|vs|vol|pt|jr|sr)\.$/iu.test(text);
}
