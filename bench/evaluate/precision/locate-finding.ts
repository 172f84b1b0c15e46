import type { CheckReport } from '../../../src/cli/check/check-report.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import type { Issue, Item } from '../../../src/newsletter/issue.ts';
import type { Place } from '../../../src/shared/place.ts';

/** The lines that a finding speaks of. */
export interface Flagged {
  /** Whole lines, joined by line feeds; empty where the file is not there or cannot be read. */
  readonly text: string;
  /** The section they stand in, by its name today. */
  readonly section: string;
  /** The item, where the finding is about one. */
  readonly item: Item | undefined;
  /** What identifies it to its rule. */
  readonly subject: string;
  /** First line of the item before it in the same section; undefined where it is the first, or no item. */
  readonly previous: string | undefined;
}

/**
 * Finds what a finding is about: the innermost item around it with all that stands below, or else its lines. Lines
 * without text are taken with the ones around them, for every issue has such lines.
 */
export function locateFinding({ path, place, subject }: Finding, { submission }: CheckReport): Flagged {
  const head = submission.files.find((file) => file.path === path)?.head;
  if (head === undefined) return { text: '', section: '', item: undefined, subject, previous: undefined };
  const section = head.sections.find(({ line, endLine }) => line <= place.startLine && place.startLine <= endLine);
  const siblings = findSiblings(section?.items ?? [], place);
  const index = siblings.findIndex((item) => holds(item.place, place));
  const item = siblings[index];
  const lines = splitText(head);
  return {
    text: widen(lines, item?.place ?? place),
    section: section?.name ?? '',
    item,
    subject,
    previous: lines[(siblings[index - 1]?.place.startLine ?? 0) - 1],
  };
}

/** The list of the innermost item that holds a place. */
function findSiblings(items: readonly Item[], place: Place): readonly Item[] {
  const around = items.find((item) => holds(item.place, place));
  if (around?.children.some((child) => holds(child.place, place)) !== true) return items;
  return findSiblings(around.children, place);
}

function holds(outer: Place, inner: Place): boolean {
  return outer.startLine <= inner.startLine && inner.endLine <= outer.endLine;
}

function widen(lines: readonly string[], { startLine, endLine }: Place): string {
  let [start, end] = [startLine - 1, endLine];
  if (lines.slice(start, end).join('').trim() === '') {
    start = lines.findLastIndex((line, index) => index < start && line.trim() !== '');
    const next = lines.findIndex((line, index) => index >= end && line.trim() !== '');
    end = next === -1 ? lines.length : next + 1;
  }
  return lines.slice(Math.max(0, start), end).join('\n');
}

/** Line ends are nobody's editing. */
function splitText({ text }: Issue): readonly string[] {
  return text.split(/\r?\n/);
}
