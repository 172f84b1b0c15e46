import type { ArchivedLink } from '../archive/archived-link.ts';
import { countWeeks, findEarlier } from '../archive/find-earlier.ts';
import type { Archive } from '../archive/index-issues.ts';
import type { Item } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Problem } from './define-rule.ts';
import { getSubject } from './judge-items.ts';

/** What an item that comes into an issue leads to. */
export interface FreshLink {
  readonly item: Item;
  readonly identity: string;
}

/** What to say of links that ran in an earlier issue; the latest such run is named. @param weeks up to how many are a warning */
export function checkEarlierRuns(
  { path, head }: SubmittedFile,
  links: readonly FreshLink[],
  { archive, weeks }: { readonly archive: Archive; readonly weeks: number },
): readonly Problem[] {
  const day = head?.header.date;
  if (day === undefined) return [];
  return links.flatMap(({ item, identity }) => {
    const [latest] = findEarlier(archive, identity, day);
    if (latest === undefined) return [];
    const isRecent = countWeeks(latest.date, day) <= weeks;
    return [
      {
        path,
        place: item.entry.links[0]?.place ?? item.place,
        ...describe(latest, isRecent),
        subject: getSubject(item),
        severity: isRecent ? ('warning' as const) : ('hint' as const),
      },
    ];
  });
}

function describe({ number, date, section }: ArchivedLink, isRecent: boolean): Pick<Problem, 'message' | 'quotes'> {
  const issue = number === undefined ? `the issue of ${date}` : `issue ${number} (${date})`;
  const remedy = isRecent ? 'take this one out.' : 'see whether readers should get it again.';
  return { message: `This link ran in ${issue} already, under {0}: ${remedy}`, quotes: [section] };
}
