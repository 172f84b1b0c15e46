import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { makeRepository, type TestRepository } from '../adapters/git/make-repository.ts';
import { runCopydesk } from './run-copydesk.ts';
import { findInArchive } from './run-find.ts';
import { suggestIn } from './run-suggest.ts';
import { tellFacts } from './tell-facts.ts';

const page = new URL('../../docs/cli.md', import.meta.url);

/** The fenced blocks of the page: the words after the fence, and the lines inside. */
function readBlocks(): readonly { readonly info: string; readonly text: string }[] {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```(.+)\n([\s\S]*?)^```$/gm);
  return Array.from(blocks, ([, info = '', text = '']) => ({ info, text }));
}

const blocks = readBlocks();
let place: TestRepository;

beforeAll(() => {
  place = makeRepository();
  for (const branch of ['main', 'topic']) {
    if (branch !== 'main') place.git('checkout', '--quiet', '-b', branch);
    const files = blocks.flatMap(({ info, text }) => {
      const path = new RegExp(`^text ${branch}:(.+)$`).exec(info)?.[1];
      return path === undefined ? [] : [[path, text] as const];
    });
    place.commit(Object.fromEntries(files));
  }
});

afterAll(() => place.remove());

/** Runs a command as the page shows it, `< requests` included. */
async function run(command: string): Promise<string> {
  const [line = '', input] = command.split(' < ');
  const words = line.split(' ');
  if (words[1] === 'archive') return (await findInArchive(place.folder, words.slice(3))).output;
  if (words[1] === 'facts') return (await tellFacts(words.slice(2))).output;
  const requests = blocks.find(({ info }) => info === `jsonl ${input ?? ''}`)?.text ?? '';
  if (words[1] === 'suggest') return (await suggestIn(place.folder, words.slice(2), requests)).output;
  const { output, complaint } = await runCopydesk(place.folder, words.slice(2), requests);
  return output + complaint;
}

const examples = blocks
  .filter(({ info }) => info === 'console')
  .map(({ text }) => {
    const [command = '', ...shown] = text.replace(/^\$ /, '').split('\n');
    return [command, shown.join('\n')] as const;
  });

test('what docs/cli.md shows of a terminal stands in a fence, whose example is executed', () => {
  const prose = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  expect(prose).not.toMatch(/^(?:\$ |```)/m);
});

describe('the examples of docs/cli.md are what the command says', () => {
  test.each(examples)('%s', async (command, shown) => {
    expect(shown).toBe(layOut(command, await run(command)));
  });
});

/** The page lays JSON out for reading; the command writes one line. */
function layOut(command: string, said: string): string {
  if (!command.includes('json')) return said;
  expect(said.trim()).not.toContain('\n');
  return `${JSON.stringify(JSON.parse(said), null, 2)}\n`;
}
