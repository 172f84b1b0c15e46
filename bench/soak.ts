// `npm run soak [-- --seconds N] [--mode memory|pglite|postgres]`: deliveries doubled, lost and out of order, an API that
// fails before and after the effect, limits, and processes killed without warning; the end has to be that of a calm run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPostgres, findPostgres, type TestDatabase } from '../test/support/open-test-database.ts';
import { play, type Played } from './soak/play.ts';
import { planStory } from './soak/story.ts';

const FULL = { seconds: 600, deliveries: 1000, pulls: 200 };

const { values } = parseArgs({ options: { seconds: { type: 'string' }, mode: { type: 'string' } } });
const seconds = Number(values.seconds ?? (process.env['CI'] ? 60 : FULL.seconds));
const share = Math.min(1, seconds / FULL.seconds);
const pulls = Math.max(8, Math.round(FULL.pulls * share));
const story = planStory(pulls, Math.max(40, Math.round(FULL.deliveries * share)));
const folder = await mkdtemp(join(tmpdir(), 'copydesk-soak-'));
const server = await findPostgres();
const postgres: TestDatabase | undefined = server === undefined ? undefined : await createPostgres(server);

const modes: Readonly<Record<string, readonly (string | undefined)[]>> = {
  memory: [undefined],
  pglite: [`pglite:${join(folder, 'pglite')}`],
  ...(postgres === undefined ? {} : { postgres: [postgres.url, postgres.url] }),
};
const chosen = Object.entries(modes).filter(([name]) => values.mode === undefined || name === values.mode);

/** Of the time half is for the deeds of the four runs; settling takes the rest. */
const spread = seconds / 2 / (chosen.length + 1);
const common = { story, pulls, seconds: spread, folder };
console.log(`${story.length} deeds on ${pulls} pull requests, ${Math.round(spread)} s for each run; logs in ${folder}`);
let isFine = true;
try {
  const calm = await play({ ...common, databases: [undefined], calm: undefined, name: 'calm' });
  tell('calm', calm);
  for (const [name, databases] of chosen) {
    const played = await play({ ...common, databases, calm: calm.end, name });
    tell(name, played);
    for (const difference of played.differences) console.log(difference);
    isFine &&= played.differences.length === 0;
  }
} finally {
  await postgres?.remove();
}
if (isFine) await rm(folder, { recursive: true, force: true });
console.log(isFine ? 'Nothing lost, nothing twice.' : `Not the same end: logs in ${folder}`);
process.exitCode = isFine ? 0 : 1;

function tell(name: string, { deliveries, kills, requests, settleSeconds, differences }: Played): void {
  console.log(
    `${name.padEnd(8)} ${deliveries} webhooks, ${kills} kills, ${requests} requests, settled after ${settleSeconds} s, ` +
      `${differences.length} pull requests differ`,
  );
}
