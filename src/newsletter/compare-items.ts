import { alignSequences } from './align-sequences.ts';
import type { Issue } from './issue.ts';
import { toItemForm, toItemText, toItemTitle, toItemUrl } from './item-identity.ts';
import type { ItemChange, PlacedItem } from './submission.ts';

/** An item of one side, until its partner on the other side is found. */
interface Candidate {
  readonly placed: PlacedItem;
  readonly section: string;
  readonly text: string;
  /** Its section has no namesake on the other side: the heading is new, gone or renamed. */
  readonly isAlone: boolean;
  isMatched: boolean;
}

interface Sides {
  readonly before: readonly Candidate[];
  readonly after: readonly Candidate[];
  readonly changes: ItemChange[];
}

/** Where whole pages were rewritten, nobody could say which item became which. */
const MAX_COMPARISONS = 400;

type Key = (candidate: Candidate) => string;

const byText: Key = ({ section, text }) => `${section}\n${text}`;
const byTextAnywhere: Key = ({ text }) => text;
const byUrl: Key = ({ section, placed }) => keyed(toItemUrl(placed.item), section);
const byTitle: Key = ({ section, placed }) => keyed(toItemTitle(placed.item), section);
const byUrlAnywhere: Key = ({ placed }) => keyed(toItemUrl(placed.item), '');

/**
 * What an editor would say happened to the items: neighbours, white space and the order of untouched items play no role.
 * An item that keeps its words but not its place is moved; one that keeps its address or its title, or most of its words
 * between the same neighbours, is changed, also where it stands elsewhere now; one whose bullet or indentation alone
 * differs is changed. Doubled items count as often as they stand there. Changes come in the order of the head, removed
 * items last.
 */
export function compareItems(base: Issue | undefined, head: Issue | undefined): readonly ItemChange[] {
  const sides: Sides = { before: toCandidates(base, head), after: toCandidates(head, base), changes: [] };
  matchInPlace(sides);
  matchBelowRenamed(sides);
  matchAs(sides, byText, 'moved');
  matchAs(sides, byTextAnywhere, 'moved');
  matchAs(sides, byUrl, 'changed');
  matchAs(sides, byTitle, 'changed');
  matchAs(sides, byUrlAnywhere, 'changed');
  matchNeighbours(sides);
  for (const { placed } of unmatched(sides.after)) sides.changes.push({ kind: 'added', after: placed });
  const removed = unmatched(sides.before).map(({ placed }) => ({ kind: 'removed' as const, before: placed }));
  const inHead = sides.changes.sort((left, right) => lineInHead(left) - lineInHead(right));
  return [...inHead, ...removed];
}

function lineInHead(change: ItemChange): number {
  return change.kind === 'removed' ? 0 : change.after.item.place.startLine;
}

function keyed(identity: string, section: string): string {
  return identity === '' ? '' : `${section}\n${identity}`;
}

function toCandidates(issue: Issue | undefined, other: Issue | undefined): readonly Candidate[] {
  const namesakes = new Set(other?.sections.map(({ name }) => name));
  return (issue?.sections ?? []).flatMap(({ name, region, items }) =>
    items.map((item) => ({
      placed: { item, section: name, region },
      section: name,
      text: toItemText(item),
      isAlone: !namesakes.has(name),
      isMatched: false,
    })),
  );
}

function unmatched(side: readonly Candidate[]): readonly Candidate[] {
  return side.filter(({ isMatched }) => !isMatched);
}

/** Items of the same words in the same order, section by section, stay; a difference of form alone is a change. */
function matchInPlace(sides: Sides): void {
  alignBy(sides, byText, sides.before, sides.after);
}

/** Below a renamed heading the items stay what and where they were. */
function matchBelowRenamed(sides: Sides): void {
  const isRenamed = ({ isAlone, isMatched }: Candidate): boolean => isAlone && !isMatched;
  alignBy(sides, byTextAnywhere, sides.before.filter(isRenamed), sides.after.filter(isRenamed));
}

function alignBy(sides: Sides, key: Key, befores: readonly Candidate[], afters: readonly Candidate[]): void {
  const pairs = alignSequences(befores.map(key), afters.map(key));
  for (const pair of pairs) {
    const before = befores[pair.before];
    const after = afters[pair.after];
    if (before === undefined || after === undefined) continue;
    const isSame = toItemForm(before.placed.item) === toItemForm(after.placed.item);
    match(sides, before, after, isSame ? undefined : 'changed');
  }
}

function match(sides: Sides, before: Candidate, after: Candidate, kind: 'changed' | 'moved' | undefined): void {
  before.isMatched = true;
  after.isMatched = true;
  if (kind !== undefined) sides.changes.push({ kind, before: before.placed, after: after.placed });
}

/** Pairs what is left and has the same key, first come first served. */
function matchAs(sides: Sides, key: Key, kind: 'changed' | 'moved'): void {
  const waiting = new Map<string, Candidate[]>();
  for (const before of unmatched(sides.before)) {
    const found = waiting.get(key(before));
    if (found === undefined) waiting.set(key(before), [before]);
    else found.push(before);
  }
  for (const after of unmatched(sides.after)) {
    const before = key(after) === '' ? undefined : waiting.get(key(after))?.shift();
    if (before !== undefined) match(sides, before, after, kind);
  }
}

/** Pairs what is left between the same untouched neighbours and shares half of its words. */
function matchNeighbours(sides: Sides): void {
  const gaps = toGaps(sides.after);
  for (const [gap, befores] of toGaps(sides.before)) {
    const afters = gaps.get(gap) ?? [];
    if (befores.length * afters.length <= MAX_COMPARISONS) matchAlike(sides, befores, afters);
  }
}

function matchAlike(sides: Sides, befores: readonly Candidate[], afters: readonly Candidate[]): void {
  for (const before of befores) {
    const after = afters.find((candidate) => !candidate.isMatched && isAlike(before, candidate));
    if (after !== undefined) match(sides, before, after, 'changed');
  }
}

/** The unmatched items by section and by the untouched item above them. */
function toGaps(side: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const gaps = new Map<string, Candidate[]>();
  let above = '';
  for (const candidate of side) {
    if (candidate.isMatched) above = candidate.text;
    else {
      const gap = `${candidate.section}\n${above}`;
      gaps.set(gap, [...(gaps.get(gap) ?? []), candidate]);
    }
  }
  return gaps;
}

function isAlike(left: Candidate, right: Candidate): boolean {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared * 2 >= Math.max(1, a.size + b.size - shared);
}

function wordsOf({ text }: Candidate): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
