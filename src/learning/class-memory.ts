/**
 * Keys, and which classes were seen with each, old sightings fading. Plain data: rows of few large arrays, since arrays of
 * its own for each of some ten thousand keys would take several times what they hold.
 */
export interface ClassMemory {
  readonly classes: number;
  /** By key the number of its row. */
  readonly rows: Map<string, number>;
  /** By row the day of the last sighting, in days since 1970. */
  days: Float64Array;
  /** By row and half-life the faded counts of all classes as of that day. */
  counts: Float64Array;
  /** By row the classes of the latest sightings, each with 1 added, oldest first; 0 before there were so many. */
  latest: Uint16Array;
}

/** A site may change its habits, so what is old counts less: by half after so many days, quickly and slowly. */
const HALF_LIVES: readonly number[] = [120, 900];

/** So many of the latest sightings are kept as they were. */
const KEPT_SIGHTINGS = 12;

/** How many sightings the general distribution is worth against those of a key. */
const CAUTION = 1;

/** A memory of nothing. */
export function createMemory(classes: number): ClassMemory {
  return {
    classes,
    rows: new Map(),
    days: new Float64Array(),
    counts: new Float64Array(),
    latest: new Uint16Array(),
  };
}

/** Sees a class with a key; days never go back. */
export function remember(memory: ClassMemory, key: string, label: number, day: number): void {
  const { classes } = memory;
  const row = memory.rows.get(key) ?? addRow(memory, key, day);
  const gone = day - (memory.days[row] ?? day);
  for (let at = 0; at < HALF_LIVES.length; at += 1) {
    const counts = getCounts(memory, row, at);
    const left = fade(gone, at);
    for (let c = 0; c < classes; c += 1) counts[c] = (counts[c] ?? 0) * left;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  memory.days[row] = day;
  const latest = getLatestOf(memory, row);
  latest.copyWithin(0, 1);
  latest[KEPT_SIGHTINGS - 1] = label + 1;
}

/** The share of each class among all that was seen with a key lately; even where nothing was. */
export function getShares(memory: ClassMemory, key: string): Float64Array {
  const row = memory.rows.get(key);
  const counts = row === undefined ? new Float64Array(memory.classes) : getCounts(memory, row, HALF_LIVES.length - 1);
  const total = counts.reduce((sum, count) => sum + count, memory.classes);
  return counts.map((count) => (count + 1) / total);
}

/** The classes of the latest sightings with a key, oldest first. */
export function getLatest(memory: ClassMemory, key: string): readonly number[] {
  const row = memory.rows.get(key);
  return row === undefined ? [] : [...getLatestOf(memory, row)].filter((seen) => seen > 0).map((seen) => seen - 1);
}

/**
 * By half-life, how much more often than by its general share each class was seen with a key; rows of logarithms.
 * @param opinions where to write it; nothing is written where nothing was seen
 */
export function recall(
  memory: ClassMemory,
  key: string,
  { day, shares }: { readonly day: number; readonly shares: Float64Array },
  opinions: Float64Array,
): void {
  const row = memory.rows.get(key);
  if (row === undefined) return;
  for (let at = 0; at < HALF_LIVES.length; at += 1) {
    const counts = getCounts(memory, row, at);
    const left = fade(day - (memory.days[row] ?? day), at);
    const total = CAUTION + left * counts.reduce((sum, count) => sum + count, 0);
    for (let c = 0; c < memory.classes; c += 1) {
      const faded = (left * (counts[c] ?? 0)) / (shares[c] ?? 1);
      opinions[at * memory.classes + c] = Math.log(faded + CAUTION) - Math.log(total);
    }
  }
}

/** How many opinions `recall` gives. */
export const OPINIONS_OF_MEMORY = HALF_LIVES.length;

function addRow(memory: ClassMemory, key: string, day: number): number {
  const row = memory.rows.size;
  if (row === memory.days.length) makeRoom(memory, Math.max(64, 2 * row));
  memory.rows.set(key, row);
  memory.days[row] = day;
  return row;
}

function makeRoom(memory: ClassMemory, rows: number): void {
  const { days, counts, latest, classes } = memory;
  memory.days = new Float64Array(rows);
  memory.days.set(days);
  memory.counts = new Float64Array(rows * HALF_LIVES.length * classes);
  memory.counts.set(counts);
  memory.latest = new Uint16Array(rows * KEPT_SIGHTINGS);
  memory.latest.set(latest);
}

/** The counts of a row by one half-life; what is written there is remembered. */
function getCounts({ counts, classes }: ClassMemory, row: number, at: number): Float64Array {
  const start = (row * HALF_LIVES.length + at) * classes;
  return counts.subarray(start, start + classes);
}

/** The latest sightings of a row; what is written there is remembered. */
function getLatestOf({ latest }: ClassMemory, row: number): Uint16Array {
  return latest.subarray(row * KEPT_SIGHTINGS, (row + 1) * KEPT_SIGHTINGS);
}

function fade(days: number, at: number): number {
  return 0.5 ** (days / (HALF_LIVES[at] ?? 1));
}
