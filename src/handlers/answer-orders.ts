import type { Outcome, PullRequestSnapshot } from '../ports.ts';
import { recogniseWords, type Signature } from '../review/own-words.ts';
import { type JudgedRemark, planAnswers } from '../review/plan-answers.ts';
import type { Asked, Order } from './collect-orders.ts';
import { type CommandFacts, decideCommand } from './decide-command.ts';
import type { Reviewed } from './decide-section.ts';
import type { Deps } from './deps.ts';

/** Answers comments with commands, after what they ask for is done. Stops at the first that GitHub does not take. */
export async function answerOrders(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  { orders, rights }: Asked,
  review: Reviewed['input'] | 'closed' | 'draft',
): Promise<Outcome<void>> {
  const { owner, repository, number } = snapshot.ref;
  const signature = { repository: `${owner}/${repository}`, number, key: deps.markerKey };
  const facts = { rights, review: typeof review === 'string' ? review : { snapshot, input: review } };
  const judged = orders.fresh.map((order) => judge(order, facts));
  for (const answer of planAnswers(judged, { repliedTo: findReplies(snapshot, signature), signature })) {
    const published = await deps.github.publishAnswer(snapshot, answer);
    if (!published.ok) return published;
    deps.log.info({ comment: answer.commentId, reactions: answer.reactions }, 'Answered a command');
  }
  return { ok: true, value: undefined };
}

function judge({ remark, commands, hasMore }: Order, facts: CommandFacts): JudgedRemark {
  const judged = commands.map((command) => ({ text: command.text, verdict: decideCommand(command, remark, facts) }));
  const rest = { text: '…', verdict: { kind: 'refused', why: { kind: 'too-many' } } } as const;
  const { commentId, threadId } = remark;
  return { commentId, threadId, judged: hasMore ? [...judged, rest] : judged };
}

/** Comments that have their reply already, wherever it stands. */
function findReplies({ spoken }: PullRequestSnapshot, signature: Signature): readonly string[] {
  const bodies = [...[...spoken.comments, ...spoken.threads].map(({ body }) => body), ...spoken.replies];
  return bodies.flatMap((body) => {
    const words = recogniseWords(body, signature);
    return words?.kind === 'reply' ? [words.to] : [];
  });
}
