import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import type { Deps } from '../../src/handlers/deps.ts';
import { knowOtherPulls } from '../../src/handlers/know-other-pulls.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import type { FileSnapshot, GitHub, PullHead, Trouble } from '../../src/ports.ts';
import { toCommitSha, toDay, toRepositoryPath } from '../../src/shared/brand.ts';
import { createIdleDeps, idleGitHub } from '../support/idle-deps.ts';
import { snapshotOf } from '../support/sample-snapshot.ts';
import { changedDraft } from '../support/changed-draft.ts';

const path = toRepositoryPath('draft/2026-03-04-this-week-in-rust.md');
const draft = '### Official\n\n### Observations/Thoughts\n';
const own = '* [Moon](https://ada.example/moon)';

function pull(number: number, change: Partial<PullHead> = {}): PullHead {
  return { number, head: toCommitSha(String(number).padStart(40, '0')), author: 'ben', state: 'open', ...change };
}

/** A pull request that adds lines below the first heading. */
function addsBelowOfficial(...lines: readonly string[]): readonly FileSnapshot[] {
  const text = draft.replace('Official\n', ['Official', ...lines, ''].join('\n'));
  const patch = [
    `@@ -1,2 +1,${2 + lines.length} @@`,
    ' ### Official',
    ...lines.map((line) => `+${line}`),
    ' ',
    '',
  ].join('\n');
  const file = { path, role: 'draft', kind: 'changed', previousPath: undefined, previousRole: undefined } as const;
  return [{ ...file, patch, text: { kind: 'text', text } }];
}

/** Number 7, by ada, asks once or several times what others add. */
function prepare(trouble?: Trouble, toLines = (number: number) => [`* [B](https://b.example/${number})`]) {
  const asked: number[][] = [];
  const github: GitHub = {
    ...idleGitHub,
    readOtherDrafts: (_, pulls) => {
      asked.push(pulls.map(({ number }) => number));
      const files = pulls.map(({ number }) => [number, addsBelowOfficial(...toLines(number))] as const);
      return Promise.resolve(trouble === undefined ? { ok: true, value: new Map(files) } : { ok: false, trouble });
    },
  };
  const deps: Deps = { ...createIdleDeps(), github };
  const know = (others: readonly PullHead[], line = own, openedOn = '2026-03-02') => {
    const head = draft.replace('Thoughts\n', `Thoughts\n${line}\n`);
    const { submission } = readSubmission([changedDraft(path, draft, head)], defaultConfig);
    const day = toDay(openedOn) ?? snapshotOf([]).openedOn;
    return knowOtherPulls(deps, { ...snapshotOf([]), openedOn: day, others }, submission);
  };
  return { know, asked };
}

test('links come with their section', async () => {
  const { know } = prepare();
  expect(await know([pull(3)])).toEqual({
    otherPulls: [
      { number: 3, author: 'ben', state: 'open', items: [{ path, section: 'Official', url: 'https://b.example/3' }] },
    ],
    hasUnreadPulls: false,
  });
});

test('a head is read once, and again when it has moved on', async () => {
  const { know, asked } = prepare();
  await know([pull(3)]);
  await know([pull(3), pull(4)]);
  await know([pull(3, { head: toCommitSha('9'.repeat(40)) }), pull(4)]);
  expect(asked).toEqual([[3], [4], [3]]);
});

test('of many unknown ones some are read, the rest is told and comes next time', async () => {
  const { know, asked } = prepare();
  const many = Array.from({ length: 12 }, (_, index) => pull(-index));
  expect((await know(many)).hasUnreadPulls).toBe(true);
  expect((await know(many)).hasUnreadPulls).toBe(false);
  expect(asked.map((numbers) => numbers.length)).toEqual([8, 4]);
});

test('trouble is no finding, and nothing is forgotten for it', async () => {
  const { know } = prepare({ kind: 'unavailable', reason: 'down' });
  expect(await know([pull(3)])).toEqual({ otherPulls: [], hasUnreadPulls: true });
});

test('of one that adds thousands of links, or addresses as long as a page, little is remembered', async () => {
  const many = Array.from({ length: 900 }, (_, index) => `* [B](https://b.example/${index})`);
  const { know } = prepare(undefined, () => [`* [B](https://b.example/${'b'.repeat(5_000)})`, ...many]);
  const items = (await know([pull(3)])).otherPulls?.[0]?.items ?? [];
  expect(items).toHaveLength(300);
  expect(items.slice(0, 2).map(({ url }) => url)).toEqual(['', 'https://b.example/0']);
});

describe('nothing is asked', () => {
  test.each<[string, PullHead[], string]>([
    ['about later ones: they hear of it', [pull(8)], own],
    ['about merged ones: their items stand in the issue', [pull(3, { state: 'merged', author: 'ada' })], own],
    ['where no link is added', [pull(3)], 'Some words.'],
  ])('%s', async (_, others, line) => {
    const { know, asked } = prepare();
    expect(await know(others, line)).toEqual({ otherPulls: [], hasUnreadPulls: false });
    expect(asked).toEqual([]);
  });
});

test('where items are limited, the author’s merged pull requests are asked for, and no one else’s', async () => {
  const { know, asked } = prepare();
  await know([pull(3, { state: 'merged', author: 'ada' }), pull(4, { state: 'merged' })], own, '2026-05-01');
  expect(asked).toEqual([[3]]);
});
