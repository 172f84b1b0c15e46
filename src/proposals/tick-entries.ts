import type { FilledSection, ShortlistEntry } from '../sections/filled-section.ts';

/** Which entries of a shortlist people ticked or un-ticked, by key. */
export type Ticks = ReadonlyMap<string, boolean>;

/** The section with its shortlist ticked as people want it: an entry's line comes in under its sub-heading, or goes. */
export function tickEntries(section: FilledSection, ticks: Ticks): FilledSection {
  let lines = section.body.split('\n');
  const shortlist = section.shortlist.map((entry) => {
    const isTicked = ticks.get(entry.key) ?? entry.isTicked;
    if (isTicked === entry.isTicked) return entry;
    lines = isTicked ? putIn(lines, entry, section.shortlist) : takeOut(lines, entry);
    return { ...entry, isTicked };
  });
  return { ...section, body: lines.join('\n'), shortlist };
}

function putIn(lines: readonly string[], entry: ShortlistEntry, shortlist: readonly ShortlistEntry[]): string[] {
  if (lines.includes(entry.line)) return [...lines];
  const start = findHeading(lines, entry.heading);
  if (start < 0) return addHeading(lines, entry, shortlist);
  let at = start + 1;
  while (lines[at]?.trim() === '') at += 1;
  const isItem = (line: string | undefined): boolean => line?.startsWith(entry.line.slice(0, 2)) === true;
  while (isItem(lines[at]) && (lines[at] ?? '') <= entry.line) at += 1;
  return lines.toSpliced(at, 0, entry.line);
}

/** Before the first heading that stands behind it in the shortlist, else at the end. */
function addHeading(lines: readonly string[], { heading, line }: ShortlistEntry, shortlist: readonly ShortlistEntry[]) {
  const headings = [...new Set(shortlist.map((entry) => entry.heading))];
  const later = headings.slice(headings.indexOf(heading) + 1).map((name) => findHeading(lines, name));
  const next = later.find((at) => at >= 0);
  const marks = /^#+/.exec(lines.find((one) => /^#{1,6} /.test(one)) ?? '####')?.[0] ?? '####';
  const block = [`${marks} ${heading}`, line];
  return next === undefined ? [...lines, '', ...block] : lines.toSpliced(next, 0, ...block, '');
}

/** A heading with nothing left below it goes, too. */
function takeOut(lines: readonly string[], { line, heading }: ShortlistEntry): string[] {
  const kept = lines.filter((one) => one !== line);
  const at = findHeading(kept, heading);
  if (at < 0) return kept;
  const next = kept.findIndex((one, index) => index > at && /^#{1,6} /.test(one));
  const end = next < 0 ? kept.length : next;
  const isEmpty = kept.slice(at + 1, end).every((one) => one.trim() === '');
  if (!isEmpty) return kept;
  const rest = kept.toSpliced(at, end - at);
  while (rest.at(-1)?.trim() === '') rest.pop();
  return rest;
}

function findHeading(lines: readonly string[], heading: string): number {
  return lines.findIndex((line) => /^#{1,6} /.test(line) && line.replace(/^#+ /, '').trim() === heading);
}
