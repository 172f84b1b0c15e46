import { createCheckDesk, type CheckDesk } from '../../src/cli/check/check-desk.ts';
import type { Pull } from '../evaluate/read-pulls.ts';
import { reviewPull } from '../evaluate/review-pull.ts';

/** How fast the warm engine is. Times are in milliseconds. */
export interface EngineFigures {
  readonly reviews: number;
  readonly seconds: number;
  readonly reviewsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: { readonly pull: number; readonly milliseconds: number };
}

/** Reviews before the clock starts: code is loaded and compiled, git and the parser's worker are running. */
const warmUp = 100;

/**
 * Reviews one pull request after the other and measures each from its commits to its findings: reading from git,
 * parsing in the worker, comparing, judging.
 */
export async function measureEngine(desk: CheckDesk, pulls: readonly Pull[]): Promise<EngineFigures> {
  for (const pull of pulls.slice(-warmUp)) await reviewPull(desk, pull);
  const times: { pull: number; milliseconds: number }[] = [];
  for (const pull of pulls) times.push({ pull: pull.pr, milliseconds: await timeReview(desk, pull) });
  const sorted = times.toSorted((one, other) => one.milliseconds - other.milliseconds);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]?.milliseconds ?? 0;
  const seconds = times.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  return {
    reviews: times.length,
    seconds,
    reviewsPerSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    slowest: sorted.at(-1) ?? { pull: 0, milliseconds: 0 },
  };
}

/** The median of some reviews of one pull request, in milliseconds; none remembers anything of the one before. */
export async function timeOnePull(desk: CheckDesk, pull: Pull, repeats = 9): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < repeats; run++) times.push(await timeReview(createCheckDesk(desk), pull));
  return times.toSorted((one, other) => one - other)[Math.floor(repeats / 2)] ?? 0;
}

async function timeReview(desk: CheckDesk, pull: Pull): Promise<number> {
  const start = performance.now();
  await reviewPull(desk, pull);
  return performance.now() - start;
}
