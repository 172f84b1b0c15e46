import { z } from 'zod';
import { findChangedTasks } from '../../proposals/read-ticks.ts';
import type { Cause, Work } from '../../ports/job.ts';
import { sourceSchema, toRepository } from '../webhook-events.ts';
import { planFillWork } from './plan-fill-work.ts';

const schema = sourceSchema.extend({
  number: z.number(),
  sender: z.object({ login: z.string(), type: z.string() }),
  pull_request: z.object({ body: z.string().nullish(), user: z.object({ type: z.string() }).nullish() }),
  changes: z.object({ body: z.object({ from: z.string().nullish() }) }),
});

/** Somebody ticked or un-ticked something in the description of an app's pull request; whether it is ours is asked later. */
export function onProposalEdited(payload: unknown, cause: Cause): readonly Work[] {
  const { data } = schema.safeParse(payload);
  if (data === undefined || data.sender.type === 'Bot' || data.pull_request.user?.type !== 'Bot') return [];
  const changed = [...findChangedTasks(data.changes.body.from ?? '', data.pull_request.body ?? '')];
  // Of the addresses that we wrote none holds what a database would not keep.
  const tasks = changed.filter(([address]) => !/\p{Cc}/u.test(address));
  if (tasks.length === 0) return [];
  const { sender, number } = data;
  return [planFillWork(toRepository(data), [{ kind: 'tick', number, login: sender.login, tasks }], cause)];
}
