import { setTimeout as wait } from 'node:timers/promises';
import { act } from './act.ts';
import { compareEnds, findTwice } from './describe-end.ts';
import type { Deed } from './story.ts';
import { addFaults, RECONCILE_SECONDS, type World } from './world.ts';

/** What a story came to in one world. */
export interface Played {
  readonly name: string;
  readonly kills: number;
  readonly deliveries: number;
  readonly requests: number;
  /** From the last deed until all was as it should be; undefined: it was not in time. */
  readonly settleSeconds: number | undefined;
  /** What is not as in the calm world, and what was done twice. */
  readonly differences: readonly string[];
}

/** When the last deed has to be done, and when the end has to be reached; by the clock of `performance`. */
export interface Deadlines {
  readonly deeds: number;
  readonly end: number;
}

const KILL_SECONDS = 5;
const LOOK_MILLISECONDS = 500;

/**
 * Plays one story in all worlds at once, so that where the machine is too slow for all of it the same part is left out of
 * each; the first world is the calm one, which the others are compared with. Returns how many deeds were done, too.
 */
export async function play(story: readonly Deed[], worlds: readonly [World, ...World[]], deadlines: Deadlines) {
  const killers = worlds.map((world) => (world.weather === 'rough' ? startKiller(world) : undefined));
  for (const world of worlds) addFaults(world);
  const deeds = await tell(story, worlds, deadlines.deeds);
  const kills = await Promise.all(killers.map(async (killer) => (await killer?.stop()) ?? 0));
  for (const { sandbox } of worlds) sandbox.faults.clear();
  const settled = await settle(worlds, deadlines.end);
  const played = worlds.map(({ name, sandbox }, index): Played => ({
    ...{ name, kills: kills[index] ?? 0, deliveries: sandbox.deliveries.length, requests: sandbox.requests.length },
    ...(settled[index] ?? { settleSeconds: undefined, differences: [] }),
  }));
  return { deeds, played };
}

/** Spreads the deeds over the time until the deadline, and stops there. */
async function tell(story: readonly Deed[], worlds: readonly World[], deadline: number): Promise<number> {
  const start = performance.now();
  for (const [index, deed] of story.entries()) {
    const due = start + (index / story.length) * (deadline - start);
    if (performance.now() >= deadline) return index;
    if (due > performance.now()) await wait(due - performance.now());
    await Promise.all(
      worlds.map((world) => {
        // Webhooks may arrive at any of the processes.
        world.sandbox.setWebhookUrl(world.bots[index % world.bots.length]?.url);
        return act(world, deed);
      }),
    );
  }
  return story.length;
}

/** Waits until all worlds have the calm one's end and keep it, though all is looked over once more. */
async function settle([calm, ...others]: readonly [World, ...World[]], deadline: number) {
  const start = performance.now();
  await waitForIdle(calm, deadline);
  const readCalm = () => calm.readEnd();
  const calmEnd = { settleSeconds: secondsSince(start), differences: findTwice(await readCalm()) };
  return [calmEnd, ...(await Promise.all(others.map((world) => settleOne(world, { readCalm, start, deadline }))))];
}

interface Settling {
  readonly readCalm: () => Promise<ReadonlyMap<string, string>>;
  readonly start: number;
  readonly deadline: number;
}

async function settleOne(world: World, { readCalm, start, deadline }: Settling) {
  for (;;) {
    const differences = await compareNow(world, { readCalm, deadline });
    const settleSeconds = secondsSince(start);
    await wait(Math.min(RECONCILE_SECONDS * 1000 + LOOK_MILLISECONDS, Math.max(0, deadline - performance.now())));
    if (differences.length > 0 && performance.now() < deadline) continue;
    const last = await compareNow(world, { readCalm, deadline });
    if (last.length === 0) return { settleSeconds, differences: last };
    if (performance.now() >= deadline) return { settleSeconds: undefined, differences: last };
  }
}

async function compareNow(world: World, { readCalm, deadline }: Pick<Settling, 'readCalm' | 'deadline'>) {
  await waitForIdle(world, deadline);
  const end = await world.readEnd();
  return [...findTwice(end), ...compareEnds(await readCalm(), end)];
}

async function waitForIdle(world: World, deadline: number): Promise<void> {
  while (performance.now() < deadline && !(await world.isIdle())) await wait(LOOK_MILLISECONDS);
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}

/** Kills one process after the other, as long as it is not stopped; returns how many. */
function startKiller({ bots }: World) {
  let [isStopping, kills] = [false, 0];
  const loop = async (): Promise<void> => {
    for (;;) {
      await wait(KILL_SECONDS * 1000);
      if (isStopping) return;
      await bots[kills % bots.length]?.kill();
      kills += 1;
    }
  };
  const running = loop();
  return {
    stop: async () => {
      isStopping = true;
      await running;
      return kills;
    },
  };
}
