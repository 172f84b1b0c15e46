import { expect, test } from '@jest/globals';
import { parseMemory, renderMemory } from '../../src/proposals/proposal-memory.ts';
import { readTasks, toTaskAddress } from '../../src/proposals/read-ticks.ts';
import { renderBody } from '../../src/proposals/render-body.ts';
import type { FilledSection } from '../../src/sections/filled-section.ts';
import { findNotifications } from '../../src/sandbox/find-notifications.ts';

const signature = { repositoryId: '1', key: 'secret' };
const span = { from: '2026-02-24T18:00:00.000Z', until: '2026-03-03T18:00:00.000Z' };
const rest = { written: undefined, conflicts: new Map() };
const memory = { issue: '2026-03-04', until: span.until, spans: new Map([['updates', span]]) };

function makeSection(count: number, title: string): FilledSection {
  return {
    id: 'updates',
    heading: 'Updates from the @Project',
    body: '* a',
    queried: [
      {
        what: 'merge',
        which: 'by @ferris',
        url: 'https://github.com/search?q=(a b)',
        count,
        from: span.from,
        until: '<script>',
      },
    ],
    notes: [{ message: 'Look at {0}, not at {1}.', quotes: ['@ferris/team #7', '{0}'] }],
    shortlist: Array.from({ length: count }, (_, index) => ({
      key: `rust-lang/rust#${index}`,
      heading: 'Compiler',
      line: `* [${title}](https://github.com/rust-lang/rust/pull/${index})`,
      isTicked: index % 2 === 0,
    })),
  };
}

function render(section: FilledSection): string {
  const generated = new Map([['updates', section.body]]);
  const automatic = new Set(section.shortlist.filter(({ isTicked }) => isTicked).map(toTaskAddress));
  return renderBody({
    path: 'draft/@ferris.md',
    page: 'https://github.com/ferris/news',
    sections: [section],
    unasked: new Map(),
    composed: {
      states: new Map([['updates', { kind: 'touched', numbers: [12] }]]),
      conflicts: new Map([['updates', ['* [@ferris](https://github.com/ferris/news/issues/3)']]]),
      unwanted: new Map([['updates', ['* [@ferris](https://github.com/ferris/news/issues/4)']]]),
    },
    memory: renderMemory(
      { ...memory, generated, ticks: { automatic, people: new Map(), out: new Set() }, ...rest },
      signature,
    ),
  });
}

test('nothing that others wrote notifies anybody, links a thread or makes Markdown of its own', () => {
  const body = render(makeSection(3, '`@ferris` fixes #5 ![](https://evil.test) -->'));
  expect(findNotifications(body.replace('Updates from the @Project', ''))).toEqual([]);
  expect(body.split('\n').filter((line) => /^- (?!\[)/.test(line))).toEqual([
    '- Left alone: [pull request 12](https://redirect.github.com/ferris/news/pull/12) works on it.',
    '- 3 [merges by @ferris](https://redirect.github.com/search?q=%28a%20b%29), from 2026-02-24 18:00 UTC up to `<script>`',
    '- Look at `@ferris/team #7`, not at `{0}`.',
    '- Your text stands; generated was: `* [@ferris](https://github.com/ferris/news/issues/3)`',
    '- Un-ticked, but your text stands; take it out by hand: `* [@ferris](https://github.com/ferris/news/issues/4)`',
  ]);
});

test('one of what was asked for is not told in the plural', () => {
  const section = { ...makeSection(1, 'a'), notes: [] };
  expect(render(section)).toContain('- 1 [merge by @ferris](');
  expect(render({ ...section, queried: section.queried.map((one) => ({ ...one, which: '', count: 0 })) })).toContain(
    '- 0 [merges](',
  );
});

test('days that were counted whole are told so, for the last one belongs to them', () => {
  const section = makeSection(4, 'a');
  const days = section.queried.map((one) => ({ ...one, from: '2026-02-24', until: '2026-03-03' }));
  expect(render({ ...section, queried: days })).toContain(', from 2026-02-24 to 2026-03-03, both days included\n');
});

test('a description is short enough whatever there is to choose from, and its list can still be read', () => {
  for (const [count, shown, title] of [
    [120, 120, 'a title of the usual length, with some words'],
    [700, 400, 'long '.repeat(60)],
    [5000, 150, '🦀'.repeat(100)],
  ] as const) {
    const body = render(makeSection(count, title));
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(58_000);
    expect(readTasks(body).size).toBe(shown);
    expect(parseMemory(body, '2026-03-04', signature)).toMatchObject(memory);
  }
});

test('what was generated is remembered for this newsletter and issue, and only under our own signature', () => {
  const generated = new Map([['updates', '* [Ä – 🦀](https://a.test/-->)\n\n[x]: y']]);
  const written = renderMemory({ ...memory, generated, ticks: undefined, ...rest }, signature);
  expect(parseMemory(`words ${written}`, '2026-03-04', signature)?.generated).toEqual(generated);
  expect(parseMemory(written, '2026-03-11', signature)).toBeUndefined();
  expect(parseMemory(written, '2026-03-04', { ...signature, repositoryId: '2' })).toBeUndefined();
  expect(parseMemory(written.replace('T18', 'T19'), '2026-03-04', signature)).toBeUndefined();
});
