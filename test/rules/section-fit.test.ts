import { describe, expect, test } from '@jest/globals';
import { indexIssues } from '../../src/archive/index-issues.ts';
import { trainSections } from '../../src/classifier/train-sections.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { sectionFit } from '../../src/rules/section-fit.ts';
import { publish } from '../archive/sample-archive.ts';
import { type Push, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';
import { readSamplePublished } from '../support/published-issues.ts';

const lesson = (part: number): string => `* [Moons, part ${part}](https://ada.example/moons-${part})`;

/** So many issues, each with a link of one site in one section. */
function runsOf(lines: readonly (readonly [section: string, line: string])[]) {
  return indexIssues(
    lines.map(([section, line], at) => publish(`2025-0${at + 1}-01`, 580 + at, { [section]: [line] })),
  );
}

const fiveLessons = [1, 2, 3, 4, 5].map((part) => ['Rust Walkthroughs', lesson(part)] as const);

function review(section: string, line: string, push: Partial<Push>): string {
  const head = writeDraft({ [section]: [line] });
  return tellReview(head, reviewPush({ files: [{ base: writeDraft(), head }], ...push }, [sectionFit]).findings);
}

describe('a site of which everything ran in another section', () => {
  test('is named with that section', () => {
    expect(review('Observations/Thoughts', lesson(6), { archive: runsOf(fiveLessons) })).toMatchInlineSnapshot(`
     "hint section-fit: All 5 earlier links from ‹ada.example› ran in ‹Rust Walkthroughs›: see whether this one belongs there, too. Comment ‹/copydesk section Rust Walkthroughs› to be shown how to move it.
     - * [Moons, part 6](https://ada.example/moons-6)
     - 
     - ### Rust Walkthroughs
     + 
     + ### Rust Walkthroughs
     + * [Moons, part 6](https://ada.example/moons-6)"
    `);
  });

  test.each<[string, Partial<Push>, string]>([
    ['fewer links of it are not enough', { archive: runsOf(fiveLessons.slice(1)) }, lesson(6)],
    [
      'nor are those that did not all run there',
      { archive: runsOf([...fiveLessons, ['Official', lesson(7)]]) },
      lesson(6),
    ],
    ['another site has its own history', { archive: runsOf(fiveLessons) }, '* [Mars](https://ben.example/mars)'],
    ['editors know where they put what', { archive: runsOf(fiveLessons), permission: 'write' }, lesson(6)],
    [
      'what ran later is not known yet',
      { archive: runsOf(fiveLessons.map(([, line]) => ['Official', line])) },
      '* [x](https://x.example)',
    ],
  ])('%s', (_, push, line) => {
    expect(review('Observations/Thoughts', line, push)).toBe('nothing to say');
  });

  test('in its own section there is nothing to say', () => {
    expect(review('Rust Walkthroughs', lesson(6), { archive: runsOf(fiveLessons) })).toBe('nothing to say');
  });

  test('not if that section is closed to the author', () => {
    const closures = [{ section: 'Rust Walkthroughs', for: 'everyone' as const, instead: 'Wait.' }];
    const push = { archive: runsOf(fiveLessons), config: { ...defaultConfig, closures } };
    expect(review('Observations/Thoughts', lesson(6), push)).toBe('nothing to say');
  });

  test('where the archive is not known, that is said', () => {
    const head = writeDraft({ Official: [lesson(6)] });
    const push = { files: [{ base: writeDraft(), head }], archive: 'unknown' } as const;
    expect(reviewPush(push, [sectionFit])).toEqual({
      findings: [],
      notChecked: [{ rule: 'section-fit', need: 'archive' }],
    });
  });
});

describe('an item without a section of its own gets the one that the archive teaches', () => {
  const published = readSamplePublished(90);
  const known = { archive: published, sectionModel: trainSections(published.links) };
  const release = '* [moon 0.95 is out](https://ben.example/moon-0-95)';

  test('in a vague section', () => {
    const vague = { 'section-fit': [{ options: { vague: ['Official'] } }] };
    const push = { ...known, config: { ...defaultConfig, rules: vague } };
    expect(review('Official', release, push)).toMatchInlineSnapshot(`
     "hint section-fit: This seems to belong in ‹Project/Tooling Updates›: all of the last 12 links with this title but for its numbers ran in ‹Project/Tooling Updates›. Comment ‹/copydesk section Project/Tooling Updates› to be shown how to move it.
     - * [moon 0.95 is out](https://ben.example/moon-0-95)
     - 
     - ### Project/Tooling Updates
     + 
     + ### Project/Tooling Updates
     + * [moon 0.95 is out](https://ben.example/moon-0-95)"
    `);
  });

  test('in a closed one', () => {
    const closures = [{ section: 'Official', for: 'everyone' as const, instead: 'Wait.' }];
    expect(review('Official', release, { ...known, config: { ...defaultConfig, closures } })).toContain(
      'This seems to belong in ‹Project/Tooling Updates›',
    );
  });

  test('under a heading of its own', () => {
    const base = writeDraft();
    const head = base.replace('### Official\n', `### Moons\n${release}\n\n### Official\n`);
    const { findings } = reviewPush({ files: [{ base, head }], ...known }, [sectionFit]);
    expect(tellReview(head, findings)).toContain('This seems to belong in ‹Project/Tooling Updates›');
  });

  test('a section that was chosen is not contradicted by it', () => {
    expect(review('Observations/Thoughts', '* [moon 0.95 is out](https://new.example/moon)', known)).toBe(
      'nothing to say',
    );
  });
});
