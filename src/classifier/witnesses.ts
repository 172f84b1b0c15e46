import { type ClassMemory, getShares, OPINIONS_OF_MEMORY, recall, remember } from '../learning/class-memory.ts';
import type { Opinion, Opinions } from '../learning/combination.ts';
import { type LinearModel, scoreClasses } from '../learning/linear-model.ts';
import { type SparseVector, toVector } from '../learning/sparse-vector.ts';
import { type HistoryKeys, KEY_KINDS, WITNESS_KEYS } from './history-keys.ts';
import type { ReadLink } from './placed-link.ts';
import type { SectionModel } from './section-model.ts';

/** How many opinions there are on a link. */
export const WITNESSES = 2 + 1 + WITNESS_KEYS.length * OPINIONS_OF_MEMORY;

/** The key of what is common to all links. */
const ANYTHING = 'anything';

/** What the titles and addresses of earlier links say. */
export function readOpinions(
  models: { readonly title: LinearModel; readonly whole: LinearModel },
  vectors: LinkVectors,
): Opinions {
  return [scoreClasses(models.title, vectors.title), scoreClasses(models.whole, vectors.whole)];
}

/** A link as the linear models see it. */
export interface LinkVectors {
  readonly title: SparseVector;
  readonly whole: SparseVector;
}

/** What the linear models look at, each feature weighed by how telling it is. */
export function toVectors(link: Pick<ReadLink, 'title' | 'whole'>, known: SectionModel['vocabulary']): LinkVectors {
  return { title: toVector(link.title, known.title), whole: toVector(link.whole, known.whole) };
}

/** What the history of what a link has in common with others says on a day: how frequent each section is, then key by key. */
export function recallOpinions(memory: ClassMemory, keys: HistoryKeys, day: number, classes: number): Opinions {
  const shares = getShares(memory, ANYTHING, classes);
  const opinions: Opinion[] = [shares.map((share) => Math.log(share))];
  for (const kind of WITNESS_KEYS) opinions.push(...recall(memory, keys[kind], day, shares));
  return opinions;
}

/** Enters a link into the history; days never go back. */
export function rememberLink(
  memory: ClassMemory,
  keys: HistoryKeys,
  label: number,
  day: number,
  classes: number,
): void {
  remember(memory, ANYTHING, label, day, classes);
  for (const kind of KEY_KINDS) if (keys[kind] !== '') remember(memory, keys[kind], label, day, classes);
}
