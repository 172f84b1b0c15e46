import type { Outcome, PullRequestSnapshot, Trouble } from '../ports.ts';
import { listRepliedTo, type Signature } from '../review/own-words.ts';
import { type JudgedRemark, planAnswers } from '../review/plan-answers.ts';
import type { Unreviewed } from '../review/verdict.ts';
import { type Asked, isEntitled, type Order } from './collect-orders.ts';
import { type CommandFacts, decideCommand } from './decide-command.ts';
import type { Reviewed } from './decide-section.ts';
import type { Deps } from './deps.ts';

/**
 * Answers comments with commands, after what they ask for is done. What GitHub does not take of one keeps nobody else from
 * an answer.
 */
export async function answerOrders(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  { orders, rights }: Asked,
  review: Reviewed['input'] | Unreviewed,
): Promise<Outcome<void>> {
  const { ref, repositoryId } = snapshot;
  const signature = { repositoryId, number: ref.number, key: deps.markerKey };
  const facts = { rights, review: typeof review === 'string' ? review : { snapshot, input: review } };
  const judged = orders.fresh.map((order) => judge(order, facts));
  let first: Trouble | undefined;
  for (const answer of planAnswers(judged, { repliedTo: findReplies(snapshot, signature), signature })) {
    const published = await deps.github.publishAnswer(snapshot, answer);
    if (published.ok) deps.log.info({ comment: answer.commentId, reactions: answer.reactions }, 'Answered a command');
    else if (isForAll(published.trouble)) return published;
    else first ??= published.trouble;
  }
  return first === undefined ? { ok: true, value: undefined } : { ok: false, trouble: first };
}

/** Whether GitHub takes nothing from anybody at the moment. */
export function isForAll({ kind }: Trouble): boolean {
  return kind === 'limited' || kind === 'unavailable';
}

function judge({ remark, commands, hasMore }: Order, facts: CommandFacts): JudgedRemark {
  const judged = commands.map((command) => ({ text: command.text, verdict: decideCommand(command, remark, facts) }));
  const rest = { text: '…', verdict: { kind: 'refused', why: { kind: 'too-many' } } } as const;
  const { commentId, threadId } = remark;
  const isStranger = !isEntitled(remark, facts.rights);
  return { commentId, threadId, isStranger, judged: hasMore ? [...judged, rest] : judged };
}

/** Comments that have their reply already, wherever it stands. */
function findReplies({ spoken }: PullRequestSnapshot, signature: Signature): readonly string[] {
  const bodies = [...spoken.comments, ...spoken.threads].map(({ body }) => body);
  return listRepliedTo([...bodies, ...spoken.replies], signature);
}
