import type { FillOrder, Job } from '../ports/job.ts';

/** More is not wanted at once of one proposal; what was first is done first, and a command that is left out is found again. */
const MAX_ORDERS = 200;

/**
 * What takes the place of another job does that one's work too: a push, or a command, that GitHub may not know of yet is
 * still known of, a check that was asked for still is, and every order to fill sections is kept.
 */
export function mergeJobs(older: Job, newer: Job): Job {
  if (older.kind === 'fill' && newer.kind === 'fill') {
    return { ...newer, orders: mergeOrders([...older.orders, ...newer.orders]) };
  }
  if (older.kind !== 'review' || newer.kind !== 'review') return newer;
  const { outdatedHead, commentId, outdatedComment, isAskedFor } = older.announced;
  const { announced } = newer;
  return {
    ...newer,
    announced: {
      outdatedHead: announced.outdatedHead ?? outdatedHead,
      commentId: announced.commentId ?? commentId,
      outdatedComment: announced.outdatedComment ?? outdatedComment,
      isAskedFor: announced.isAskedFor ?? isAskedFor,
    },
  };
}

/** Once for each comment, and once for the schedule, in their order; every tick. */
function mergeOrders(orders: readonly FillOrder[]): readonly FillOrder[] {
  const known = new Set<string>();
  const merged = orders.filter((order) => {
    if (order.kind === 'tick') return true;
    const key = order.kind === 'command' ? order.commentId : '';
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return merged.slice(0, MAX_ORDERS);
}
