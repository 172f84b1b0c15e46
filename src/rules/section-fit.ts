import { z } from 'zod';
import { findSiteLinks } from '../archive/find-earlier.ts';
import type { Archive } from '../archive/index-issues.ts';
import { getSite } from '../archive/site.ts';
import { sectionNameSchema } from '../config/named-sections.ts';
import { mayHoldLinks } from '../config/may-hold-links.ts';
import type { Finding } from '../findings/finding.ts';
import type { PlacedItem, SubmittedFile } from '../newsletter/submission.ts';
import { defineRule, type Problem, type RuleContext } from './define-rule.ts';
import { findClosure } from './find-closure.ts';
import { findSection, getIssueDay } from './find-section.ts';
import { getSubject } from './judge-items.ts';
import { listBrought } from './list-brought.ts';
import { moveItem } from './move-item.ts';

const options = z.strictObject({
  vague: z
    .array(sectionNameSchema)
    .default([])
    .describe('sections for what fits nowhere else: where it is clear what fits, that is said'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .describe('how sure the archive must be, of 1, to take an item out of a vague section; authors mostly mean it'),
  links: z.int().min(1).default(5).describe('from so many earlier links of a site on, their section counts'),
  share: z.number().min(0.5).max(1).default(0.98).describe('such a share of them must have run in one section'),
});

type Options = z.infer<typeof options>;

export const sectionFit = defineRule({
  id: 'section-fit',
  severity: 'hint',
  summary:
    'an item in no section, a vague or a closed one, or where nothing of its site ever ran: names the one it fits',
  options,
  needs: ['archive'],
  movesLines: true,
  check: (context, given) => {
    // Editors know where they put what.
    if (context.author.permission === 'write') return [];
    const drafts = context.submission.files.filter(({ role }) => role === 'draft');
    return drafts.flatMap((file) => listBrought(file).flatMap((placed) => checkItem(placed, file, given, context)));
  },
});

function checkItem(placed: PlacedItem, file: SubmittedFile, given: Options, context: RuleContext): readonly Problem[] {
  const { item, section, region } = placed;
  if (!mayHoldLinks(context.config, region)) return [];
  const reason = needsPlace(placed, given, context)
    ? describeByModel(placed, file, given, context)
    : describeBySite(placed, file, given, context);
  if (reason === undefined || reason.quotes[0] === section) return [];
  const edits = file.head === undefined ? [] : moveItem(item, file.head, reason.quotes[0] ?? '');
  return [{ path: file.path, place: item.place, ...reason, edits, subject: getSubject(item) }];
}

/** Whether the author did not choose a section, or one that says nothing or takes nothing. */
function needsPlace({ section, region }: PlacedItem, { vague }: Options, context: RuleContext): boolean {
  const { sections } = context.config;
  const isSection = sections.some((known) => known.name === section && known.region === region);
  return !isSection || vague.includes(section) || findClosure(section, context) !== undefined;
}

/** The section that is named stands first of the quotes. */
type Reason = Pick<Finding, 'message' | 'quotes'>;

function describeByModel(
  { item, section: chosen }: PlacedItem,
  file: SubmittedFile,
  { vague, confidence }: Options,
  context: RuleContext,
): Reason | undefined {
  const suggestion = findSection(item, file, context);
  if (suggestion === undefined || (vague.includes(chosen) && suggestion.confidence < confidence)) return undefined;
  const { section, evidence } = suggestion;
  return addRemedy(section, `This seems to belong in {0}: ${evidence.message}.`, evidence.quotes);
}

function describeBySite(
  { item, section }: PlacedItem,
  file: SubmittedFile,
  given: Options,
  context: RuleContext,
): Reason | undefined {
  const site = getSite(item.entry.links[0]?.url.text ?? '');
  if (context.archive === undefined || site === '') return undefined;
  const ran = findSiteLinks(context.archive, site, getIssueDay(file, context.openedOn));
  const [most, count] = findMostFrequent(ran);
  if (most === undefined || most === section || ran.length < given.links || count < given.share * ran.length)
    return undefined;
  if (findClosure(most, context) !== undefined) return undefined;
  const share = count === ran.length ? `All ${count}` : `${count} of ${ran.length}`;
  return addRemedy(most, `${share} earlier links from {1} ran in {0}: see whether this one belongs there, too.`, [
    most,
    site,
  ]);
}

function addRemedy(section: string, message: string, quotes: readonly string[]): Reason {
  return {
    message: `${message} Comment {${quotes.length}} to be shown how to move it.`,
    quotes: [...quotes, `/copydesk section ${section}`],
  };
}

/** The section in which most of them ran, and how many. */
function findMostFrequent(links: Archive['links']): readonly [section: string | undefined, count: number] {
  const counts = [...Map.groupBy(links, ({ section }) => section)].map(
    ([section, own]) => [section, own.length] as const,
  );
  return counts.reduce<readonly [string | undefined, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [undefined, 0],
  );
}
