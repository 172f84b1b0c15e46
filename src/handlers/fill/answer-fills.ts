import type { Outcome } from '../../ports.ts';
import { type FillAnswer, renderFillAnswer } from '../../proposals/render-fill-answer.ts';
import type { Answer } from '../../review/answer.ts';
import { type Signature, signWords } from '../../review/own-words.ts';
import { isForAll } from '../answer-orders.ts';
import type { Deps } from '../deps.ts';
import type { JudgedFill } from './fill-request.ts';
import type { FillEnd, Run } from './fill-run.ts';
import { toSignature } from './read-standing.ts';

/** Ends after which what was asked for stands where it belongs. */
const DONE: readonly (FillEnd | undefined)[] = ['published', 'unchanged'];

/**
 * Answers everybody who asked, after the work is done. Of those who may not ask only the first is told why. What GitHub does
 * not take of one keeps nobody else from an answer.
 */
export async function answerFills(
  {
    deps,
    repository,
    request,
  }: Pick<Run, 'repository' | 'request'> & { readonly deps: Pick<Deps, 'github' | 'markerKey'> },
  end: Outcome<FillEnd | undefined>,
): Promise<Outcome<void>> {
  const first = request.commands.find(({ right }) => right !== 'write');
  let refused: Outcome<void> | undefined;
  for (const judged of request.commands) {
    const { number, subjectId } = judged.command;
    const target = { ref: { ...repository, number }, nodeId: subjectId, isIssue: judged.isOnIssue };
    const words = chooseWords(judged, end, judged === first);
    const signature = { ...toSignature(deps, judged), number };
    const answered = await deps.github.publishAnswer(target, toAnswer(judged, words, { end, signature }));
    if (!answered.ok && isForAll(answered.trouble)) return answered;
    if (!answered.ok) refused ??= answered;
  }
  return refused ?? { ok: true, value: undefined };
}

/** The reply's words; '' where there is nothing to say, or where it is said already. */
function chooseWords(
  { command, right, hasReply }: JudgedFill,
  end: Outcome<FillEnd | undefined>,
  isFirst: boolean,
): string {
  const isDue = !hasReply && (right === 'write' || isFirst);
  return isDue ? renderFillAnswer(toWords(right, end), command.isMixed) : '';
}

function toAnswer(
  { command: { commentId }, right }: JudgedFill,
  words: string,
  { end, signature }: { readonly end: Outcome<FillEnd | undefined>; readonly signature: Signature },
): Answer {
  const isDone = right === 'write' && end.ok && DONE.includes(end.value);
  const body = words === '' ? undefined : signWords(words, { kind: 'reply', to: commentId }, signature);
  return {
    commentId,
    reply: body === undefined ? undefined : { kind: 'conversation', body },
    reactions: [isDone ? '+1' : 'confused'],
  };
}

function toWords(right: JudgedFill['right'], end: Outcome<FillEnd | undefined>): FillAnswer {
  if (right !== 'write') return right === 'read' ? 'not-permitted' : 'permission-unknown';
  if (!end.ok) return 'failed';
  return end.value ?? 'failed';
}
