import type { Probot } from 'probot';
import { onIssueComment, onReviewComment } from './handlers/on-comment.ts';
import { onPullRequest, onPullRequestEdited } from './handlers/on-pull-request.ts';
import { onPush } from './handlers/on-push.ts';
import { onCheckRunRerun, onCheckSuiteRerun } from './handlers/on-rerun.ts';
import type { Lanes } from './ports.ts';
import type { Cause, Work } from './ports/job.ts';

type Handle = (payload: unknown, cause: Cause) => readonly Work[];

/** Which event goes to which handler. Handlers only say what is to be done, so that GitHub gets its answer at once. */
export function createApp({ lanes }: { readonly lanes: Lanes }): (probot: Probot) => void {
  const to = (handle: Handle) => (context: { id: string; name: string; payload: unknown }) => {
    const work = handle(context.payload, { delivery: context.id, event: context.name });
    return work.length === 0 ? undefined : lanes.accept(context.id, work);
  };
  return (probot) => {
    probot.on('pull_request.opened', to(onPullRequest));
    probot.on('pull_request.reopened', to(onPullRequest));
    probot.on('pull_request.synchronize', to(onPullRequest));
    probot.on('pull_request.ready_for_review', to(onPullRequest));
    probot.on('pull_request.edited', to(onPullRequestEdited));
    probot.on('check_run.rerequested', to(onCheckRunRerun));
    probot.on('check_run.requested_action', to(onCheckRunRerun));
    probot.on('check_suite.rerequested', to(onCheckSuiteRerun));
    probot.on('issue_comment.created', to(onIssueComment));
    probot.on('issue_comment.edited', to(onIssueComment));
    probot.on('issue_comment.deleted', to(onIssueComment));
    probot.on('pull_request_review_comment.created', to(onReviewComment));
    probot.on('pull_request_review_comment.edited', to(onReviewComment));
    probot.on('pull_request_review_comment.deleted', to(onReviewComment));
    probot.on('push', to(onPush));
  };
}
