import type { JobEnd, PullRequestRef, Trouble, Turn } from '../ports.ts';
import { planTrouble } from '../review/plan-trouble.ts';
import type { Deps } from './deps.ts';
import { lookAgain } from './look-again.ts';
import { putBackOrGiveUp } from './put-back-or-give-up.ts';

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
