import type { Desk } from '../../ports/proposals.ts';
import { getPreviousDate } from '../../proposals/find-due.ts';
import type { DraftFacts } from '../../proposals/proposal-facts.ts';
import { toDay } from '../../shared/brand.ts';

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The date of the issue before a draft. Other files with a day are known by the rest of their name, if the draft's has one. */
export function findPreviousDate({ path, date }: DraftFacts, { drafts = [], archived }: Desk): string {
  const own = toName(path);
  const names = [...archived, ...drafts.map((draft) => toName(draft.path))];
  const alike = DAY.test(own) ? names.filter((name) => name.replace(DAY, '') === own.replace(DAY, '')) : names;
  return getPreviousDate(
    date,
    alike.flatMap((name) => toDay(name) ?? []),
  );
}

function toName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
