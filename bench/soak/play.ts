import { setTimeout as wait } from 'node:timers/promises';
import { act } from './act.ts';
import { compareEnds, findTwice } from './describe-end.ts';
import type { Deed } from './story.ts';
import type { Bot } from './bots.ts';
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

/** By the clock of `performance`. */
export interface Deadlines {
  /** No deed is begun any more. */
  readonly deeds: number;
  /** What has nothing left to do and is not as it should be is wrong. */
  readonly end: number;
  /** The same where there is still something to do. */
  readonly latest: number;
}

const KILL_SECONDS = 3;
const OUTAGE_SECONDS = 30;
const LOOK_MILLISECONDS = 1000;
/** In which everything is looked over once more. */
const HOLD_MILLISECONDS = (RECONCILE_SECONDS + 1) * 1000;

/**
 * Plays one story in all worlds at once, so that where the machine is too slow for all of it the same part is left out of
 * each; the first world is the calm one, which the others are compared with. Returns how many deeds were done, too.
 */
export async function play(story: readonly Deed[], worlds: readonly [World, ...World[]], deadlines: Deadlines) {
  const killer = startKiller(worlds.filter(({ weather }) => weather === 'rough').flatMap(({ bots }) => bots));
  for (const world of worlds) addFaults(world);
  const outages = worlds.map((world) => playOutage(world, deadlines));
  const deeds = await tell(story, worlds, deadlines);
  await Promise.all(outages);
  const kills = await killer.stop();
  for (const { sandbox } of worlds) sandbox.faults.clear();
  const settled = await settle(worlds, deadlines);
  const played = worlds.map(({ name, sandbox, bots }, index): Played => ({
    ...{ name, deliveries: sandbox.deliveries.length, requests: sandbox.requests.length },
    kills: kills.filter((bot) => bots.includes(bot)).length,
    ...(settled[index] ?? { settleSeconds: undefined, differences: [] }),
  }));
  return { deeds, played };
}

/** After a moment the database refuses for half of the time, is silent for the other half, and is there again. */
async function playOutage({ gate, sandbox }: World, { deeds }: Deadlines): Promise<void> {
  if (gate === undefined) return;
  const half = Math.min(OUTAGE_SECONDS * 1000, (deeds - performance.now()) / 2) / 2;
  await wait(3000);
  gate.shut();
  await wait(half);
  gate.silence();
  await wait(half);
  gate.open();
  const refused = sandbox.deliveries.filter(({ status }) => status === 503).length;
  console.log(`The database was away for ${Math.round((2 * half) / 1000)} s; ${refused} webhooks were answered 503`);
}

/** Spreads the deeds over the time until the deadline, and stops there. */
async function tell(story: readonly Deed[], worlds: readonly World[], { deeds, latest }: Deadlines): Promise<number> {
  const start = performance.now();
  for (const [index, deed] of story.entries()) {
    const due = start + (index / story.length) * (deeds - start);
    if (performance.now() >= deeds) return index;
    if (due > performance.now()) await wait(due - performance.now());
    await Promise.all(
      worlds.map((world) => {
        // Webhooks may arrive at any of the processes.
        world.sandbox.setWebhookUrl(world.bots[index % world.bots.length]?.url);
        return act(world, deed, latest);
      }),
    );
  }
  return story.length;
}

/** Waits until all worlds have the calm one's end and keep it, though all is looked over once more. */
async function settle([calm, ...others]: readonly [World, ...World[]], deadlines: Deadlines) {
  const start = performance.now();
  while (performance.now() < deadlines.latest && !(await calm.isIdle())) await wait(LOOK_MILLISECONDS);
  const calmEnd = { settleSeconds: secondsSince(start), differences: findTwice(await calm.readEnd()) };
  return [calmEnd, ...(await Promise.all(others.map((world) => settleOne(world, calm, { ...deadlines, start }))))];
}

async function settleOne(world: World, calm: World, times: Deadlines & { readonly start: number }) {
  let settleSeconds: number | undefined;
  for (;;) {
    const end = await world.readEnd();
    const differences = [...findTwice(end), ...compareEnds(await calm.readEnd(), end)];
    if (differences.length === 0 && settleSeconds !== undefined) return { settleSeconds, differences };
    // What is still at work is not lost: a slow machine takes longer.
    const isOver = performance.now() >= ((await world.isIdle()) ? times.end : times.latest);
    if (differences.length > 0 && isOver) return { settleSeconds: undefined, differences };
    settleSeconds = differences.length === 0 ? secondsSince(times.start) : undefined;
    await wait(differences.length === 0 ? HOLD_MILLISECONDS : LOOK_MILLISECONDS);
  }
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}

/** Kills one process after the other, whichever world it is of, as long as it is not stopped; returns which. */
function startKiller(bots: readonly Bot[]) {
  let isStopping = false;
  const kills: Bot[] = [];
  const loop = async (): Promise<void> => {
    for (;;) {
      await wait(KILL_SECONDS * 1000);
      const bot = bots[kills.length % bots.length];
      if (isStopping || bot === undefined) return;
      kills.push(bot);
      await bot.kill();
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
