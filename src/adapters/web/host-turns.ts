import type { Clock } from '../../ports.ts';

/**
 * Waits until it is a host's turn; what it returns ends the visit, and does nothing when it is called again.
 * @param reader for whom it is visited: of those who wait, whoever has the fewest visits under way is next, so that nobody's slow
 *   pages keep others waiting
 */
export type EnterHost = (host: string, reader: string) => Promise<() => void>;

export interface TurnLimits {
  /** Between the starts of two visits to one host. */
  readonly pauseMilliseconds: number;
  /** Visits at the same time, over all hosts. */
  readonly atOnce: number;
}

interface Host {
  isBusy: boolean;
  nextStart: number;
  isSleeping: boolean;
  /** Visits that wait or are under way. */
  wanted: number;
}

interface Reader {
  inside: number;
  /** Grows with every turn that is given out. */
  lastTurn: number;
  wanted: number;
}

interface Waiting {
  readonly host: Host;
  readonly reader: Reader;
  readonly enter: () => void;
}

/** One visit at a time to a host, with a pause between two, and so many in all. */
export function createHostTurns(clock: Clock, { pauseMilliseconds, atOnce }: TurnLimits): EnterHost {
  const [hosts, readers] = [new Map<string, Host>(), new Map<string, Reader>()];
  const waiting: Waiting[] = [];
  let [free, turn] = [atOnce, 0];

  const admit = (): void => {
    const now = clock.now().getTime();
    for (let next = findNext(waiting, now); free > 0 && next !== undefined; next = findNext(waiting, now)) {
      waiting.splice(waiting.indexOf(next), 1);
      free -= 1;
      turn += 1;
      Object.assign(next.host, { isBusy: true, nextStart: now + pauseMilliseconds });
      Object.assign(next.reader, { inside: next.reader.inside + 1, lastTurn: turn });
      next.enter();
    }
    for (const { host } of waiting) wakeAfterPause(host, now);
  };
  const wakeAfterPause = (host: Host, now: number): void => {
    if (host.isBusy || host.isSleeping || host.nextStart <= now) return;
    host.isSleeping = true;
    void clock.sleep(host.nextStart - now).then(() => {
      host.isSleeping = false;
      admit();
    });
  };
  const leave = ({ host, reader }: Pick<Waiting, 'host' | 'reader'>): void => {
    host.isBusy = false;
    host.wanted -= 1;
    reader.inside -= 1;
    reader.wanted -= 1;
    free += 1;
    admit();
  };

  return async (hostName, readerName) => {
    forgetIdle(hosts, readers, clock);
    const visit = { host: getHost(hosts, hostName), reader: getReader(readers, readerName) };
    visit.host.wanted += 1;
    visit.reader.wanted += 1;
    await new Promise<void>((enter) => {
      waiting.push({ ...visit, enter });
      admit();
    });
    let hasLeft = false;
    return () => {
      if (!hasLeft) leave(visit);
      hasLeft = true;
    };
  };
}

/** Of those whose host is free the one whose reader has least: the fewest visits, and the longest without another turn. */
function findNext(waiting: readonly Waiting[], now: number): Waiting | undefined {
  return waiting
    .filter(({ host }) => !host.isBusy && host.nextStart <= now)
    .sort(({ reader: one }, { reader: other }) => one.inside - other.inside || one.lastTurn - other.lastTurn)[0];
}

function getHost(hosts: Map<string, Host>, hostName: string): Host {
  // With a dot at its end a name is the same.
  const name = hostName.replace(/\.$/, '');
  const host = hosts.get(name) ?? { isBusy: false, nextStart: 0, isSleeping: false, wanted: 0 };
  hosts.set(name, host);
  return host;
}

function getReader(readers: Map<string, Reader>, name: string): Reader {
  const reader = readers.get(name) ?? { inside: 0, lastTurn: 0, wanted: 0 };
  readers.set(name, reader);
  return reader;
}

/** Hosts, and those for whom they are visited, are many over the years. */
function forgetIdle(hosts: Map<string, Host>, readers: Map<string, Reader>, clock: Clock): void {
  const now = clock.now().getTime();
  for (const [name, { wanted, nextStart }] of hosts) if (wanted === 0 && nextStart <= now) hosts.delete(name);
  for (const [name, { wanted }] of readers) if (wanted === 0) readers.delete(name);
}
