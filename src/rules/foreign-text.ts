import type { Config } from '../config/schema.ts';
import { isConflictMarker } from '../newsletter/block-skeleton.ts';
import type { Issue, Section } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Place } from '../shared/place.ts';
import type { Problem } from './define-rule.ts';
import { findLineAbove } from './find-line-above.ts';

interface Line {
  readonly line: number;
  readonly text: string;
}

/**
 * What a submission does to the text between the items: headings that are gone, and text of the newsletter that is
 * changed or taken out. Text among items is none of it: somebody meant it as an item, or it is an example to fill in.
 */
export function findForeignText(file: SubmittedFile, config: Config): readonly Problem[] {
  const { base, head } = file;
  if (base === undefined || head === undefined) return [];
  const lost = listRuns(listOwnText(base, config), listLines(head));
  return [...listLostSections(file).map((section) => describeLost(file, section)), ...describeRuns(file, lost)];
}

/** Sections of the newsletter that a submission leaves without a heading. */
export function listLostSections({ base, head }: SubmittedFile): readonly Section[] {
  const names = new Set(head?.sections.map(({ name }) => name));
  return (base?.sections ?? []).filter(({ isKnown, name }) => isKnown && !names.has(name));
}

function describeLost(file: SubmittedFile, { heading, line, name }: Section): Problem {
  const isEmptied = file.changes.some((change) => change.kind === 'removed' && change.before.section === name);
  return {
    path: file.path,
    place: findLineAbove(file, line),
    message: isEmptied
      ? 'The heading {0} is gone, and items that stood below it: put them back.'
      : 'The heading {0} is gone: put it back.',
    quotes: [heading],
    subject: heading,
  };
}

/** The newsletter's own words: what is no item and no known heading, where no items stand, and long comments everywhere. */
function listOwnText(base: Issue, config: Config): readonly Line[] {
  const lines = listLines(base);
  const comments = base.comments.filter(({ startLine, endLine }) => startLine < endLine);
  const isCommented = ({ line }: Line): boolean =>
    comments.some(({ startLine, endLine }) => startLine <= line && line <= endLine);
  return base.sections.flatMap((section) => {
    const hasItems = config.grammars[section.region] !== undefined;
    const inItem = new Set(
      section.items.flatMap(({ place }) => lines.slice(place.startLine - 1, place.endLine).map(({ line }) => line)),
    );
    return lines
      .slice(section.line - 1, section.endLine)
      .filter((line) => (hasItems ? isCommented(line) : !inItem.has(line.line)))
      .filter(
        ({ line, text }) => text !== '' && !isConflictMarker(text) && !(section.isKnown && line === section.line),
      );
  });
}

/** Of lines in their order those that stand nowhere in the head, in runs. */
function listRuns(own: readonly Line[], head: readonly Line[]): readonly (readonly Line[])[] {
  const standing = new Set(head.map(({ text }) => text));
  const runs: Line[][] = [];
  let isOpen = false;
  for (const line of own) {
    const isLost = !standing.has(line.text);
    if (isLost && isOpen) runs.at(-1)?.push(line);
    else if (isLost) runs.push([line]);
    isOpen = isLost;
  }
  return runs;
}

/** Of more places nobody wants to hear one by one. */
const MOST_RUNS = 3;

function describeRuns(file: SubmittedFile, runs: readonly (readonly Line[])[]): readonly Problem[] {
  const problems = runs.map((run) => describe(file, run));
  const [first] = problems;
  if (first === undefined || problems.length <= MOST_RUNS) return problems;
  const message = `Text of the newsletter is changed or gone in ${problems.length} places, first where {0} was: put it back as it was.`;
  return [{ ...first, message }];
}

function describe(file: SubmittedFile, run: readonly Line[]): Problem {
  const [first] = run;
  const text = first?.text ?? '';
  const change = file.outside.find(({ kind, before }) => kind === 'changed' && before.includes(text));
  return {
    path: file.path,
    place: change === undefined ? findLineAbove(file, first?.line ?? 1) : getPlace(file, change),
    message: `Text of the newsletter is ${change === undefined ? 'gone' : 'changed'} here, from {0} on: put it back as it was.`,
    quotes: [text],
    subject: text,
  };
}

function getPlace({ head }: SubmittedFile, { startLine, endLine }: Pick<Place, 'startLine' | 'endLine'>): Place {
  const last = head?.text.split('\n')[endLine - 1] ?? '';
  return { startLine, startColumn: 1, endLine, endColumn: last.trimEnd().length + 1 };
}

function listLines({ text }: Issue): readonly Line[] {
  return text.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
}
