// `npm run bench [-- --data DIR] [--peer DIR] [--peer-command "…"] [--pull N] [--json]`: how fast the engine is, and how
// much memory it takes, over the newsletter's recorded history; which rules cost most; and the newsletter's own checkers
// beside it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cloneBundle } from '../src/adapters/git/clone-bundle.ts';
import { describeGitTrouble } from '../src/adapters/git/git-trouble.ts';
import { openRepository } from '../src/adapters/git/open-repository.ts';
import { createParser } from '../src/adapters/parser/create-parser.ts';
import { createDesk, type Desk } from '../src/cli/check/check-commits.ts';
import { defaultConfig } from '../src/config/defaults.ts';
import { type Pull, readPulls } from './evaluate/read-pulls.ts';
import { measureEngine, timeOnePull } from './bench/measure-engine.ts';
import { measureLearning } from './bench/measure-learning.ts';
import { measureRules } from './bench/measure-rules.ts';
import { comparePeer, type PeerFigures, renderFigures } from './bench/render-figures.ts';
import { checkOut, timePeer } from './bench/time-peer.ts';

const options = {
  data: { type: 'string', default: '../shared/data' },
  peer: { type: 'string' },
  'peer-command': { type: 'string' },
  pull: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

type Settings = ReturnType<typeof readSettings>;

function readSettings(): ReturnType<typeof parseArgs<{ options: typeof options }>>['values'] {
  return parseArgs({ options }).values;
}

async function run(settings: Settings, folder: string): Promise<void> {
  const clone = await cloneBundle(join(settings.data, 'newsletter.bundle'), join(folder, 'clone.git'), process.env);
  if (!clone.ok) throw new Error(`${describeGitTrouble(clone.trouble)}; --data DIR says where the history is`);
  const opened = await openRepository(clone.value, process.env);
  if (!opened.ok) throw new Error(describeGitTrouble(opened.trouble));
  const parser = createParser({ deadlineMilliseconds: 10_000 });
  const desk = createDesk({ repository: opened.value, parser, config: defaultConfig, reach: 'whole' });
  try {
    const pulls = await readPulls(settings.data);
    // Before all else, while nothing is warm: a server that starts is cold, too.
    const learning = await measureLearning(desk, 'main');
    const engine = await measureEngine(desk, pulls);
    // Peak before the checkout: git's and Python's own memory is not ours.
    const peakMemory = process.resourceUsage().maxRSS / 1024;
    const rules = await measureRules(desk, pulls);
    const peer = settings.peer === undefined ? undefined : await runPeer(settings, desk, pulls, folder);
    const figures = { learning, engine, peakMemory, rules, peer };
    console.log(settings.json ? JSON.stringify(figures) : renderFigures(figures));
  } finally {
    await parser.close();
    await opened.value.close();
  }
}

async function runPeer(settings: Settings, desk: Desk, pulls: readonly Pull[], folder: string): Promise<PeerFigures> {
  const wanted = settings.pull;
  const pull = pulls.findLast(({ pr, kind }) =>
    wanted === undefined ? kind === 'single-link' : String(pr) === wanted,
  );
  if (pull === undefined) throw new Error(`no such pull request in the data: ${wanted ?? ''}`);
  const checkout = join(folder, 'checkout');
  await checkOut(desk.repository.folder, checkout, pull.first);
  const engineMilliseconds = await timeOnePull(desk, pull);
  const runs = await timePeer({
    folder: settings.peer ?? '.',
    command: settings['peer-command'],
    checkout,
    base: pull.base,
  });
  return comparePeer(pull.pr, engineMilliseconds, runs);
}

const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
try {
  await run(readSettings(), folder);
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
} finally {
  await rm(folder, { recursive: true, force: true });
}
