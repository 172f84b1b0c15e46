import type { EngineFigures } from './measure-engine.ts';
import type { Cost, LearningFigures } from './measure-learning.ts';
import type { RuleShares } from './measure-rules.ts';
import type { ServerMemory } from './measure-server.ts';
import type { PeerRun } from './time-peer.ts';

/** All that was measured in one run; `--json` prints it as it is. */
export interface Figures {
  readonly learning: LearningFigures;
  readonly engine: EngineFigures;
  /** The largest resident set of this process, in MiB. */
  readonly peakMemory: number;
  /** undefined where the system does not tell. */
  readonly server: ServerMemory | undefined;
  readonly rules: RuleShares;
  /** undefined where no folder with the checkers was given. */
  readonly peer: PeerFigures | undefined;
}

export interface PeerFigures {
  readonly pull: number;
  /** The engine on this pull request, warm, median, in milliseconds. */
  readonly engineMilliseconds: number;
  readonly runs: readonly PeerRun[];
  /** Both checkers, in milliseconds; undefined where one of them failed. */
  readonly milliseconds: number | undefined;
  /** The engine's time as a fraction of theirs; undefined where one of them failed. */
  readonly ratio: number | undefined;
}

/** The bound that the project sets itself. */
const allowedRatio = 1 / 20;

/** Puts both times side by side. */
export function comparePeer(pull: number, engineMilliseconds: number, runs: readonly PeerRun[]): PeerFigures {
  const isComplete = runs.length > 0 && runs.every(({ failure }) => failure === undefined);
  const milliseconds = isComplete ? runs.reduce((sum, run) => sum + run.milliseconds, 0) : undefined;
  const ratio = milliseconds === undefined ? undefined : engineMilliseconds / milliseconds;
  return { pull, engineMilliseconds, runs, milliseconds, ratio };
}

/** The figures for people. */
export function renderFigures({ learning, engine, peakMemory, server, rules, peer }: Figures): string {
  return [
    `engine   ${engine.reviewsPerSecond.toFixed(1)} reviews a second (${engine.reviews} in ${engine.seconds.toFixed(1)} s)`,
    `         p50 ${engine.p50.toFixed(1)} ms, p99 ${engine.p99.toFixed(1)} ms, slowest ${engine.slowest.milliseconds.toFixed(1)} ms (pull request ${engine.slowest.pull})`,
    ...renderLearning(learning),
    `memory   ${peakMemory.toFixed(0)} MiB at the peak of this process`,
    `         ${renderServer(server)}`,
    ...renderRules(rules),
    ...(peer === undefined ? [] : renderPeer(peer)),
  ].join('\n');
}

function renderServer(server: ServerMemory | undefined): string {
  if (server === undefined) return 'a server was not measured: this system does not tell';
  return `a server with index and model: ${server.peak.toFixed(0)} MiB at its peak, ${server.atRest.toFixed(0)} MiB at rest`;
}

function renderLearning({ links, index, change, taught, training }: LearningFigures): readonly string[] {
  const show = ({ processorSeconds, seconds, memory }: Cost): string =>
    `${processorSeconds.toFixed(1)} s of the processor (${seconds.toFixed(1)} s), ${memory.toFixed(0)} MiB`;
  return [
    `archive  index of ${links} links from git: ${show(index)}`,
    `         after a change of one issue: ${(change.seconds * 1000).toFixed(0)} ms`,
    `         training on ${taught} of them: ${show(training)}`,
  ];
}

/** So many of the costliest rules are named. */
const LISTED = 5;

function renderRules({ pulls, reading, rules }: RuleShares): readonly string[] {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const listed = rules.slice(0, LISTED).map(({ rule, share }) => `${rule} ${percent(share)}`);
  return [
    `rules    ${percent(1 - reading)} of a review without git (${pulls} pull requests); the rest is parsing and comparing`,
    `         the costliest of ${rules.length}: ${listed.join(', ')}`,
  ];
}

function renderPeer({ pull, engineMilliseconds, runs, milliseconds, ratio }: PeerFigures): readonly string[] {
  const lines = runs.map(({ command, milliseconds: time, failure }) =>
    failure === undefined ? `         ${time.toFixed(0)} ms: ${command}` : `         FAILED (${failure}): ${command}`,
  );
  const verdict =
    milliseconds === undefined || ratio === undefined
      ? '         no comparison: a checker did not run'
      : `         together ${milliseconds.toFixed(0)} ms: the engine takes 1/${(1 / ratio).toFixed(0)} of it (${ratio <= allowedRatio ? 'within' : 'OVER'} the bound of 1/20)`;
  return [`peer     pull request ${pull}: engine ${engineMilliseconds.toFixed(1)} ms`, ...lines, verdict];
}
