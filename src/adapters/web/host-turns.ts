import type { Clock } from '../../ports.ts';

/** Waits until it is a host's turn; what it returns ends the visit, and does nothing when it is called again. */
export type EnterHost = (host: string) => Promise<() => void>;

export interface TurnLimits {
  /** Between the starts of two visits to one host. */
  readonly pauseMilliseconds: number;
  /** Visits at the same time, over all hosts. */
  readonly atOnce: number;
}

interface HostLine {
  /** Ends when nobody is there any more. */
  last: Promise<void>;
  nextStart: number;
  waiting: number;
}

/** One visit at a time to a host, with a pause between two, and so many in all. */
export function createHostTurns(clock: Clock, limits: TurnLimits): EnterHost {
  const lines = new Map<string, HostLine>();
  const enterRoom = createRoom(limits.atOnce);
  return async (host) => {
    forgetIdle(lines, clock);
    // With a dot at its end a name is the same.
    const name = host.replace(/\.$/, '');
    const line = lines.get(name) ?? { last: Promise.resolve(), nextStart: 0, waiting: 0 };
    lines.set(name, line);
    line.waiting += 1;
    const before = line.last;
    let finish = (): void => undefined;
    line.last = new Promise((resolve) => (finish = resolve));
    await before;
    const pause = line.nextStart - clock.now().getTime();
    if (pause > 0) await clock.sleep(pause);
    const leaveRoom = await enterRoom();
    line.nextStart = clock.now().getTime() + limits.pauseMilliseconds;
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      line.waiting -= 1;
      leaveRoom();
      finish();
    };
  };
}

/** Hosts are many over the years. */
function forgetIdle(lines: Map<string, HostLine>, clock: Clock): void {
  const now = clock.now().getTime();
  for (const [host, { waiting, nextStart }] of lines) if (waiting === 0 && nextStart <= now) lines.delete(host);
}

function createRoom(size: number): () => Promise<() => void> {
  let free = size;
  const queue: (() => void)[] = [];
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    return leave;
  };
}
