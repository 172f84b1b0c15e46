import type { PullState } from '../../sandbox/state.ts';
import { countOf } from '../../wording/count-of.ts';

/** What the bot must make of a pull request. */
export interface Expectation {
  readonly conclusion: 'success' | 'neutral' | 'failure';
  /** Rules that the bot must name; without any, it must not say a word. */
  readonly rules: readonly string[];
}

/** What about a review is not as expected, a sentence each; empty when all is well. */
export function judgeReview(pull: PullState, expected: Expectation): readonly string[] {
  const [check] = pull.checks;
  const wrong = check?.conclusion === expected.conclusion ? [] : [`the check says ${check?.conclusion ?? 'nothing'}`];
  const words = listWords(pull);
  if (expected.rules.length === 0 && words.length > 0) return [...wrong, 'the bot had something to say'];
  const missing = expected.rules.filter((rule) => !words.some((word) => word.includes(rule)));
  return [...wrong, ...missing.map((rule) => `${rule} is not named`)];
}

/** What is left to do after a push that mends everything; empty when the bot is content and has cleaned up. */
export function judgeMended(pull: PullState): readonly string[] {
  const [check] = pull.checks;
  const open = pull.threads.filter(
    (thread) => thread.resolvedBy === undefined && thread.comments.some((comment) => comment.minimized === undefined),
  );
  return [
    ...(check?.conclusion === 'success' ? [] : [`the check says ${check?.conclusion ?? 'nothing'}`]),
    ...(open.length === 0 ? [] : [`${countOf(open.length, 'comment')} left standing`]),
  ];
}

function listWords(pull: PullState): readonly string[] {
  const said = pull.timeline.flatMap((entry) => ('body' in entry && entry.by.isBot ? [entry.body] : []));
  return [...said, ...pull.threads.flatMap((thread) => thread.comments.map((comment) => comment.body))];
}
