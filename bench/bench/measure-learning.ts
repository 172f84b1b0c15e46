import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { PublishedIssue } from '../../src/archive/archived-link.ts';
import { type Archive, indexIssues } from '../../src/archive/index-issues.ts';
import { type IssueBlob, listUnread, renewIssues } from '../../src/archive/known-issues.ts';
import type { SectionModel } from '../../src/classifier/section-model.ts';
import { listTeaching } from '../../src/classifier/list-teaching.ts';
import { trainSections } from '../../src/classifier/train-sections.ts';
import { type ArchiveTools, listArchive, readArchive } from '../../src/cli/archive/read-archive.ts';
import type { CheckDesk } from '../../src/cli/check/check-desk.ts';
import { readTexts } from '../../src/cli/read-texts.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import type { Config } from '../../src/config/schema.ts';
import { requireValue } from '../evaluate/with-history.ts';
import { createInProcessParser } from '../../test/support/in-process-parser.ts';

/** What it takes to know the whole archive and to learn from it, cold, in one thread. Seconds are of the processor. */
export interface LearningFigures {
  readonly links: number;
  readonly index: Cost;
  /** What it takes to know all of it again when one issue has changed. */
  readonly change: Cost;
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
  { repository, config = defaultConfig }: CheckDesk,
  revision: string,
): Promise<LearningFigures> {
  const commit = requireValue(await repository.resolveCommit(revision));
  const { tree } = requireValue(await repository.readCommit(commit));
  const parser = createInProcessParser();
  const index = await measure(async (): Promise<Archive> =>
    requireValue(await readArchive({ repository, parser }, config, tree, () => true)),
  );
  const change = await measureChange({ repository, parser }, config, tree);
  const sections = config.sections.filter(({ region }) => config.grammars[region] === 'link').map(({ name }) => name);
  const teaching = listTeaching(index.result.links, new Set(sections));
  const training = await measure((): Promise<SectionModel | undefined> => Promise.resolve(trainSections(teaching)));
  const costs = { index: index.cost, change, training: training.cost };
  return { links: index.result.links.length, taught: teaching.length, ...costs };
}

/** Knows all issues of a tree but the text of the last, and reads that, as after a push to it. */
async function measureChange(tools: ArchiveTools, config: Config, tree: string): Promise<Cost> {
  const blobs = requireValue(await listArchive(tools.repository, config, tree));
  const read = async (some: readonly IssueBlob[]): Promise<readonly PublishedIssue[]> =>
    tools.parser.readPublishedIssues(requireValue(await readTexts(tools.repository, some)), config);
  const before = blobs.map((blob, at) => (at === blobs.length - 1 ? { ...blob, id: 'before' } : blob));
  const known = renewIssues(new Map(), before, await read(blobs));
  const change = await measure(async () => {
    const issues = renewIssues(known, blobs, await read(listUnread(known, blobs)));
    return { issues, archive: indexIssues([...issues.values()]) };
  });
  return change.cost;
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
