import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneBundle } from '../../adapters/git/clone-bundle.ts';
import type { Variables } from '../../adapters/git/git-environment.ts';
import { describeGitTrouble } from '../../adapters/git/git-trouble.ts';
import { DemoTrouble } from './demo-trouble.ts';
import { readRecordedPull, type RecordedPull } from './read-recorded-pull.ts';

/** Recorded pull requests with the commits they are made of. */
export interface Recording {
  /** A bare repository that holds them. */
  readonly folder: string;
  readonly pulls: readonly RecordedPull[];
  /** Removes the folder. */
  readonly remove: () => Promise<void>;
}

/** Takes pull requests out of a bundle or a repository; rejects with a `DemoTrouble` when one is not there. */
export async function openRecording(
  source: string,
  numbers: readonly number[],
  variables: Variables,
): Promise<Recording> {
  const parent = await mkdtemp(join(tmpdir(), 'copydesk-recording-'));
  const remove = async () => rm(parent, { recursive: true, force: true, maxRetries: 3 });
  try {
    const refs = numbers.map((number) => `refs/pull/${number}/*`);
    const cloned = await cloneBundle(source, join(parent, 'newsletter.git'), variables, refs);
    if (!cloned.ok) throw new DemoTrouble(`${describeGitTrouble(cloned.trouble)}.`);
    const folder = cloned.value;
    const pulls: RecordedPull[] = [];
    for (const number of numbers) pulls.push(await readRecordedPull(folder, number, source, variables));
    return { folder, pulls, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
