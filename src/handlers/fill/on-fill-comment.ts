import { z } from 'zod';
import type { Cause, Work } from '../../ports/job.ts';
import { sourceSchema, toRepository } from '../webhook-events.ts';
import { parseFillOrder } from './parse-fill-order.ts';
import { planFillWork } from './plan-fill-work.ts';

const schema = sourceSchema.extend({
  action: z.literal('created'),
  issue: z.object({ number: z.number(), node_id: z.string() }),
  comment: z.object({
    node_id: z.string(),
    body: z.string(),
    user: z.object({ login: z.string(), type: z.string() }).nullish(),
  }),
});

/** A new comment on an issue or pull request: `/copydesk fill` in it is for the proposal, wherever it is written. */
export function onFillComment(payload: unknown, cause: Cause): readonly Work[] {
  const { data } = schema.safeParse(payload);
  const author = data?.comment.user;
  if (data === undefined || author?.type !== 'User') return [];
  const { issue, comment } = data;
  const order = parseFillOrder(comment.body, {
    ...{ commentId: comment.node_id, subjectId: issue.node_id },
    ...{ number: issue.number, login: author.login },
  });
  return order === undefined ? [] : [planFillWork(toRepository(data), [order], cause)];
}
