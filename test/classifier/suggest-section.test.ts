// Where a link belongs, learnt from a made-up archive.
import { describe, expect, test } from '@jest/globals';
import { fillMessage } from '../../src/findings/fill-message.ts';
import type { SectionModel } from '../../src/classifier/section-model.ts';
import { rankSections, suggestSection } from '../../src/classifier/suggest-section.ts';
import { trainSections } from '../../src/classifier/train-sections.ts';
import { toDay } from '../../src/shared/brand.ts';
import { sampleArchive } from '../support/sample-archive.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

const archive = sampleArchive(100);
const model = train(archive);
const next = toDay('2021-12-01') ?? fail();

function train(links: typeof archive): SectionModel {
  return trainSections(links) ?? fail();
}

function fail(): never {
  throw new Error('there is one');
}

function suggest(title: string, url: string, prefix = ''): string {
  const suggestion = suggestSection(model, { title, url, prefix }, next);
  if (suggestion === undefined) return 'nothing';
  return `${suggestion.section}: ${fillMessage(suggestion.evidence, (quote) => `“${quote}”`)}`;
}

describe('a suggestion comes with a reason that the archive bears out', () => {
  test.each([
    [
      'a site that everybody knows',
      'Closures again',
      'https://ada.example/lessons/900',
      'Walkthroughs: all of the last 12 links from “ada.example/lessons” ran in “Walkthroughs”',
    ],
    [
      'the next part of a series',
      'Moon Journal #101',
      'https://mirror.example/101',
      'Newsletters: all of the last 12 links with this title but for its numbers ran in “Newsletters”',
    ],
    [
      'a new site with a familiar title',
      'How to use slices step by step',
      'https://new.example/slices',
      'Walkthroughs: 150 of 150 titles with “how” ran in “Walkthroughs”',
    ],
  ])('%s', (_, title, url, expected) => {
    expect(suggest(title, url)).toBe(expected);
  });

  test('other spellings of an address are the same site', () => {
    expect(suggest('Moon', 'http://www.Ben.example/?utm_source=x')).toContain('Releases: ');
  });
});

test('what could be anything gets no suggestion', () => {
  expect(suggest('Zwölf', 'https://nobody.example')).toBe('nothing');
});

test('a newsletter without an archive gets no suggestions rather than wrong ones', () => {
  expect(trainSections([])).toBeUndefined();
  expect(trainSections(archive.slice(0, 250))).toBeUndefined();
  expect(trainSections(archive.map((link) => ({ ...link, section: 'All' })))).toBeUndefined();
});

test('the chances of all sections add up to 1, the likeliest first', () => {
  const ranked = rankSections(model, { title: 'Threads', url: 'https://cleo.example/threads', prefix: 'video' }, next);
  expect(ranked.map(({ section }) => section).sort()).toEqual(['Newsletters', 'Releases', 'Thoughts', 'Walkthroughs']);
  expect(ranked.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1);
  expect(ranked[0]?.section).toBe('Thoughts');
});

test('the same archive teaches the same, in whatever order it is read', () => {
  const link = { title: 'Why how matters', url: 'https://new.example/why', prefix: '' };
  expect(rankSections(train(archive.toReversed()), link, next)).toEqual(rankSections(model, link, next));
});

test('a model may cross to another thread', () => {
  const link = { title: 'Why how matters', url: 'https://new.example/why', prefix: '' };
  expect(suggestSection(structuredClone(model), link, next)).toEqual(suggestSection(model, link, next));
});

test('a site that changes its habits is believed after a while', () => {
  const changed = archive.map((link) =>
    link.url.includes('cleo.example') && link.date > '2021-06-01' ? { ...link, section: 'Releases' } : link,
  );
  const [first] = rankSections(train(changed), { title: 'Arenas', url: 'https://cleo.example/a', prefix: '' }, next);
  expect(first?.section).toBe('Releases');
});

test.each([
  ['blanks after a question mark', `?${' '.repeat(10_000)}x`],
  ['question marks', '? '.repeat(5_000)],
  ['letters and points', 'a.'.repeat(5_000)],
  ['numbers', '1'.repeat(10_000)],
  ['half a character', '\ud800'.repeat(10_000)],
  ['names of objects', '__proto__ constructor toString'],
])('hostile titles and addresses are read in time: %s', (_, text) => {
  const work = measureWork(() => {
    for (const url of [text, `https://ada.example/${text}`, `https://${text}`]) {
      expect(rankSections(model, { title: text, url, prefix: text }, next)).toHaveLength(4);
      suggestSection(model, { title: text, url, prefix: text }, next);
    }
  }, 3);
  expect(work).toBeLessThan(MUCH_WORK);
});
