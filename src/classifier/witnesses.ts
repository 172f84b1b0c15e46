import { type ClassMemory, getShares, OPINIONS_OF_MEMORY, recall, remember } from '../learning/class-memory.ts';
import type { Opinions } from '../learning/combination.ts';
import { type LinearModel, scoreClasses } from '../learning/linear-model.ts';
import { turnIntoVector } from '../learning/sparse-vector.ts';
import type { SparseVector } from '../learning/vector-room.ts';
import { type HistoryKeys, KEY_KINDS, WITNESS_KEYS } from './history-keys.ts';
import type { CountedLink } from './placed-link.ts';
import type { SectionModel } from './section-model.ts';

/** How many opinions there are on a link. */
export const WITNESSES = 2 + 1 + WITNESS_KEYS.length * OPINIONS_OF_MEMORY;

/** The key of what is common to all links. */
const ANYTHING = 'anything';

/** What the titles and addresses of earlier links say: the first two rows of opinions. */
export function readOpinions(
  { title, whole }: { readonly title: LinearModel; readonly whole: LinearModel },
  vectors: LinkVectors,
  opinions: Opinions,
): void {
  scoreClasses(title, vectors.title, opinions.subarray(0, title.classes));
  scoreClasses(whole, vectors.whole, opinions.subarray(title.classes, 2 * title.classes));
}

/** A link as the linear models see it. */
export interface LinkVectors {
  readonly title: SparseVector;
  readonly whole: SparseVector;
}

/** What the linear models look at, each feature weighed by how telling it is; takes the place of what was counted. */
export function turnIntoVectors({ title, whole }: CountedLink, known: SectionModel['vocabulary']): LinkVectors {
  return { title: turnIntoVector(title, known.title), whole: turnIntoVector(whole, known.whole) };
}

/**
 * What the history of what a link has in common with others says on a day: how frequent each section is, then key by key;
 * the rows of opinions behind the first two.
 */
export function recallOpinions(memory: ClassMemory, keys: HistoryKeys, day: number, opinions: Opinions): void {
  const { classes } = memory;
  const shares = getShares(memory, ANYTHING);
  opinions.set(
    shares.map((share) => Math.log(share)),
    2 * classes,
  );
  WITNESS_KEYS.forEach((kind, at) => {
    const row = 3 + at * OPINIONS_OF_MEMORY;
    recall(memory, keys[kind], { day, shares }, opinions.subarray(row * classes, (row + OPINIONS_OF_MEMORY) * classes));
  });
}

/** Enters a link into the history; days never go back. */
export function rememberLink(memory: ClassMemory, keys: HistoryKeys, label: number, day: number): void {
  remember(memory, ANYTHING, label, day);
  for (const kind of KEY_KINDS) if (keys[kind] !== '') remember(memory, keys[kind], label, day);
}
