import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describeGitTrouble } from '../../src/adapters/git/git-trouble.ts';
import { createInProcessParser } from '../../src/adapters/parser/create-parser.ts';
import type { Archive } from '../../src/archive/index-issues.ts';
import type { SectionModel } from '../../src/classifier/section-model.ts';
import { listTeaching } from '../../src/classifier/list-teaching.ts';
import { trainSections } from '../../src/classifier/train-sections.ts';
import { readArchive } from '../../src/cli/archive/read-archive.ts';
import type { Desk } from '../../src/cli/check/check-commits.ts';
import { defaultConfig } from '../../src/config/defaults.ts';

/** What it takes to know the whole archive and to learn from it, cold, in one thread. Seconds are of the processor. */
export interface LearningFigures {
  readonly links: number;
  readonly index: Cost;
  readonly taught: number;
  readonly training: Cost;
}

export interface Cost {
  readonly processorSeconds: number;
  readonly seconds: number;
  /** What the result occupies, in MiB. */
  readonly memory: number;
}

/** Reads all published issues of a revision from git, and trains on them. */
export async function measureLearning(
  { repository, config = defaultConfig }: Desk,
  revision: string,
): Promise<LearningFigures> {
  const commit = await repository.resolveCommit(revision);
  if (!commit.ok) throw new Error(describeGitTrouble(commit.trouble));
  const read = await repository.readCommit(commit.value);
  if (!read.ok) throw new Error(describeGitTrouble(read.trouble));
  const parser = createInProcessParser();
  const index = await measure(async (): Promise<Archive> => {
    const archive = await readArchive({ repository, parser }, config, read.value.tree, () => true);
    if (!archive.ok) throw new Error(describeGitTrouble(archive.trouble));
    return archive.value;
  });
  const sections = config.sections.filter(({ region }) => config.grammars[region] === 'link').map(({ name }) => name);
  const teaching = listTeaching(index.result.links, new Set(sections));
  const training = await measure((): Promise<SectionModel | undefined> => Promise.resolve(trainSections(teaching)));
  return { links: index.result.links.length, index: index.cost, taught: teaching.length, training: training.cost };
}

async function measure<Result>(work: () => Promise<Result>): Promise<{ readonly result: Result; readonly cost: Cost }> {
  const memory = measureMemory();
  const [start, usage] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(usage);
  const seconds = (performance.now() - start) / 1000;
  return { result, cost: { processorSeconds: (user + system) / 1e6, seconds, memory: measureMemory() - memory } };
}

/** What is in use once all that nobody needs is gone. */
function measureMemory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 ** 2;
}
