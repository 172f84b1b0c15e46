import type { OpenDraft } from '../newsletter/open-draft.ts';
import type { PlacedItem, SubmittedFile } from '../newsletter/submission.ts';
import { defineRule, noOptions, type Problem, type RuleContext } from './define-rule.ts';
import { findClosure } from './find-closure.ts';
import { getSubject } from './judge-items.ts';
import { getFirstLine } from './slice-item.ts';

export const rightFile = defineRule({
  id: 'right-file',
  severity: 'error',
  summary:
    'a new item in a published issue, in a draft that is not open, in the template, or in several drafts at once',
  options: noOptions,
  needs: ['permission', 'drafts'],
  check: (context) => {
    const { openDrafts, submission } = context;
    if (openDrafts === undefined) return [];
    return submission.files.flatMap((file) => checkFile(file, openDrafts, context));
  },
});

function checkFile(file: SubmittedFile, openDrafts: readonly OpenDraft[], context: RuleContext): readonly Problem[] {
  const reason = findReason(file, openDrafts, context);
  if (reason !== undefined) {
    const items = listNewItems(file);
    return items.length > MOST_TOLD
      ? describeAll(file, items, reason, context)
      : items.map((placed) => describe(file, placed, reason, context));
  }
  const other = context.submission.files.find((candidate) => comesFirst(candidate, file, openDrafts));
  if (other === undefined) return [];
  const known = new Set(listNewItems(other).map((placed) => getSubject(placed.item)));
  return listNewItems(file)
    .filter((placed) => known.has(getSubject(placed.item)))
    .map((placed) => ({
      path: file.path,
      place: placed.item.place,
      message: 'This item is added to {0} too, and one place is enough: take it out here.',
      quotes: [other.path],
      subject: getSubject(placed.item),
    }));
}

/** Why new items do not belong into this file; undefined where they do, or where it is for editors to know. */
function findReason(file: SubmittedFile, openDrafts: readonly OpenDraft[], context: RuleContext): string | undefined {
  const isContributor = context.author.permission === 'read';
  // A new file in the archive, or one that was a draft, is an issue being published.
  if (file.role === 'archive') {
    const isPublishing = file.base === undefined || file.previousRole === 'draft';
    return isContributor && !isPublishing ? 'This issue is published already' : undefined;
  }
  // Whoever publishes an issue opens the next draft with it.
  if (context.submission.files.some(({ previousRole, role }) => previousRole === 'draft' && role === 'archive'))
    return undefined;
  if (file.role === 'template')
    return isContributor ? 'This file is the template that drafts are made from' : undefined;
  if (isOpen(file, openDrafts)) return undefined;
  if (file.base !== undefined) return 'This draft is no longer open';
  return isContributor ? 'This draft is not open yet' : undefined;
}

function isOpen({ path, previousPath }: SubmittedFile, openDrafts: readonly OpenDraft[]): boolean {
  return openDrafts.some((draft) => draft.path === path || draft.path === previousPath);
}

/** Of two open drafts the one that is published first. */
function comesFirst(candidate: SubmittedFile, file: SubmittedFile, openDrafts: readonly OpenDraft[]): boolean {
  const indexOf = ({ path }: SubmittedFile): number => openDrafts.findIndex((draft) => draft.path === path);
  return indexOf(candidate) !== -1 && indexOf(candidate) < indexOf(file);
}

/** Added items that are no correction: neither does one of their section go, nor was their text there but no item. */
function listNewItems({ changes, base }: SubmittedFile): readonly PlacedItem[] {
  const gone = new Map<string, number>();
  const known = new Set(base?.text.split(/[\s()<>[\]]+/));
  for (const change of changes) {
    if (change.kind === 'removed') gone.set(change.before.section, (gone.get(change.before.section) ?? 0) + 1);
  }
  return changes.flatMap((change) => {
    if (change.kind !== 'added') return [];
    const { item, section } = change.after;
    const replaced = gone.get(section) ?? 0;
    gone.set(section, replaced - 1);
    return replaced > 0 || known.has(getSubject(item)) ? [] : [change.after];
  });
}

/** Of more items nobody wants to hear one by one. */
const MOST_TOLD = 5;

function describeAll(
  file: SubmittedFile,
  items: readonly PlacedItem[],
  reason: string,
  { openDrafts }: RuleContext,
): readonly Problem[] {
  const [draft] = openDrafts ?? [];
  const all = `all ${items.length}, of which this is the first,`;
  const remedy =
    draft === undefined
      ? `no draft is open now: wait for the next one, and add ${all} there`
      : `new items go into the open draft: move ${all} to {0}`;
  return items.slice(0, 1).map(({ item }) => ({
    path: file.path,
    place: getFirstLine(item),
    message: `${reason}, and ${remedy}.`,
    quotes: draft === undefined ? [] : [draft.path],
    subject: file.path,
    settles: items.map(({ item: { place } }) => place),
  }));
}

function describe(file: SubmittedFile, { item, section }: PlacedItem, reason: string, context: RuleContext): Problem {
  return {
    path: file.path,
    place: item.place,
    ...tellWhere(section, reason, context),
    subject: getSubject(item),
  };
}

/** What is wrong, and where the line belongs instead; into a section that is closed to the author it belongs nowhere. */
function tellWhere(section: string, reason: string, context: RuleContext): Pick<Problem, 'message' | 'quotes'> {
  if (findClosure(section, context) !== undefined) return { message: `${reason}: take the line out.` };
  const draft = context.openDrafts?.[0];
  if (draft === undefined) {
    return { message: `${reason}, and no draft is open now: wait for the next one, and add the line there.` };
  }
  const line = draft.insertionLines[section];
  const named = section === '' ? 'in the section it belongs to' : 'in the section {1}';
  const where = line === undefined ? named : `below line ${line}`;
  return {
    message: `${reason}, and new items go into the open draft: add the line to {0}, ${where}.`,
    quotes: where.includes('{1}') ? [draft.path, section] : [draft.path],
  };
}
