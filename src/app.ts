import type { Probot } from 'probot';
import { z } from 'zod';
import { onFillComment } from './handlers/fill/on-fill-comment.ts';
import { onProposalEdited } from './handlers/fill/on-proposal-edited.ts';
import { onIssueComment, onReviewComment } from './handlers/on-comment.ts';
import { onPullRequest, onPullRequestEdited } from './handlers/on-pull-request.ts';
import { onPush } from './handlers/on-push.ts';
import { onCheckRunRerun, onCheckSuiteRerun } from './handlers/on-rerun.ts';
import type { Lanes } from './ports.ts';
import type { Cause, Work } from './ports/job.ts';

const actionSchema = z.object({ action: z.string().optional() });

type Handle = (payload: unknown, cause: Cause) => readonly Work[];

/** Which event goes to which handler. Handlers only say what is to be done, so that GitHub gets its answer at once. */
const HANDLERS: Readonly<Record<string, Handle>> = {
  'pull_request.opened': onPullRequest,
  'pull_request.reopened': onPullRequest,
  'pull_request.synchronize': onPullRequest,
  'pull_request.ready_for_review': onPullRequest,
  'pull_request.edited': both(onPullRequestEdited, onProposalEdited),
  'check_run.rerequested': onCheckRunRerun,
  'check_run.requested_action': onCheckRunRerun,
  'check_suite.rerequested': onCheckSuiteRerun,
  'issue_comment.created': both(onIssueComment, onFillComment),
  'issue_comment.edited': onIssueComment,
  'issue_comment.deleted': onIssueComment,
  'pull_request_review_comment.created': onReviewComment,
  'pull_request_review_comment.edited': onReviewComment,
  'pull_request_review_comment.deleted': onReviewComment,
  push: onPush,
};

function both(one: Handle, other: Handle): Handle {
  return (payload, cause) => [...one(payload, cause), ...other(payload, cause)];
}

const USED_EVENTS: ReadonlySet<string | undefined> = new Set(Object.keys(HANDLERS).map((key) => key.split('.')[0]));

/** Whether any webhook of this event, by GitHub's name without the action, may ask for work. */
export function isUsedEvent(name: string): boolean {
  return USED_EVENTS.has(name);
}

/** The work that an event asks for; `name` is GitHub's, without the action. */
export function planWork(name: string, payload: unknown, delivery: string): readonly Work[] {
  const action = actionSchema.safeParse(payload).data?.action;
  const handle = HANDLERS[action === undefined ? name : `${name}.${action}`];
  return handle?.(payload, { delivery, event: name }) ?? [];
}

/** Has Probot put the work that webhooks ask for into their lanes. */
export function createApp({ lanes }: { readonly lanes: Lanes }): (probot: Probot) => void {
  return (probot) => {
    probot.onAny(async ({ id, name, payload }) => {
      const work = planWork(name, payload, id);
      if (work.length > 0) await lanes.accept(id, work);
    });
  };
}
