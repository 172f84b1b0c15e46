import { z } from 'zod';
import type { PublishedRef } from '../../ports.ts';
import type { Annotation, CheckPlan, InlineComment, InlineReview, ReviewPlan } from '../../review/review-plan.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { InstallationClient } from './installation-client.ts';
import { publishConversation } from './publish-conversation.ts';

const CHECK_NAME = 'Copydesk';

/** GitHub takes no more in one request; an update adds to them. */
const MAX_ANNOTATIONS = 50;

/**
 * Executes a plan. The check run comes last, so that a crash on the way leaves a head without a finished check: the
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

/** A check run with many annotations is finished by its last request, and redone if that never came. */
async function publishCheck(client: InstallationClient, { ref, head }: PublishedRef, check: CheckPlan): Promise<void> {
  const batches = toBatches(check.annotations);
  const repository = { owner: ref.owner, repo: ref.repository };
  const finish = { status: 'completed', conclusion: check.conclusion };
  const output = { title: check.title, summary: check.summary };
  const created = await client.send('POST /repos/{owner}/{repo}/check-runs', {
    ...repository,
    name: CHECK_NAME,
    head_sha: head,
    external_id: check.externalId,
    ...(batches.length > 1 ? { status: 'in_progress' } : finish),
    output: { ...output, annotations: (batches[0] ?? []).map(toCheckAnnotation) },
  });
  for (const [index, annotations] of batches.entries()) {
    if (index === 0) continue;
    await client.send('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      ...repository,
      check_run_id: createdSchema.parse(created).id,
      ...(index === batches.length - 1 ? finish : {}),
      output: { ...output, annotations: annotations.map(toCheckAnnotation) },
    });
  }
}

function toBatches(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const length = Math.ceil(annotations.length / MAX_ANNOTATIONS);
  return Array.from({ length }, (_, index) =>
    annotations.slice(index * MAX_ANNOTATIONS, (index + 1) * MAX_ANNOTATIONS),
  );
}

function toCheckAnnotation({ path, startLine, endLine, level, title, message }: Annotation) {
  return { path, start_line: startLine, end_line: endLine, annotation_level: level, title, message };
}
