import type { Outcome } from '../../ports.ts';
import { type FillAnswer, renderFillAnswer } from '../../proposals/render-fill-answer.ts';
import type { Answer } from '../../review/answer.ts';
import { type Signature, signWords } from '../../review/own-words.ts';
import { MAX_TO_STRANGERS } from '../../review/plan-answers.ts';
import { isForAll } from '../answer-orders.ts';
import type { Deps } from '../deps.ts';
import type { JudgedFill } from './fill-request.ts';
import type { FillEnd, Run, RunEnd } from './fill-run.ts';
import { toSignature } from './read-standing.ts';

/** Ends after which what was asked for stands where it belongs. */
const DONE: readonly (FillEnd | undefined)[] = ['published', 'unchanged'];

/**
 * Answers everybody who asked, after the work is done. Of those who may not ask only the first is told why, and nobody any more where
 * that was told often: what is created on GitHub is limited, and reviews need it. What GitHub does not take of one keeps nobody else
 * from an answer.
 */
export async function answerFills(
  {
    deps,
    repository,
    request,
  }: Pick<Run, 'repository' | 'request'> & { readonly deps: Pick<Deps, 'github' | 'markerKey'> },
  end: Outcome<RunEnd>,
): Promise<Outcome<void>> {
  const first = request.commands.find(({ right }) => right !== 'write');
  let refused: Outcome<void> | undefined;
  for (const judged of request.commands) {
    if (judged.right !== 'write' && judged.replies >= MAX_TO_STRANGERS) continue;
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
function chooseWords(judged: JudgedFill, end: Outcome<RunEnd>, isFirst: boolean): string {
  const { command, right, hasReply } = judged;
  const isDue = !hasReply && (right === 'write' || isFirst);
  if (!isDue) return '';
  return renderFillAnswer(toWords(judged, end), { isMixed: command.isMixed, unknown: findUnknown(judged, end) });
}

/**
 * What somebody named that is no section; one run is for all who asked, and each has names of their own. A command may be read
 * in two ways, as one name or as several: those of a way that is not meant are no names.
 */
function findUnknown({ command: { sections }, right }: JudgedFill, end: Outcome<RunEnd>): readonly string[] {
  const names = right === 'write' && end.ok ? end.value.names : undefined;
  if (names === undefined) return [];
  const known = sections.filter((name) => names.has(name));
  const isSeveral = (name: string): boolean => sections.some((other) => other !== name && name.includes(other));
  const isPart = (name: string): boolean => known.some((other) => other.includes(name));
  return sections.filter((name) => !isPart(name) && !isSeveral(name));
}

function toAnswer(
  judged: JudgedFill,
  words: string,
  { end, signature }: { readonly end: Outcome<RunEnd>; readonly signature: Signature },
): Answer {
  const { commentId } = judged.command;
  const isAllowed = judged.right === 'write' && findUnknown(judged, end).length === 0;
  const isDone = isAllowed && end.ok && DONE.includes(end.value.kind);
  const body = words === '' ? undefined : signWords(words, { kind: 'reply', to: commentId }, signature);
  return {
    commentId,
    reply: body === undefined ? undefined : { kind: 'conversation', body },
    reactions: [isDone ? '+1' : 'confused'],
  };
}

function toWords(judged: JudgedFill, end: Outcome<RunEnd>): FillAnswer {
  const { command, right } = judged;
  if (right !== 'write') return right === 'read' ? 'not-permitted' : 'permission-unknown';
  if (!end.ok) return 'failed';
  const { kind = 'failed', names } = end.value;
  const isNamed =
    names === undefined || command.sections.length === 0 || command.sections.some((name) => names.has(name));
  return isNamed ? kind : 'unknown-section';
}
