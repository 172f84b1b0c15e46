// The list of what was merged: chosen, placed, worded, sorted.
import { describe, expect, test } from '@jest/globals';
import { defaultUpdates } from '../../../src/config/default-updates.ts';
import type { MergedPull } from '../../../src/sections/updates/merged-pull.ts';
import { modelUpdates } from '../../../src/sections/updates/model.ts';
import { renderUpdates } from '../../../src/sections/updates/render.ts';
import { scoreByRates } from '../../../src/sections/updates/score-pull.ts';
import { sampleWeek } from '../sample-week.ts';

function pull(name: string, number: number, title: string, changes: Partial<MergedPull> = {}): MergedPull {
  const repository = `rust-lang/${name}`;
  return {
    repository,
    number,
    title,
    url: `https://github.com/${repository}/pull/${number}`,
    mergedAt: '2026-02-26T10:00:00Z',
    labels: [],
    paths: [],
    changedFiles: 1,
    branch: '',
    body: '',
    ...changes,
  };
}

function model(merged: readonly MergedPull[], score = scoreByRates(defaultUpdates), week = sampleWeek()) {
  return modelUpdates({ count: 412, merged }, defaultUpdates, { week, score, bullet: '*' });
}

test('a whole section', () => {
  const merged = [
    pull('rust', 10, 'Stabilize b_c', { labels: ['T-libs-api'] }),
    pull('rust', 11, 'Optimize a', { paths: ['compiler/a.rs', 'library/b.rs', 'compiler/c.rs'] }),
    pull('rust', 12, 'rustdoc: Show more', { labels: ['T-compiler', 'T-rustdoc'] }),
    pull('rust', 13, 'Rollup of 8 pull requests'),
    pull('cargo', 20, 'feat: add thing'),
    pull('cargo', 21, 'chore(deps): bump'),
    pull('rust-analyzer', 30, 'minor: tidy'),
    pull('rust-analyzer', 31, 'fix: Mend'),
    pull('rust-clippy', 40, 'New lint: `x`'),
    pull('rust-clippy', 41, 'New lint: of last week', { mergedAt: '2026-02-24T17:59:59Z' }),
  ];
  expect(renderUpdates(model(merged), defaultUpdates)).toMatchInlineSnapshot(`
   "412 pull requests were [merged in the last week][merged]

   [merged]: https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A2026-02-24..2026-03-03

   #### Compiler
   * [optimize a](https://github.com/rust-lang/rust/pull/11)

   #### Library
   * [stabilize \`b_c\`](https://github.com/rust-lang/rust/pull/10)

   #### Cargo
   * [add thing](https://github.com/rust-lang/cargo/pull/20)

   #### Rustdoc
   * [show more](https://github.com/rust-lang/rust/pull/12)

   #### Clippy
   * [new lint: \`x\`](https://github.com/rust-lang/rust-clippy/pull/40)

   #### Rust-Analyzer
   * [mend](https://github.com/rust-lang/rust-analyzer/pull/31)"
  `);
});

describe('what is merged stands', () => {
  const [code, books, docs] = ['compiler/a.rs', 'library/a.rs', 'src/librustdoc/a.rs'];
  test.each<[string, string, Partial<MergedPull>]>([
    ['below the folder of most of its files', 'Library', { paths: [code, books, books] }],
    ['below the folder of its only file that tells', 'Rustdoc', { paths: ['tests/a.rs', docs] }],
    ['below the first of two folders', 'Compiler', { paths: [books, code] }],
    ['below the heading of its repository, where no file tells', 'Compiler', { paths: ['tests/a.rs'] }],
    ['below its label, whatever its files', 'Library', { paths: [code], labels: ['T-libs'] }],
    ['below its strongest label', 'Rustdoc', { labels: ['T-compiler', 'T-libs', 'T-rustdoc'] }],
  ])('%s: %s', (_, heading, changes) => {
    expect(model([pull('rust', 1, 'Stabilize it', changes)]).entries.map((entry) => entry.heading)).toEqual([heading]);
  });
});

describe('what is offered', () => {
  const many = Array.from({ length: 60 }, (_, number) => pull('rust', number, `Change ${number}`));
  const score = ({ number }: { number: number }): number => number / 100;

  test('of a repository with a shortlist is twice the usual number, the likelier half ticked', () => {
    const { entries } = model(many, score);
    const ticked = entries.filter(({ isTicked }) => isTicked);
    expect([entries.length, ticked.length]).toEqual([30, 15]);
    expect(ticked.map(({ key }) => key)).toContain('rust-lang/rust#59');
    expect(ticked.map(({ key }) => key)).not.toContain('rust-lang/rust#44');
  });

  test('is what people ticked, too, whatever its rank', () => {
    const clippy = many.map((one) => pull('rust-clippy', one.number, one.title));
    const ticked = ['rust/pull/0', 'rust-clippy/pull/1'].map((path) => `https://redirect.github.com/rust-lang/${path}`);
    const { entries } = model([...many, ...clippy], score, sampleWeek({ ticked: new Set(ticked) }));
    const offered = Object.fromEntries(entries.map(({ key, isTicked }) => [key, isTicked]));
    expect(offered).toMatchObject({ 'rust-lang/rust#0': false, 'rust-lang/rust-clippy#1': false });
    expect(Object.keys(offered)).toHaveLength(30 + 1 + 18 + 1);
  });

  test('of a repository that is listed in full is as much as can be expected', () => {
    const clippy = many.map((one) => ({ ...one, repository: 'rust-lang/rust-clippy' }));
    const { entries } = model(clippy, () => 0.25);
    expect(entries.map(({ isTicked }) => isTicked)).toEqual(Array.from({ length: 15 }, () => true));
  });
});

test('the count links to the calendar days that the newsletter counts', () => {
  expect(model([]).countUrl).toBe(
    'https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A2026-02-24..2026-03-03',
  );
});
