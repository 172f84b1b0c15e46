import type { Opinion } from './combination.ts';

/** What is remembered of one key: how often which class was seen with it, old sightings fading. */
export interface Trace {
  /** The day of the last sighting, in days since 1970. */
  day: number;
  /** Per half-life the faded counts of all classes as of that day, side by side. */
  readonly counts: Float64Array;
  /** The classes of the latest sightings, oldest first. */
  readonly latest: number[];
}

/** Keys and what was seen with them. Plain data. */
export type ClassMemory = Map<string, Trace>;

/** A site may change its habits, so what is old counts less: by half after so many days, quickly and slowly. */
const HALF_LIVES: readonly number[] = [120, 900];

/** So many of the latest sightings are kept as they were. */
const KEPT_SIGHTINGS = 12;

/** How many sightings the general distribution is worth against those of a key. */
const CAUTION = 1;

/** Sees a class with a key; days never go back. */
export function remember(memory: ClassMemory, key: string, label: number, day: number, classes: number): void {
  const trace = memory.get(key) ?? { day, counts: new Float64Array(HALF_LIVES.length * classes), latest: [] };
  for (let at = 0; at < HALF_LIVES.length; at += 1) {
    const counts = getCounts(trace, at, classes);
    const left = fade(day - trace.day, at);
    for (let c = 0; c < classes; c += 1) counts[c] = (counts[c] ?? 0) * left;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  trace.day = day;
  trace.latest.push(label);
  if (trace.latest.length > KEPT_SIGHTINGS) trace.latest.shift();
  memory.set(key, trace);
}

/** The share of each class among all that was seen with a key lately; even where nothing was. */
export function getShares(memory: ClassMemory, key: string, classes: number): Float64Array {
  const trace = memory.get(key);
  const counts = trace === undefined ? new Float64Array(classes) : getCounts(trace, HALF_LIVES.length - 1, classes);
  const total = counts.reduce((sum, count) => sum + count, classes);
  return counts.map((count) => (count + 1) / total);
}

/** By half-life, how much more often than by its general share each class was seen with a key; logarithms. */
export function recall(memory: ClassMemory, key: string, day: number, shares: Float64Array): readonly Opinion[] {
  const trace = memory.get(key);
  return HALF_LIVES.map((_, at) => {
    if (trace === undefined) return undefined;
    const counts = getCounts(trace, at, shares.length);
    const left = fade(day - trace.day, at);
    const total = CAUTION + left * counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count, c) => Math.log((left * count) / (shares[c] ?? 1) + CAUTION) - Math.log(total));
  });
}

/** How many opinions `recall` gives. */
export const OPINIONS_OF_MEMORY = HALF_LIVES.length;

/** The counts of a trace by one half-life; what is written there is remembered. */
function getCounts({ counts }: Trace, at: number, classes: number): Float64Array {
  return counts.subarray(at * classes, (at + 1) * classes);
}

function fade(days: number, at: number): number {
  return 0.5 ** (days / (HALF_LIVES[at] ?? 1));
}
