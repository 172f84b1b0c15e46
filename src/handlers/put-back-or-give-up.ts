import type { JobEnd, Log, Trouble, Turn } from '../ports.ts';

/** Waiting for a limit is no failure: this ends only what would go round for ever. */
const MAX_LIMITED = 500;
/** Hours. One job may meet several kinds of trouble, so none of them alone uses up its tries. */
const MAX_UNAVAILABLE = 30;
/** Doubled time after time: gently, since other trouble may have come before. */
const SHORTEST_WAIT = 5000;
const LONGEST_WAIT = 600_000;
/** Ten writes: of each it may take some four looks until it is clear that it did not land. */
const MAX_UNKNOWN = 40;
/** Each wait ends by itself; this ends only what would go round for ever. */
const MAX_BEHIND = 100;
/** GitHub needs a moment until what was written can be read. */
const UNKNOWN_WAIT = 2000;

/** What becomes of a job that GitHub did not let finish: it comes back after a wait, or is given up with a line in the log. */
export function putBackOrGiveUp(log: Log, trouble: Trouble, { troubles }: Turn): JobEnd {
  const wait = getWait(trouble, troubles);
  if (wait === undefined) {
    const isGone = trouble.kind === 'absent';
    log[isGone ? 'info' : 'error']({ trouble }, 'Given up');
    return isGone ? { kind: 'done' } : { kind: 'failed', reason: describe(trouble) };
  }
  log.warn({ trouble, wait }, 'Put back');
  return { kind: 'again', afterMilliseconds: wait, isTrouble: true };
}

/** Milliseconds; undefined where trying again would not help. */
function getWait(trouble: Trouble, troubles: number): number | undefined {
  switch (trouble.kind) {
    case 'limited':
      return troubles < MAX_LIMITED ? trouble.waitMilliseconds : undefined;
    case 'behind':
      return troubles < MAX_BEHIND ? trouble.waitMilliseconds : undefined;
    case 'unavailable':
      return troubles < MAX_UNAVAILABLE ? Math.min(SHORTEST_WAIT * 2 ** troubles, LONGEST_WAIT) : undefined;
    case 'unknown-outcome':
      return troubles < MAX_UNKNOWN ? UNKNOWN_WAIT : undefined;
    case 'not-permitted':
    case 'absent':
    case 'comments-refused':
    case 'refused':
      return undefined;
  }
}

function describe(trouble: Trouble): string {
  if (trouble.kind === 'not-permitted' && trouble.missing.length > 0)
    return `${trouble.kind}: ${trouble.missing.join(', ')}`;
  return 'reason' in trouble ? `${trouble.kind}: ${trouble.reason}` : trouble.kind;
}
