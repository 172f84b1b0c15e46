import type { Probot } from 'probot';
import type { Cause, Deps } from './handlers/deps.ts';
import { onFillComment } from './handlers/fill/on-fill-comment.ts';
import { onProposalEdited } from './handlers/fill/on-proposal-edited.ts';
import { onIssueComment, onReviewComment } from './handlers/on-comment.ts';
import { onPullRequest, onPullRequestEdited } from './handlers/on-pull-request.ts';
import { onPush } from './handlers/on-push.ts';
import { onCheckRunRerun, onCheckSuiteRerun } from './handlers/on-rerun.ts';

type Handle = (deps: Deps, payload: unknown, cause: Cause) => void;

/** Which event goes to which handler. Handlers only enqueue work, so that GitHub gets its answer at once. */
export function createApp(deps: Deps): (probot: Probot) => void {
  const to = (handle: Handle) => (context: { id: string; name: string; payload: unknown }) =>
    handle(deps, context.payload, { delivery: context.id, event: context.name });
  return (probot) => {
    probot.on('pull_request.opened', to(onPullRequest));
    probot.on('pull_request.reopened', to(onPullRequest));
    probot.on('pull_request.synchronize', to(onPullRequest));
    probot.on('pull_request.ready_for_review', to(onPullRequest));
    probot.on('pull_request.edited', to(onPullRequestEdited));
    probot.on('pull_request.edited', to(onProposalEdited));
    probot.on('check_run.rerequested', to(onCheckRunRerun));
    probot.on('check_run.requested_action', to(onCheckRunRerun));
    probot.on('check_suite.rerequested', to(onCheckSuiteRerun));
    probot.on('issue_comment.created', to(onIssueComment));
    probot.on('issue_comment.created', to(onFillComment));
    probot.on('issue_comment.edited', to(onIssueComment));
    probot.on('issue_comment.deleted', to(onIssueComment));
    probot.on('pull_request_review_comment.created', to(onReviewComment));
    probot.on('pull_request_review_comment.edited', to(onReviewComment));
    probot.on('pull_request_review_comment.deleted', to(onReviewComment));
    probot.on('push', to(onPush));
  };
}
