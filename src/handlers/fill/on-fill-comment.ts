import { z } from 'zod';
import type { RepositoryRef } from '../../ports.ts';
import type { Cause, FillOrder, Work } from '../../ports/job.ts';
import { parseFillOrder } from './parse-fill-order.ts';
import { planFillWork } from './plan-fill-work.ts';

const schema = z.object({
  action: z.literal('created'),
  installation: z.object({ id: z.number() }),
  repository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }),
  issue: z.object({ number: z.number(), node_id: z.string() }),
  comment: z.object({
    node_id: z.string(),
    body: z.string(),
    user: z.object({ login: z.string(), type: z.string() }).nullish(),
  }),
});

/** A new comment on an issue or pull request: `/copydesk fill` in it is for the proposal, wherever it is written. */
export function onFillComment(payload: unknown, cause: Cause): readonly Work[] {
  const asked = readFillOrder(payload);
  return asked === undefined ? [] : [planFillWork(asked.repository, [asked.order], cause)];
}

/** What a comment asks for; undefined where it does not ask for sections. */
export function readFillOrder(
  payload: unknown,
): { readonly repository: RepositoryRef; readonly order: FillOrder } | undefined {
  const { data } = schema.safeParse(payload);
  const author = data?.comment.user;
  if (data === undefined || author?.type !== 'User') return undefined;
  const { installation, repository, issue, comment } = data;
  const order = parseFillOrder(comment.body, {
    ...{ commentId: comment.node_id, subjectId: issue.node_id },
    ...{ number: issue.number, login: author.login },
  });
  return (
    order && {
      repository: { installationId: installation.id, owner: repository.owner.login, repository: repository.name },
      order,
    }
  );
}
