// `npm run soak [-- --seconds N] [--mode memory|pglite|postgres|outage|late]`: deliveries doubled, lost and out of order, an API
// that fails before and after the effect, limits, and processes killed without warning; the end has to be that of a calm run.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgres, findPostgres, type TestDatabase } from '../test/support/open-test-database.ts';
import { openGate } from '../test/support/open-gate.ts';
import { type Deadlines, type Played, play } from './soak/play.ts';
import { readArguments } from './soak/read-arguments.ts';
import { DUE, setScene } from './soak/scene.ts';
import { planStory } from './soak/story.ts';
import { openWorld, type World, type WorldOptions } from './soak/world.ts';

/** Each deed sends webhooks of its own, and the bot's answers send more: together well over a thousand. */
const FULL = { seconds: 600, deeds: 400, pulls: 200 };
/** Of the time, for the deeds, at most. */
const DEEDS = 0.85;
/** What a killed process had in hand is free again after fifteen seconds, and is to be done then. */
const SETTLE_SECONDS = 22;
/** Sections are due when so much of the time is over. */
const DUE_AFTER = 0.25;
const SPEED = 60;

const server = await findPostgres();
const wanted = readArguments(process.argv.slice(2), server !== undefined);
const seconds = wanted.seconds ?? (process.env['CI'] ? 60 : FULL.seconds);
const share = Math.min(1, seconds / FULL.seconds);
const pulls = Math.max(8, Math.round(FULL.pulls * share));
const story = planStory(pulls, Math.max(40, Math.round(FULL.deeds * share)));
const folder = await mkdtemp(join(tmpdir(), 'copydesk-soak-'));
const postgres: TestDatabase | undefined = server === undefined ? undefined : await createPostgres(server);

type Mode = Pick<WorldOptions, 'name' | 'weather' | 'databases' | 'gate'>;

const gate = postgres === undefined || wanted.mode !== 'outage' ? undefined : await openGate(postgres.url);
const rough = { weather: 'rough' } as const;
const modes: readonly Mode[] = [
  { ...rough, name: 'memory', databases: [undefined] },
  { ...rough, name: 'pglite', databases: [`pglite:${join(folder, 'pglite')}`] },
  ...(postgres === undefined ? [] : [{ ...rough, name: 'postgres', databases: [postgres.url, postgres.url] }]),
  ...(gate === undefined ? [] : [{ name: 'outage', weather: 'outage' as const, databases: [gate.url], gate }]),
  // Nothing goes wrong, only later: what differs then is no fault, and has no place in the comparison.
  { name: 'late', weather: 'late', databases: [undefined] },
];
const chosen = modes.filter(({ name }) => (wanted.mode === undefined ? name !== 'late' : name === wanted.mode));
console.log(`${story.length} deeds on ${pulls} pull requests; logs in ${folder}`);

const time = { started: Date.now(), showed: DUE - seconds * 1000 * SPEED * DUE_AFTER, speed: SPEED };
const open = (mode: Mode): Promise<World> => openWorld({ ...mode, time, folder });
const calm = await open({ name: 'calm', weather: 'calm', databases: [undefined] });
const others = await Promise.all(chosen.map(open));
const worlds = [calm, ...others] as const;
let isFine = true;
try {
  await Promise.all(worlds.map(({ sandbox }) => setScene(sandbox, pulls)));
  const { deeds, played } = await play(story, worlds, planTime(performance.now() / 1000));
  if (deeds < story.length) console.log(`Only ${deeds} deeds: the machine is too slow for all of them`);
  for (const one of played) tell(one);
  isFine = played.every(({ differences }) => differences.length === 0);
  for (const { name, readEnd } of isFine ? [] : worlds) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(Object.fromEntries(await readEnd()), null, 1));
  }
} finally {
  await Promise.all(worlds.map((world) => world.close()));
  await gate?.close();
  await postgres?.remove();
}
if (isFine) await rm(folder, { recursive: true, force: true });
console.log(isFine ? 'Nothing lost, nothing twice.' : `Not the same end: logs in ${folder}`);
process.exitCode = isFine ? 0 : 1;

/** By the clock of `performance`, which began with the process; how long the start took tells how fast this machine is. */
function planTime(begun: number): Deadlines {
  const deeds = Math.min((seconds - begun) * DEEDS, seconds - SETTLE_SECONDS - 2.5 * begun);
  return { deeds: (begun + Math.max(5, deeds)) * 1000, end: seconds * 1000, latest: seconds * 1500 };
}

function tell({ name, deliveries, kills, requests, settleSeconds, differences }: Played): void {
  const settled = settleSeconds === undefined ? 'not settled in time' : `settled after ${settleSeconds} s`;
  console.log(
    `${name.padEnd(8)} ${deliveries} webhooks, ${kills} kills, ${requests} requests, ${settled}, ` +
      `${differences.length} differences`,
  );
  for (const difference of differences) console.log(difference);
}
