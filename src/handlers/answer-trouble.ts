import type { JobEnd, PullRequestRef, Trouble, Turn } from '../ports.ts';
import { planTrouble } from '../review/plan-trouble.ts';
import type { Deps } from './deps.ts';
import { putBackOrGiveUp } from './put-back-or-give-up.ts';

/** So many milliseconds GitHub is given until its answers know of what it announced. */
export const LAG_WAIT = 2000;
const MAX_LAG_WAITS = 3;

/** How a review ends that is ahead of GitHub's answers; undefined where it waited often enough: what it waits for may be gone again. */
export function lookAgain({ attempt }: Turn): JobEnd | undefined {
  return attempt < MAX_LAG_WAITS ? { kind: 'again', afterMilliseconds: LAG_WAIT } : undefined;
}

/**
 * Tells the people what is missing where only they can mend it, and puts the review back where time mends it. What one of GitHub's
 * answers knows, another may not know yet.
 */
export async function answerTrouble(
  deps: Deps,
  trouble: Trouble,
  { ref, turn }: { ref: PullRequestRef; turn: Turn },
): Promise<JobEnd> {
  const later = trouble.kind === 'absent' ? lookAgain(turn) : undefined;
  if (later !== undefined) return later;
  if (trouble.kind === 'not-permitted' && trouble.target !== undefined) {
    const { head, checks } = trouble.target;
    const plan = planTrouble({ kind: 'missing-permission', permissions: trouble.missing }, ref.number, checks);
    const told = await deps.github.publishReview({ ref, nodeId: '', head }, plan);
    if (!told.ok) return putBackOrGiveUp(deps.log, told.trouble, turn);
  }
  return putBackOrGiveUp(deps.log, trouble, turn);
}
