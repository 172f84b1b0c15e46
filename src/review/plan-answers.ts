import { toInertSpan } from '../wording/inert-text.ts';
import { joinWithin, MAX_BODY } from '../wording/limits.ts';
import type { Answer, AnswerReaction, Reply } from './answer.ts';
import { type Signature, signWords } from './own-words.ts';
import { renderMoveSuggestion, renderVerdict } from './render-verdict.ts';
import type { Verdict } from './verdict.ts';

/** A comment with what became of each of its commands. */
export interface JudgedRemark {
  /** GraphQL node id. */
  readonly commentId: string;
  readonly threadId: string | undefined;
  /** By somebody who may ask for nothing but help. */
  readonly isStranger: boolean;
  readonly judged: readonly { readonly text: string; readonly verdict: Verdict }[];
}

/** More replies than this on one pull request are no conversation; from then on reactions must do. */
const MAX_REPLIES = 100;

/** From so many on strangers get none, so that there is room for those who work here. */
export const MAX_TO_STRANGERS = 30;

/** How much of a command is quoted over its answer. */
const MAX_COMMAND = 80;

/**
 * Decides what to answer to each comment, and where. A comment in `repliedTo` has its reply, and lacks only its reaction.
 */
export function planAnswers(
  remarks: readonly JudgedRemark[],
  { repliedTo, signature }: { readonly repliedTo: readonly string[]; readonly signature: Signature },
): readonly Answer[] {
  let told = repliedTo.length;
  return remarks.map((remark) => {
    const hasRoom = told < (remark.isStranger ? MAX_TO_STRANGERS : MAX_REPLIES);
    const isDue = hasRoom && !repliedTo.includes(remark.commentId);
    const reply = isDue ? planReply(remark, signature) : undefined;
    if (reply !== undefined) told += 1;
    return { commentId: remark.commentId, reply, reactions: chooseReactions(remark) };
  });
}

function chooseReactions({ judged }: JudgedRemark): readonly AnswerReaction[] {
  const isRefused = ({ verdict }: { verdict: Verdict }): boolean =>
    verdict.kind === 'refused' || verdict.kind === 'unknown';
  return [
    ...(judged.every(isRefused) ? [] : ['+1' as const]),
    ...(judged.some(isRefused) ? ['confused' as const] : []),
  ];
}

function planReply({ commentId, threadId, judged }: JudgedRemark, signature: Signature): Reply | undefined {
  const said = judged
    .map(({ text, verdict }) => ({ command: `/copydesk ${text}`.trimEnd(), words: renderVerdict(verdict) }))
    .filter(({ words }) => words !== '');
  if (said.length === 0) return undefined;
  const sign = (body: string): string => signWords(body, { kind: 'reply', to: commentId }, signature);
  const parts = said.map(({ command, words }) => `${toInertSpan(command, MAX_COMMAND)}: ${words}`);
  const body = sign(joinWithin(withGaps(parts), MAX_BODY, (left) => `… and ${left} more`));
  if (threadId !== undefined) return { kind: 'thread', threadId, body };
  const [verdict] = judged.map((one) => one.verdict);
  if (judged.length > 1 || verdict?.kind !== 'moves') return { kind: 'conversation', body };
  return planMoveReply(verdict, body, sign) ?? { kind: 'conversation', body };
}

/** One item that can be moved within the lines of one hunk is moved by a suggestion. */
function planMoveReply(
  { moves, section }: Verdict & { kind: 'moves' },
  otherwise: string,
  sign: (body: string) => string,
): Reply | undefined {
  const [move, ...more] = moves;
  if (move?.suggestion === undefined || more.length > 0) return undefined;
  const { startLine, endLine } = move.suggestion;
  return {
    kind: 'lines',
    path: move.path,
    startLine: startLine < endLine ? startLine : undefined,
    line: endLine,
    body: sign(renderMoveSuggestion(move, section)),
    otherwise,
  };
}

/** Each part but the last with the blank line that follows it. */
function withGaps(parts: readonly string[]): readonly string[] {
  return parts.map((part, index) => (index < parts.length - 1 ? `${part}\n` : part));
}
