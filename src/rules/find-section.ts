import { type SectionSuggestion, suggestSection } from '../classifier/suggest-section.ts';
import type { Item } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Day } from '../shared/brand.ts';
import type { RuleContext } from './define-rule.ts';
import { findClosure } from './find-closure.ts';

type Facts = Pick<RuleContext, 'sectionModel' | 'config' | 'openedOn' | 'author'>;

/**
 * Where an item most likely belongs by what ran before; undefined where that is not clear, and where it is a section
 * that takes nothing from its author now.
 */
export function findSection(item: Item, file: SubmittedFile, facts: Facts): SectionSuggestion | undefined {
  const link = item.entry.links[0];
  if (facts.sectionModel === undefined || link === undefined) return undefined;
  const prefix = item.entry.prefixes.map(({ text }) => `[${text}]`).join(' ');
  const unplaced = { title: link.title.text, url: link.url.text, prefix };
  const suggestion = suggestSection(facts.sectionModel, unplaced, getIssueDay(file, facts.openedOn));
  const isOpen = suggestion !== undefined && findClosure(suggestion.section, facts) === undefined;
  return isOpen ? suggestion : undefined;
}

/** The day an issue is dated; where it does not say, the day on which it is looked at. */
export function getIssueDay({ head }: SubmittedFile, openedOn: Day): Day {
  return head?.header.date ?? openedOn;
}
