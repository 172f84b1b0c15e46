import type { Outcome } from '../../ports.ts';
import { type FillAnswer, renderFillAnswer } from '../../proposals/render-fill-answer.ts';
import type { Answer } from '../../review/answer.ts';
import { toCommitSha } from '../../shared/brand.ts';
import { isForAll } from '../answer-orders.ts';
import type { Deps } from '../deps.ts';
import type { JudgedFill } from './fill-request.ts';
import type { FillEnd, Run } from './fill-run.ts';

/** Ends after which what was asked for stands where it belongs. */
const DONE: readonly (FillEnd | undefined)[] = ['published', 'unchanged'];

/**
 * Answers everybody who asked, after the work is done. Of those who may not ask only the first is told why. What GitHub does
 * not take of one keeps nobody else from an answer.
 */
export async function answerFills(
  { deps, repository, request }: Pick<Run, 'repository' | 'request'> & { readonly deps: Pick<Deps, 'github'> },
  end: Outcome<FillEnd | undefined>,
): Promise<Outcome<void>> {
  const first = request.commands.find(({ right }) => right !== 'write');
  let refused: Outcome<void> | undefined;
  for (const judged of request.commands) {
    const { number, subjectId } = judged.command;
    // A reply into the conversation needs no head.
    const target = { ref: { ...repository, number }, nodeId: subjectId, head: toCommitSha('') };
    const answered = await deps.github.publishAnswer(target, toAnswer(judged, end, judged === first));
    if (!answered.ok && isForAll(answered.trouble)) return answered;
    if (!answered.ok) refused ??= answered;
  }
  return refused ?? { ok: true, value: undefined };
}

function toAnswer({ command, right }: JudgedFill, end: Outcome<FillEnd | undefined>, isFirst: boolean): Answer {
  const isAllowed = right === 'write';
  const isDone = isAllowed && end.ok && DONE.includes(end.value);
  const said = toWords(right, end);
  const words = isAllowed || isFirst ? renderFillAnswer(said, command.isMixed) : '';
  return {
    commentId: command.commentId,
    reply: words === '' ? undefined : { kind: 'conversation', body: words },
    reactions: [isDone ? '+1' : 'confused'],
  };
}

function toWords(right: JudgedFill['right'], end: Outcome<FillEnd | undefined>): FillAnswer {
  if (right !== 'write') return right === 'read' ? 'not-permitted' : 'permission-unknown';
  if (!end.ok) return 'failed';
  return end.value ?? 'failed';
}
