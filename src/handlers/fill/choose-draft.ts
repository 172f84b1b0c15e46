import type { DraftText } from '../../newsletter/changed-file.ts';
import { parseHeader } from '../../newsletter/parse-header.ts';
import { splitLines } from '../../newsletter/text-lines.ts';
import type { DraftFacts } from '../../proposals/proposal-facts.ts';
import { compareText } from '../../shared/compare-text.ts';
import { type CommitSha, type Day, toDay } from '../../shared/brand.ts';

/** The draft that is next to be published: of those with a date, in the header or the file's name, the earliest. */
export function chooseDraft(drafts: readonly DraftText[], head: CommitSha): DraftFacts | undefined {
  const dated = drafts.flatMap(({ path, text }): DraftFacts[] => {
    const date = findDate(path, text);
    return date === undefined ? [] : [{ path, text, date, head }];
  });
  return dated.sort((one, other) => compareText(`${one.date} ${one.path}`, `${other.date} ${other.path}`))[0];
}

function findDate(path: string, text: string): Day | undefined {
  // A header is short, whatever the rest of the text is.
  const { date } = parseHeader(splitLines(text.slice(0, 5000)));
  return date ?? toDay(/\d{4}-\d{2}-\d{2}/.exec(path.slice(path.lastIndexOf('/') + 1))?.[0] ?? '');
}
