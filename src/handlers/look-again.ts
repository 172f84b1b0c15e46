import type { JobEnd, Turn } from '../ports.ts';

/** So many milliseconds, time after time, GitHub is given until its answers know of what it announced. */
const LAG_WAITS = [2000, 4000, 8000];

/** How a review ends that is ahead of GitHub's answers; undefined where it waited often enough: what it waits for may be gone again. */
export function lookAgain({ attempt }: Turn): JobEnd | undefined {
  const wait = LAG_WAITS[attempt];
  return wait === undefined ? undefined : { kind: 'again', afterMilliseconds: wait };
}
