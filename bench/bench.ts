// `npm run bench [-- engine server] [--data DIR] [--seconds N] [--peer DIR] [--peer-command "…"] [--pull N] [--json]`; without a name
// both parts. engine: how fast it is, and how much memory it takes, over the newsletter's recorded history; which rules cost most; and
// the newsletter's own checkers beside it. server: how fast webhooks are answered and jobs done in the three ways of keeping state, and
// what memory that takes, next to a bare Probot app with an empty handler.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cloneBundle } from '../src/adapters/git/clone-bundle.ts';
import { describeGitTrouble } from '../src/adapters/git/git-trouble.ts';
import { openRepository } from '../src/adapters/git/open-repository.ts';
import { createParser } from '../src/adapters/parser/create-parser.ts';
import { createCheckDesk, type CheckDesk } from '../src/cli/check/check-desk.ts';
import { defaultConfig } from '../src/config/defaults.ts';
import { type Pull, readPulls } from './evaluate/read-pulls.ts';
import { measureEngine, timeOnePull } from './bench/measure-engine.ts';
import { measureLearning } from './bench/measure-learning.ts';
import { measureServer } from './bench/measure-server.ts';
import { measureRules } from './bench/measure-rules.ts';
import { comparePeer, type Figures, type PeerFigures, renderFigures } from './bench/render-figures.ts';
import { checkOut, timePeer } from './bench/time-peer.ts';
import { measureModes, renderModes } from './server/measure-modes.ts';

const PARTS = ['engine', 'server'];

const options = {
  data: { type: 'string', default: '../shared/data' },
  peer: { type: 'string' },
  'peer-command': { type: 'string' },
  pull: { type: 'string' },
  /** For each way of keeping state. */
  seconds: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
} as const;

type Settings = ReturnType<typeof readArguments>['values'];

function readArguments(): ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>> {
  const read = parseArgs({ options, allowPositionals: true });
  const unknown = read.positionals.find((name) => !PARTS.includes(name));
  if (unknown !== undefined) throw new Error(`there is no part ${unknown}, only ${PARTS.join(' and ')}`);
  return read;
}

async function run(folder: string): Promise<void> {
  const { values, positionals } = readArguments();
  const parts = positionals.length === 0 ? PARTS : positionals;
  const tell = (text: string): void => (values.json ? undefined : console.log(text));
  const engine = parts.includes('engine') ? await measureHistory(values, folder) : undefined;
  if (engine !== undefined) tell(renderFigures(engine));
  const modes = parts.includes('server') ? await measureModes(Number(values.seconds)) : undefined;
  if (modes !== undefined) tell(renderModes(modes));
  if (values.json) console.log(JSON.stringify({ ...engine, modes }));
}

async function measureHistory(settings: Settings, folder: string): Promise<Figures> {
  const bundle = join(settings.data, 'newsletter.bundle');
  const clone = await cloneBundle(bundle, join(folder, 'clone.git'), process.env);
  if (!clone.ok) throw new Error(`${describeGitTrouble(clone.trouble)}; --data DIR says where the history is`);
  const opened = await openRepository(clone.value, process.env);
  if (!opened.ok) throw new Error(describeGitTrouble(opened.trouble));
  const parser = createParser({ deadlineMilliseconds: 10_000 });
  const desk = createCheckDesk({ repository: opened.value, parser, config: defaultConfig, reach: 'whole' });
  try {
    const pulls = await readPulls(settings.data);
    // Before all else, while nothing is warm: a server that starts is cold, too.
    const learning = await measureLearning(desk, 'main');
    const engine = await measureEngine(desk, pulls);
    // Peak before the checkout: git's and Python's own memory is not ours.
    const peakMemory = process.resourceUsage().maxRSS / 1024;
    const server = await measureServer(bundle, findPull(pulls, undefined).pr);
    const rules = await measureRules(desk, pulls);
    const peer = settings.peer === undefined ? undefined : await runPeer(settings, desk, pulls, folder);
    return { learning, engine, peakMemory, server, rules, peer };
  } finally {
    await parser.close();
    await opened.value.close();
  }
}

function findPull(pulls: readonly Pull[], wanted: string | undefined): Pull {
  const pull = pulls.findLast(({ pr, kind }) =>
    wanted === undefined ? kind === 'single-link' : String(pr) === wanted,
  );
  if (pull === undefined) throw new Error(`no such pull request in the data: ${wanted ?? ''}`);
  return pull;
}

async function runPeer(
  settings: Settings,
  desk: CheckDesk,
  pulls: readonly Pull[],
  folder: string,
): Promise<PeerFigures> {
  const pull = findPull(pulls, settings.pull);
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
  await run(folder);
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
} finally {
  await rm(folder, { recursive: true, force: true });
}
