// How suggestions of sections are measured, on a made-up archive.
import { describe, expect, test } from '@jest/globals';
import { measureGuesses } from '../../bench/evaluate/categories/measure-guesses.ts';
import { renderCategories } from '../../bench/evaluate/categories/render-categories.ts';
import { type Guess, walkIssues } from '../../bench/evaluate/categories/walk-issues.ts';
import { sampleArchive } from '../support/sample-archive.ts';

const archive = sampleArchive(90);
const span = { from: '2021-09-01', until: '2021-09-08', every: 1 };
const guesses = walk(archive);

function walk(links: typeof archive, until = span.until): readonly Guess[] {
  return walkIssues(links, { ...span, until }, () => undefined);
}

test('every link of the span is guessed, those of its last issue too', () => {
  expect(new Set(guesses.map(({ link }) => link.date))).toEqual(new Set(['2021-09-01', '2021-09-08']));
  expect(guesses).toHaveLength(10);
  expect(measureGuesses(guesses).top1).toBeGreaterThan(0.9);
});

describe('nothing published on or after an issue’s date influences it', () => {
  const said = (links: typeof archive): unknown =>
    walk(links, span.from)
      .filter(({ link }) => link.date === span.from)
      .map(({ link: { url }, ranked, confidence, isSuggested, majority, site }) => [
        url,
        ranked,
        confidence,
        isSuggested,
        majority,
        site,
      ]);
  const expected = said(archive);

  test('not what ran later', () => {
    expect(said(archive.filter(({ date }) => date <= span.from))).toEqual(expected);
    const changed = archive.map((link) =>
      link.date > span.from ? { ...link, section: 'Elsewhere', title: 'Changed' } : link,
    );
    expect(said(changed)).toEqual(expected);
  });

  test('not where the links of the issue itself ran', () => {
    const changed = archive.map((link) =>
      link.date === span.from ? { ...link, section: 'Elsewhere', number: 0 } : link,
    );
    expect(said(changed)).toEqual(expected);
  });

  test('but what ran before does', () => {
    const changed = archive.map((link) => (link.date < span.from ? { ...link, section: link.section.slice(1) } : link));
    expect(said(changed)).not.toEqual(expected);
  });
});

test('the figures are those of the guesses', () => {
  const [sample] = guesses;
  if (sample === undefined) throw new Error('there are guesses');
  const guess = (section: string, ranked: readonly string[], confidence: number): Guess => ({
    link: { ...sample.link, section },
    ranked,
    confidence,
    isSuggested: confidence > 0.5,
    majority: 'A',
    site: 'B',
  });
  const four = [
    guess('A', ['A', 'B'], 0.9),
    guess('A', ['B', 'A'], 0.85),
    guess('B', ['B', 'A'], 0.6),
    guess('C', ['A', 'B'], 0.4),
  ];
  expect(measureGuesses(four)).toEqual({
    links: 4,
    top1: 0.5,
    top2: 0.75,
    // A: 1 of 2 found, 1 of 2 right; B: 1 of 1 found, 1 of 2 right; C: none.
    macroF1: 0.3889,
    confident: { threshold: 0.8, coverage: 0.5, precision: 0.5 },
    suggested: { coverage: 0.75, precision: 0.6667 },
    baselines: { majority: 0.5, site: 0.25 },
  });
  expect(renderCategories(measureGuesses(four), four)).toMatchInlineSnapshot(`
   "4 links: right 0.500, right or second 0.750, macro-F1 0.389
   baselines: most frequent section 0.500, the site's most frequent section 0.250
   by its own threshold it speaks about 0.750, rightly 0.667

   confidence  coverage  precision
   ≥ 0.5          0.750      0.667
   ≥ 0.6          0.750      0.667
   ≥ 0.7          0.500      0.500
   ≥ 0.8          0.500      0.500
   ≥ 0.9          0.250      1.000
   ≥ 0.95         0.000      0.000

   ran in (rows), guessed (columns)
   1 A                           1    1    0
   2 B                           0    1    0
   3 C                           1    0    0"
  `);
});

test('where there is no archive yet, nothing is guessed', () => {
  expect(measureGuesses(walk(archive.slice(-30)))).toMatchObject({ top1: 0, suggested: { coverage: 0 } });
});
