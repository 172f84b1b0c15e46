import type { DraftText } from '../../newsletter/changed-file.ts';
import { parseHeader } from '../../newsletter/parse-header.ts';
import { splitLines } from '../../newsletter/text-lines.ts';
import type { DraftFacts } from '../../proposals/proposal-facts.ts';
import { getZonedDay } from '../../proposals/zoned-day.ts';
import { compareText } from '../../shared/compare-text.ts';
import type { CommitSha } from '../../shared/brand.ts';

/**
 * The draft that is next to be published: of those with a date, in the header or the file's name, the earliest whose day is
 * not over, else the last.
 */
export function chooseDraft(
  drafts: readonly DraftText[],
  head: CommitSha,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): DraftFacts | undefined {
  const dated = drafts.flatMap(({ path, text }): DraftFacts[] => {
    // A header is short, whatever the rest of the text is.
    const { date } = parseHeader(path, splitLines(text.slice(0, 5000)));
    return date === undefined ? [] : [{ path, text, date, head }];
  });
  const sorted = dated.sort((one, other) => compareText(`${one.date} ${one.path}`, `${other.date} ${other.path}`));
  const today = getZonedDay(now, timeZone);
  return sorted.find(({ date }) => date >= today) ?? sorted.at(-1);
}
