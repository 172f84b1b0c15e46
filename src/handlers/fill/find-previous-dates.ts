import type { Desk } from '../../ports/proposals.ts';
import { getPreviousDate } from '../../proposals/find-due.ts';
import type { DraftFacts } from '../../proposals/proposal-facts.ts';
import { toDay } from '../../shared/brand.ts';

const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * The dates that the issue before a draft may have, the newest first: the last is right unless there was a proposal for
 * another, as the archive may lag behind. Other files with a day are known by the rest of their name, if the draft's has one.
 */
export function findPreviousDates(
  { path, date }: DraftFacts,
  { drafts = [], archived }: Pick<Desk, 'drafts' | 'archived'>,
): readonly [string, string] {
  const own = toName(path);
  const names = [...archived, ...drafts.map((draft) => draft.path)].map(toName);
  const alike = DAY.test(own) ? names.filter((name) => toSeries(name) === toSeries(own)) : names;
  const days = alike.flatMap((name) => toDay(name) ?? []);
  const [known, usual] = [getPreviousDate(date, days), getPreviousDate(date, [])];
  return [known < usual ? usual : known, known];
}

/** `2026-03-05-issue-12.md` and `2026-03-12-issue-13.md` are issues of one newsletter. */
function toSeries(name: string): string {
  return name.replaceAll(/\d+/g, '');
}

function toName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
