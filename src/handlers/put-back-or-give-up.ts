import type { JobEnd, Log, Trouble, Turn } from '../ports.ts';

const MAX_LIMITED = 20;
const UNAVAILABLE_WAITS = [30_000, 120_000, 600_000];
const MAX_UNKNOWN = 3;
/** GitHub needs a moment until what was written can be read. */
const UNKNOWN_WAIT = 2000;

/** What becomes of a job that GitHub did not let finish: it comes back after a wait, or is given up with a line in the log. */
export function putBackOrGiveUp(log: Log, trouble: Trouble, { attempt }: Turn): JobEnd {
  const wait = getWait(trouble, attempt);
  if (wait === undefined) {
    const isGone = trouble.kind === 'absent';
    log[isGone ? 'info' : 'error']({ trouble }, 'Given up');
    return isGone ? { kind: 'done' } : { kind: 'failed', reason: describe(trouble) };
  }
  log.warn({ trouble, wait }, 'Put back');
  return { kind: 'again', afterMilliseconds: wait };
}

/** Milliseconds; undefined where trying again would not help. */
function getWait(trouble: Trouble, attempt: number): number | undefined {
  switch (trouble.kind) {
    case 'limited':
      return attempt < MAX_LIMITED ? trouble.waitMilliseconds : undefined;
    case 'unavailable':
      return UNAVAILABLE_WAITS[attempt];
    case 'unknown-outcome':
      return attempt < MAX_UNKNOWN ? UNKNOWN_WAIT : undefined;
    case 'not-permitted':
    case 'absent':
    case 'comments-refused':
    case 'refused':
      return undefined;
  }
}

function describe(trouble: Trouble): string {
  return 'reason' in trouble ? `${trouble.kind}: ${trouble.reason}` : trouble.kind;
}
