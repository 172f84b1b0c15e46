import { afterEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Parser } from '../../../src/ports.ts';
import { toRepositoryPath } from '../../../src/shared/brand.ts';
import { createParser } from '../../../src/adapters/parser/create-parser.ts';
import { createInProcessParser } from '../../support/in-process-parser.ts';
import { changedDraft } from '../../support/changed-draft.ts';

const outline = { sections: [{ name: 'Tooling', region: 'community' }], grammars: { community: 'link' } };
const draft = '# Tooling\n* [a](https://a)\n';
const file = changedDraft('draft/a.md', draft, `${draft}* [b](https://b)\n`);
/** Answers the first request of a worker's life never, as a text would that takes too long. */
const stuck = new URL('./stuck-worker.ts', import.meta.url);
const counting = new URL('./counting-worker.ts', import.meta.url);
const dying = new URL('./dying-worker.ts', import.meta.url);
const broken = new URL('./broken-worker.ts', import.meta.url);

let parser: Parser = createInProcessParser();
afterEach(() => parser.close());

describe('the parser', () => {
  test('answers from a worker as it does in this process', async () => {
    parser = createParser({ deadlineMilliseconds: 60_000 });
    const here = createInProcessParser();
    expect(await parser.readSubmission([file], outline)).toEqual(await here.readSubmission([file], outline));
    const drafts = [{ path: file.path, text: draft }];
    expect(await parser.readDrafts(drafts, outline)).toEqual([{ path: 'draft/a.md', insertionLines: { Tooling: 2 } }]);
  });

  test('answers many at once, each its own', async () => {
    parser = createParser({ deadlineMilliseconds: 60_000 });
    const paths = ['draft/a.md', 'draft/b.md', 'draft/c.md'].map(toRepositoryPath);
    const reads = await Promise.all(paths.map((path) => parser.readSubmission([{ ...file, path }], outline)));
    expect(reads.map(({ submission }) => submission.files[0]?.path)).toEqual(paths);
  });

  test('gives up at the deadline, says so, and takes the next request', async () => {
    parser = createParser({ deadlineMilliseconds: 50, workerUrl: stuck });
    for (const path of ['draft/a.md', 'draft/b.md'].map(toRepositoryPath)) {
      expect(await parser.readSubmission([{ ...file, path }], outline)).toEqual({
        submission: { files: [] },
        unreadable: [{ path, reason: 'deadline', line: 1 }],
      });
    }
    expect(await parser.readDrafts([], outline)).toBeUndefined();
  });

  test('begins a new life after it has read many issues, which gives their memory back', async () => {
    parser = createParser({ deadlineMilliseconds: 60_000, workerUrl: counting, restMilliseconds: 1 });
    const settings = { ...outline, trackingParameters: [] };
    const read = async (count: number) => {
      const files = Array.from({ length: count }, () => ({ path: file.path, text: draft }));
      return (await parser.readPublishedIssues(files, settings)).map(({ path }) => Number(path));
    };
    expect(await read(1)).toEqual([1]);
    expect(await read(20)).toEqual([2, 3, 4]);
    let life = await read(1);
    while (life[0] !== 1) {
      await sleep(20);
      life = await read(1);
    }
    expect(life).toEqual([1]);
  });

  test('lives on when its worker dies between two requests', async () => {
    parser = createParser({ deadlineMilliseconds: 60_000, workerUrl: dying });
    const settings = { ...outline, trackingParameters: [] };
    // Where it dies while it is asked, that is a bug like any other.
    const read = () => parser.readPublishedIssues([{ path: file.path, text: draft }], settings).catch(() => []);
    const answers: number[] = [];
    while (answers.length < 6) {
      answers.push((await read()).length);
      await sleep(50);
    }
    expect(answers.filter((count) => count === 1).length).toBeGreaterThanOrEqual(3);
  });

  test('passes on what is a bug, and takes the next request', async () => {
    parser = createParser({ deadlineMilliseconds: 60_000, workerUrl: broken });
    await expect(parser.readSubmission([file], outline)).rejects.toThrow('a bug');
    await expect(parser.readDrafts([], outline)).rejects.toThrow('a bug');
  });
});

/** Within the caps, and each took the parser many times the deadline once. */
const hostile: readonly (readonly [string, string])[] = [
  ['headings that almost end in colons', `### a${':'.repeat(9_980)}x\n`],
  ['headings that almost end in blanks', `### a${' '.repeat(9_980)}x\n`],
  ['addresses that almost end in slashes', `* [a](https://a.example/${'/'.repeat(9_900)}x)\n`],
];

test.each(hostile)('%s are read within the deadline', async (_, line) => {
  parser = createParser({ deadlineMilliseconds: 4_000 });
  const [base, head] = [`# Tooling\n${line.repeat(23)}`, `# Tooling\n\n* [b](https://b)\n${line.repeat(23)}`];
  const { submission, unreadable } = await parser.readSubmission([{ ...file, base, head }], outline);
  expect(unreadable).toEqual([]);
  expect(submission.files[0]?.changes.map(({ kind }) => kind)).toEqual(['added']);
});
