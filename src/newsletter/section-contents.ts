import type { RepositoryPath } from '../shared/brand.ts';
import { findOverCap } from './caps.ts';
import { findSection } from './find-section.ts';
import type { Outline } from './issue.ts';
import { knowHeadings } from './name-sections.ts';
import { parseIssue } from './parse-issue.ts';
import type { SectionText } from './section-text.ts';
import { getLineStart, splitLines } from './text-lines.ts';

/** What stands in some sections, by id: the lines below the heading, with LF. Sections not found are missing. */
export type SectionContents = ReadonlyMap<string, string>;

interface Found {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Reads what stands in sections of a draft. Never throws; of a text over the bounds nothing is read. */
export function readSectionContents(
  path: RepositoryPath,
  text: string,
  sections: readonly SectionText[],
  outline: Outline,
): SectionContents {
  const found = findContents(path, text, sections, outline);
  return new Map(found.map(({ id, start, end }) => [id, text.slice(start, end).replaceAll('\r\n', '\n')]));
}

/** The draft with other contents in some of its sections, in its own line ends; what is the same stays byte for byte. */
export function replaceSectionContents(
  path: RepositoryPath,
  text: string,
  contents: SectionContents,
  { sections, outline }: { readonly sections: readonly SectionText[]; readonly outline: Outline },
): string {
  const newline = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
  let replaced = text;
  const found = [...findContents(path, text, sections, outline)].sort((one, other) => other.start - one.start);
  for (const { id, start, end } of found) {
    const content = contents.get(id);
    if (content === undefined || content === text.slice(start, end).replaceAll('\r\n', '\n')) continue;
    const before = replaced.slice(0, start);
    const isCut = content !== '' && before !== '' && !before.endsWith('\n');
    replaced = before + (isCut ? newline : '') + content.replaceAll('\n', newline) + replaced.slice(end);
  }
  return replaced;
}

function findContents(
  path: RepositoryPath,
  text: string,
  sections: readonly SectionText[],
  outline: Outline,
): readonly Found[] {
  if (findOverCap(path, text) !== undefined) return [];
  const headings = sections.map(({ heading }) => heading);
  const issue = parseIssue(path, text, knowHeadings(outline, headings));
  const lines = splitLines(text);
  return sections.flatMap((section) => {
    const search = findSection(issue, section);
    if (search.kind !== 'found') return [];
    const { heading, endLine } = search.span;
    return [{ id: section.id, start: getLineStart(lines, heading.line + 1), end: getLineStart(lines, endLine + 1) }];
  });
}
