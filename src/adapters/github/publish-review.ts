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
import type { InstallationClient } from './installation-client.ts';
import { publishConversation } from './publish-conversation.ts';

const CHECK_NAME = 'Copydesk';

/**
 * Executes a plan. The check run comes last, so that a crash on the way leaves a head without a whole check: the
 * next run plans what is missing from what it then reads.
 */
export async function publishReview(client: InstallationClient, target: PublishedRef, plan: ReviewPlan): Promise<void> {
  if (plan.review !== undefined) await publishInline(client, target, plan.review);
  await publishConversation(client, target.nodeId, plan);
  if (plan.check !== undefined) await publishCheck(client, target, plan.check);
}

async function publishInline(client: InstallationClient, { ref, head }: PublishedRef, review: InlineReview) {
  try {
    await client.send('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      owner: ref.owner,
      repo: ref.repository,
      pull_number: ref.number,
      commit_id: head,
      event: 'COMMENT',
      body: review.body,
      comments: review.comments.map(toReviewComment),
    });
  } catch (error) {
    const isRefused = error instanceof ApiTrouble && error.trouble.kind === 'refused';
    if (!isRefused) throw error;
    throw new ApiTrouble({ kind: 'comments-refused', reason: error.message }, error);
  }
}

function toReviewComment({ path, startLine, line, body }: InlineComment) {
  const range = startLine === undefined ? {} : { start_line: startLine, start_side: 'RIGHT' };
  return { path, ...range, line, side: 'RIGHT', body };
}

const createdSchema = z.object({ id: z.number() });

/**
 * A check run with many annotations is gone on with if its last request never came, which its id tells. It has its conclusion from the
 * first: what is left in progress on a commit that a push replaces would stay so for ever.
 */
async function publishCheck(client: InstallationClient, { ref, head }: PublishedRef, check: CheckPlan): Promise<void> {
  const repository = { owner: ref.owner, repo: ref.repository };
  let { checkRunId } = check;
  for (const request of check.requests) {
    const words = { ...repository, ...toCheckRun(check, request) };
    if (checkRunId === undefined) {
      const route = 'POST /repos/{owner}/{repo}/check-runs';
      const created = await client.send(route, { ...words, name: CHECK_NAME, head_sha: head });
      checkRunId = createdSchema.parse(created).id;
    } else {
      const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
      await client.send(route, { ...words, check_run_id: checkRunId });
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
