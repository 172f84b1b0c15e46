import { defaultConfig } from '../../src/config/defaults.ts';
import type { CheckDesk } from '../../src/cli/check/check-desk.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { allRules } from '../../src/rules/index.generated.ts';
import { indexIssues } from '../../src/archive/index-issues.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { toDay } from '../../src/shared/brand.ts';
import { readPullFiles } from '../evaluate/read-pull-files.ts';
import type { Pull } from '../evaluate/read-pulls.ts';

/** Where the time of a review goes, once the texts are there: fractions that add up to 1. */
export interface RuleShares {
  readonly pulls: number;
  /** Parsing and comparing. */
  readonly reading: number;
  /** By rule, the costliest first. */
  readonly rules: readonly { readonly rule: string; readonly share: number }[];
}

/** How often each pull request is reviewed: one review is short against the clock. */
const REPEATS = 5;

/** Of so many pull requests one is looked at. */
const EVERY = 10;

/** Times each rule on its own over a sample of the recorded first pushes; shares do not depend on the machine. */
export async function measureRules(desk: CheckDesk, pulls: readonly Pull[]): Promise<RuleShares> {
  const sample = pulls.filter((_, index) => index % EVERY === 0);
  const clock = createClock();
  for (const pull of sample) {
    const measure = await prepare(desk, pull);
    // What is run first compiles; it does not count.
    measure(createClock());
    for (let run = 0; run < REPEATS; run += 1) measure(clock);
  }
  return { pulls: sample.length, ...toShares(clock.times) };
}

interface Clock {
  readonly times: ReadonlyMap<string, number>;
  /** Adds the time of some work to its name. */
  readonly time: <Result>(name: string, work: () => Result) => Result;
}

const READING = '';

function createClock(): Clock {
  const times = new Map<string, number>();
  return {
    times,
    time: (name, work) => {
      const start = performance.now();
      const result = work();
      times.set(name, (times.get(name) ?? 0) + performance.now() - start);
      return result;
    },
  };
}

async function prepare({ config = defaultConfig, ...desk }: CheckDesk, pull: Pull): Promise<(clock: Clock) => void> {
  const { files, openDrafts } = await readPullFiles({ config, ...desk }, pull);
  const openedOn = toDay(pull.opened_at);
  if (openedOn === undefined) throw new Error(`pull request ${pull.pr} has no date`);
  const author = { login: pull.author, permission: pull.editor ? 'write' : 'read' } as const;
  const known = { openDrafts, otherPulls: [], archive: indexIssues([]), sectionModel: undefined };
  const rest = { config, proposedConfig: undefined, author, openedOn, ...known, isPublishing: false };
  return ({ time }) => {
    const read = time(READING, () => readSubmission(files, config));
    for (const rule of allRules) time(rule.id, () => runRules({ ...read, ...rest }, [rule]));
  };
}

function toShares(times: ReadonlyMap<string, number>): Omit<RuleShares, 'pulls'> {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const rules = [...times]
    .filter(([name]) => name !== READING)
    .map(([rule, time]) => ({ rule, share: time / total }))
    .sort((one, other) => other.share - one.share);
  return { reading: (times.get(READING) ?? 0) / total, rules };
}
