import type { Trial } from '../learning/combination.ts';
import type { PlacedLink } from './placed-link.ts';
import { WITNESSES } from './witnesses.ts';

/** A link counts half of one published so many days later. */
const HALF_LIFE = 730;

/** The witnesses are tried on the last so many days of the archive, but never before a third of its links. */
const TRIAL_DAYS = 3 * 365;

/**
 * Between two trials the linear models learn a little more. With fewer parts they are asked long after they learnt, and
 * are trusted less than they deserve once they have just learnt.
 */
const TRIAL_PARTS = 16;

/** On which links the witnesses are tried. */
export interface TrialPlan {
  /** Where in the links each part begins, always with an issue, and ends. The models learn what was before a part, then are asked about it. */
  readonly parts: readonly { readonly start: number; readonly end: number }[];
  /** By the index of the link. Nobody has said anything yet: the opinions are zeros that are still to be written. */
  readonly trials: ReadonlyMap<number, Trial>;
}

/** How much a link counts that was published so many days ago. */
export function fade(days: number): number {
  return 0.5 ** (days / HALF_LIFE);
}

/** Chooses the trials among links in the order of time. All their opinions share one array, which saves memory. */
export function planTrials(placed: readonly PlacedLink[], classes: number): TrialPlan {
  const parts = listParts(placed);
  const first = parts[0]?.start ?? placed.length;
  const size = WITNESSES * classes;
  const opinions = new Float64Array((placed.length - first) * size);
  const lastDay = placed.at(-1)?.day ?? 0;
  const trials = placed.slice(first).map(({ label, day }, at) => {
    const own = opinions.subarray(at * size, (at + 1) * size);
    return [first + at, { opinions: own, label, weight: fade(lastDay - day) }] as const;
  });
  return { parts, trials: new Map(trials) };
}

function listParts(placed: readonly PlacedLink[]): TrialPlan['parts'] {
  const lastDay = placed.at(-1)?.day ?? 0;
  const beginOfIssue = (at: number): number => placed.findIndex(({ day }) => day === placed[at]?.day);
  const since = placed.findIndex(({ day }) => day > lastDay - TRIAL_DAYS);
  const first = Math.max(since, Math.floor(placed.length / 3));
  const size = (placed.length - first) / TRIAL_PARTS;
  const starts = Array.from({ length: TRIAL_PARTS }, (_, part) => beginOfIssue(first + Math.floor(part * size)));
  const distinct = [...new Set(starts)].filter((start) => start > 0);
  return distinct.map((start, part) => ({ start, end: distinct[part + 1] ?? placed.length }));
}
