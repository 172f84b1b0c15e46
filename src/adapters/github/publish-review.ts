import { z } from 'zod';
import type { PublishedRef } from '../../ports.ts';
import type {
  Annotation,
  CheckPlan,
  CheckRequest,
  InlineComment,
  InlineReview,
  ReviewPlan,
} from '../../review/review-plan.ts';
import { ApiTrouble } from './api-trouble.ts';
import { publishConversation } from './publish-conversation.ts';
import { toWord, type Word } from './recent-words.ts';
import type { Speaker } from './speaker.ts';

const CHECK_NAME = 'Copydesk';

/**
 * Executes a plan. The check run comes last, so that a crash on the way leaves a head without a whole check: the
 * next run plans what is missing from what it then reads.
 */
export async function publishReview(client: Speaker, target: PublishedRef, plan: ReviewPlan): Promise<void> {
  if (plan.review !== undefined) await publishInline(client, target, plan.review);
  await publishConversation(client, target.nodeId, plan);
  if (plan.check !== undefined) await publishCheck(client, target, plan.check);
}

async function publishInline(client: Speaker, { ref, head }: PublishedRef, review: InlineReview) {
  const words = review.comments.map(({ body }) => toWord('comment', body));
  const request = {
    owner: ref.owner,
    repo: ref.repository,
    pull_number: ref.number,
    commit_id: head,
    event: 'COMMENT',
    body: review.body,
    comments: review.comments.map(toReviewComment),
  };
  try {
    await client.tell(words, () => client.send('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', request));
  } catch (error) {
    const isRefused = error instanceof ApiTrouble && error.trouble.kind === 'refused';
    if (!isRefused) throw error;
    throw new ApiTrouble({ kind: 'comments-refused', reason: error.message }, error);
  }
}

/** A comment on lines as GitHub takes it. */
export function toReviewComment({ path, startLine, line, body }: InlineComment) {
  const range = startLine === undefined ? {} : { start_line: startLine, start_side: 'RIGHT' };
  return { path, ...range, line, side: 'RIGHT', body };
}

const createdSchema = z.object({ id: z.number() });

/**
 * A check run with many annotations is gone on with if its last request never came, which its id tells. It has its conclusion from the
 * first: what is left in progress on a commit that a push replaces would stay so for ever.
 */
async function publishCheck(client: Speaker, { ref, head }: PublishedRef, check: CheckPlan): Promise<void> {
  const repository = { owner: ref.owner, repo: ref.repository };
  let { checkRunId } = check;
  for (const request of check.requests) {
    const content = { ...repository, ...toCheckRun(check, request) };
    const told: Word = { kind: 'check', head, externalId: request.externalId };
    if (checkRunId === undefined) {
      const route = 'POST /repos/{owner}/{repo}/check-runs';
      const run = { ...content, name: CHECK_NAME, head_sha: head };
      const created = await client.tell([told], () => client.send(route, run));
      checkRunId = createdSchema.parse(created).id;
    } else {
      const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
      const run = { ...content, check_run_id: checkRunId };
      await client.tell([told], () => client.send(route, run));
    }
  }
}

function toCheckRun({ conclusion, title, summary }: CheckPlan, { externalId, annotations }: CheckRequest) {
  return {
    external_id: externalId,
    status: 'completed',
    conclusion,
    output: { title, summary, annotations: annotations.map(toCheckAnnotation) },
  };
}

function toCheckAnnotation({ path, startLine, endLine, level, title, message }: Annotation) {
  return { path, start_line: startLine, end_line: endLine, annotation_level: level, title, message };
}
