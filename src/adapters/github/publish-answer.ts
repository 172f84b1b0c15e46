import type { AnsweredRef } from '../../ports.ts';
import type { Answer, AnswerReaction, Reply } from '../../review/answer.ts';
import { ApiTrouble } from './api-trouble.ts';
import { explainFailure } from './explain-failure.ts';
import type { MutationFailure } from './installation-client.ts';
import { toReviewComment } from './publish-review.ts';
import { toWord } from './recent-words.ts';
import type { Speaker } from './speaker.ts';

const CONTENTS: Readonly<Record<AnswerReaction, string>> = { '+1': 'THUMBS_UP', confused: 'CONFUSED' };

/** Replies, then reacts. A crash in between leaves a reply by which the next run knows that only the reaction is missing. */
export async function publishAnswer(
  client: Speaker,
  target: AnsweredRef,
  { commentId, reply, reactions }: Answer,
): Promise<void> {
  if (reply !== undefined) await publishReply(client, target, reply);
  const fields = reactions.map(
    (reaction) =>
      `${reaction === '+1' ? 'done' : 'refused'}: addReaction(input: { subjectId: $target, content: ${CONTENTS[reaction]} }) { clientMutationId }`,
  );
  const document = `mutation React($target: ID!) { ${fields.join(' ')} }`;
  await client.tell([{ kind: 'reaction', commentId }], async () => {
    const failures = await client.mutate(document, { target: commentId });
    // Who has deleted the comment in the meantime wants no answer.
    demandSuccess(
      failures.filter(({ type }) => type !== 'NOT_FOUND'),
      target,
    );
  });
}

async function publishReply(client: Speaker, target: AnsweredRef, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case 'conversation':
      return say(client, target, {
        field: 'addComment(input: { subjectId: $target, body: $body })',
        to: target.nodeId,
        body: reply.body,
      });
    case 'thread': {
      const field = 'addPullRequestReviewThreadReply(input: { pullRequestReviewThreadId: $target, body: $body })';
      return say(client, target, { field, to: reply.threadId, body: reply.body });
    }
    case 'lines':
      return publishOnLines(client, target, reply);
  }
}

async function say(
  client: Speaker,
  place: AnsweredRef,
  { field, to, body }: { readonly field: string; readonly to: string; readonly body: string },
): Promise<void> {
  const document = `mutation Reply($target: ID!, $body: String!) { reply: ${field} { clientMutationId } }`;
  await client.tell([toWord('comment', body)], async () => {
    demandSuccess(await client.mutate(document, { target: to, body }), place);
  });
}

async function publishOnLines(client: Speaker, target: AnsweredRef, reply: Reply & { kind: 'lines' }): Promise<void> {
  const { ref, head } = target;
  const inWords: Reply = { kind: 'conversation', body: reply.otherwise };
  if (head === undefined) return publishReply(client, target, inWords);
  const comment = {
    owner: ref.owner,
    repo: ref.repository,
    pull_number: ref.number,
    commit_id: head,
    ...toReviewComment(reply),
  };
  try {
    const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments';
    await client.tell([toWord('comment', reply.body)], () => client.send(route, comment));
  } catch (error) {
    if (!(error instanceof ApiTrouble && error.trouble.kind === 'refused')) throw error;
    await publishReply(client, target, inWords);
  }
}

function demandSuccess([failure]: readonly MutationFailure[], { isIssue = false }: AnsweredRef): void {
  if (failure === undefined) return;
  throw new ApiTrouble(explainFailure(failure, isIssue ? 'issues: write' : 'pull requests: write'));
}
