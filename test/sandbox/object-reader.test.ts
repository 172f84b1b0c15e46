import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { createGitRepository, type GitRepository } from '../../src/sandbox/git/git-repository.ts';

async function withRepository(run: (repository: GitRepository) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'repository-'));
  const repository = await createGitRepository(folder, 'main');
  try {
    await run(repository);
  } finally {
    repository.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const someone = { author: { name: 'Ann', email: 'ann@example.com' }, date: new Date('2026-03-04T10:00:00Z') };

async function commit(repository: GitRepository, branch: string, parents: readonly string[], text: string) {
  return repository.commit({ ...someone, branch, parents, message: text, files: { [`${text}.md`]: text } });
}

test('a repository that was closed starts no git any more, which would keep the process from ending', () =>
  withRepository(async (repository) => {
    const sha = await commit(repository, 'main', [], 'one');
    const asked = repository.readCommit(sha);
    repository.close();
    await asked;
    expect(await repository.readCommit(sha)).toBeUndefined();
  }));

test('where two histories part is found, and what one has that the other has not, with and without merges', () =>
  withRepository(async (repository) => {
    const [root, left] = [await commit(repository, 'main', [], 'root'), 'left'];
    const one = await commit(repository, left, [root], 'one');
    const two = await commit(repository, left, [one], 'two');
    const right = await commit(repository, 'right', [root], 'right');
    const tell = async (from: string, to: string) => ({
      base: await repository.findMergeBase(from, to),
      new: (await repository.listCommits(from, to)).map(({ message }) => message),
    });
    expect(await tell(right, two)).toEqual({ base: root, new: ['one', 'two'] });
    expect(await tell(two, root)).toEqual({ base: root, new: [] });
    expect(await tell(one, two)).toEqual({ base: one, new: ['two'] });
    const merge = await commit(repository, 'right', [right, two], 'merge');
    const onward = await commit(repository, left, [two], 'onward');
    expect(await tell(onward, merge)).toEqual({ base: two, new: ['right', 'merge'] });
    expect(await tell(await commit(repository, 'alien', [], 'alien'), root)).toEqual({
      base: undefined,
      new: ['root'],
    });
  }));
