import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneBundle } from '../../src/adapters/git/clone-bundle.ts';
import { describeGitTrouble, type Outcome } from '../../src/adapters/git/git-trouble.ts';
import { openRepository, type Repository } from '../../src/adapters/git/open-repository.ts';

/**
 * Opens the history of a data folder for as long as `use` takes. Rejects where there is none.
 * @param refs which refs to take, as patterns; all by default
 */
export async function withHistory<Result>(
  data: string,
  use: (repository: Repository) => Promise<Result>,
  refs?: readonly string[],
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-evaluate-'));
  try {
    const clone = requireValue(
      await cloneBundle(join(data, 'newsletter.bundle'), join(folder, 'newsletter.git'), process.env, refs),
    );
    const repository = requireValue(await openRepository(clone, process.env));
    try {
      return await use(repository);
    } finally {
      await repository.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What git answered; an evaluation has no use for half an answer, so trouble throws. */
export function requireValue<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(describeGitTrouble(outcome.trouble));
  return outcome.value;
}
