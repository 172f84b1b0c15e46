import { type Fields, wordOf } from '../fields.ts';
import type { Review } from '../records/pull.ts';
import type { World } from '../world.ts';

const EVENTS = ['COMMENT', 'APPROVE', 'REQUEST_CHANGES'] as const;

const STATES: Readonly<Record<(typeof EVENTS)[number], Review['state']>> = {
  COMMENT: 'COMMENTED',
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
};

/** What a review's `event` makes of it. Without one GitHub keeps it pending: that is noted as unimplemented. */
export function readVerdict(world: World, fields: Fields): Review['state'] | undefined {
  const event = wordOf(fields, 'event', EVENTS);
  if (event === undefined) world.unimplemented.add('a review that stays pending');
  return event && STATES[event];
}
