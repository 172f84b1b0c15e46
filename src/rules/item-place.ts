import type { Config } from '../config/schema.ts';
import type { Issue, Section } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Place } from '../shared/place.ts';
import { defineRule, noOptions, type Problem } from './define-rule.ts';
import { getLinePlace } from './get-line-place.ts';
import { hasOldLine } from './has-old-line.ts';
import { getSubject } from './judge-items.ts';
import { listBrought } from './list-brought.ts';

export const itemPlace = defineRule({
  id: 'item-place',
  severity: 'error',
  summary: 'an item outside the sections: above them, between them, under a new heading, or in a comment',
  options: noOptions,
  needs: [],
  check: ({ submission, author, config }) => {
    // Editors make headings for conferences, and keep items in comments.
    if (author.permission === 'write') return [];
    const drafts = submission.files.filter(({ role, base }) => role === 'draft' && base !== undefined);
    return drafts.flatMap((file) => [...findMisplaced(file, config), ...findHidden(file)]);
  },
});

function findMisplaced(file: SubmittedFile, config: Config): readonly Problem[] {
  const { base, head } = file;
  if (base === undefined || head === undefined) return [];
  const parting = new Set<Section>();
  return listBrought(file).flatMap(({ item }) => {
    const section = head.sections.findLast(({ line }) => line <= item.place.startLine);
    const reason = section === undefined ? undefined : describePlace(section, { base, head, config });
    if (section === undefined || reason === undefined) return [];
    const isParted = section.depth > 0 && isNew(section, base) && hasOldLine(base, item.raw.split('\n', 1)[0] ?? '');
    if (!isParted) return [{ path: file.path, place: item.place, ...reason, subject: getSubject(item) }];
    // One heading is one mistake, however many items of others stand below it now.
    if (parting.has(section)) return [];
    parting.add(section);
    return [{ path: file.path, ...describeHeading(section, head) }];
  });
}

function describeHeading({ line, heading }: Section, { text }: Issue): Omit<Problem, 'path'> {
  return {
    place: getLinePlace(text, line),
    message: 'The heading {0} is new and separates items from their section: take it out.',
    quotes: [heading],
    subject: heading,
  };
}

/** What is wrong with a section as a place for items; undefined for a right one. */
function describePlace(
  section: Section,
  { base, head, config }: { base: Issue; head: Issue; config: Config },
): Pick<Problem, 'message' | 'quotes'> | undefined {
  if (section.depth === 0) {
    return { message: 'This item stands above the first heading: move it into the section it belongs to.' };
  }
  const hasItems = config.grammars[section.region] !== undefined;
  if (!section.isKnown && (hasItems || section.region === 'other') && isNew(section, base)) {
    return {
      message:
        'This item stands under a heading that is new, {0}: move the item into one of the sections, and take the heading out.',
      quotes: [section.heading],
    };
  }
  const part = findPart(section, head, config);
  if (part === undefined) return undefined;
  return {
    message:
      'This item stands directly under {0}, which is divided into sections: move it into the one it belongs to, such as {1}.',
    quotes: [section.heading, part.heading],
  };
}

function isNew({ heading }: Section, base: Issue): boolean {
  return !base.sections.some((before) => before.heading === heading);
}

/** The first of the sections for items that a heading is divided into. */
function findPart(section: Section, { sections }: Issue, config: Config): Section | undefined {
  const next = sections[sections.indexOf(section) + 1];
  const isPart = next !== undefined && next.depth > section.depth && next.isKnown && section.isKnown;
  return isPart && config.grammars[next.region] !== undefined ? next : undefined;
}

const LINK_LINE = /^\s*(?:[-*+]\s+)?(?:\[[^\]]{0,40}\]\s*)*\[[^\]]+\]\(https?:/i;

/** Lines with a link that are new, and in a comment, where no reader sees them. */
function findHidden({ path, base, head }: SubmittedFile): readonly Problem[] {
  if (base === undefined || head === undefined || head.comments.length === 0) return [];
  const lines = head.text.split('\n');
  const commented = new Set(head.comments.flatMap((comment) => listHiddenLines(comment, lines)));
  return [...commented].flatMap((line) => {
    const text = lines[line - 1]?.trim() ?? '';
    if (!LINK_LINE.test(text) || hasLinked(base, text)) return [];
    return [
      {
        path,
        place: getLinePlace(head.text, line),
        message: 'This item stands in a comment, where no reader sees it: move it below the end of the comment, {0}.',
        quotes: ['-->'],
        subject: text,
      },
    ];
  });
}

/** Whether a line leads where one did before: what its bullet or its title was does not matter. */
function hasLinked(base: Issue, line: string): boolean {
  const [, address = ''] = /\]\(([^\s)]+)/.exec(line) ?? [];
  return hasOldLine(base, line) || base.text.includes(`(${address})`);
}

/** The lines of a comment but for the first one where something stands before it. */
function listHiddenLines({ startLine, startColumn, endLine }: Place, lines: readonly string[]): readonly number[] {
  const before = (lines[startLine - 1] ?? '').slice(0, startColumn - 1);
  const first = before.trim() === '' ? startLine : startLine + 1;
  return Array.from({ length: endLine - first + 1 }, (_, index) => first + index);
}
