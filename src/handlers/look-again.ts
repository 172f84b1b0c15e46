import type { JobEnd, Turn } from '../ports.ts';

/** So many milliseconds GitHub is given until its answers know of what it announced. */
export const LAG_WAIT = 2000;
const MAX_LAG_WAITS = 3;

/** How a review ends that is ahead of GitHub's answers; undefined where it waited often enough: what it waits for may be gone again. */
export function lookAgain({ attempt }: Turn): JobEnd | undefined {
  return attempt < MAX_LAG_WAITS ? { kind: 'again', afterMilliseconds: LAG_WAIT } : undefined;
}
