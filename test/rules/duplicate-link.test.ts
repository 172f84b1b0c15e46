import { describe, expect, test } from '@jest/globals';
import { type Archive, indexIssues } from '../../src/archive/index-issues.ts';
import type { OtherPull } from '../../src/newsletter/other-pull.ts';
import { duplicateLink } from '../../src/rules/duplicate-link.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { publish } from '../archive/sample-archive.ts';
import { draftPath, reviewLines, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';

const first = '* [Moon](https://ada.example/moon)';

function reviewChange(before: Readonly<Record<string, string[]>>, after: Readonly<Record<string, string[]>>): string {
  const head = writeDraft(after);
  return tellReview(head, reviewPush({ files: [{ base: writeDraft(before), head }] }, [duplicateLink]).findings);
}

test('a link that stands in another section already', () => {
  const before = { Official: [first] };
  const after = {
    ...before,
    'Rust Walkthroughs': ['* [A walk on the moon](http://www.ada.example/moon/?utm_source=x)'],
  };
  expect(reviewChange(before, after)).toMatchInlineSnapshot(
    `"error duplicate-link: This link is here already, under ‹Official› (line 8): take this one out."`,
  );
});

test('a third one is as visible as the second', () => {
  expect(reviewChange({ Official: [first, first] }, { Official: [first, first, first] })).toContain(
    'error duplicate-link',
  );
});

test('of two that come together the first is kept', () => {
  expect(
    reviewLines([first, '* [Moon again](https://ada.example/moon#)'], undefined, [duplicateLink]),
  ).toMatchInlineSnapshot(
    `"error duplicate-link: This link is here already, under ‹Observations/Thoughts› (line 12): take this one out."`,
  );
});

test('what stands above an older one is still the one to take out', () => {
  expect(reviewChange({ 'Rust Walkthroughs': [first] }, { Official: [first], 'Rust Walkthroughs': [first] })).toContain(
    'Rust Walkthroughs',
  );
});

describe('another open pull request adds it, too', () => {
  const items = [{ path: toRepositoryPath(draftPath), section: 'Official', url: 'http://www.ada.example/moon/' }];
  const pull = { number: 7, author: 'ada', state: 'open', items } as const;

  function reviewBeside(pulls: readonly OtherPull[], lines: readonly string[] = [first]): string {
    const head = writeDraft({ 'Rust Walkthroughs': lines });
    const push = { files: [{ base: writeDraft(), head }], otherPulls: pulls };
    return tellReview(head, reviewPush(push, [duplicateLink]).findings);
  }

  test('which is named', () => {
    expect(reviewBeside([pull, { ...pull, number: 8 }])).toMatchInlineSnapshot(
      `"hint duplicate-link: Another open pull request, ‹#7›, adds this link already, under ‹Official›: see whether this one is still needed."`,
    );
  });

  test('one that is merged stands in the issue, which is looked at anyway', () => {
    expect(reviewBeside([{ ...pull, state: 'merged' }])).toBe('nothing to say');
  });

  test('where nobody knows, that is said', () => {
    const { notChecked } = reviewPush({ files: [], otherPulls: 'unknown' }, [duplicateLink]);
    expect(notChecked).toEqual([{ rule: 'duplicate-link', need: 'other-pulls' }]);
  });
});

describe('it ran in an earlier issue', () => {
  const moon = (...of: readonly (readonly [date: string, number: number])[]) =>
    indexIssues(
      of.map(([date, number]) => publish(date, number, { Official: ['* [M](http://www.ada.example/moon/)'] })),
    );

  function reviewAfter(archive: Archive, line = first): string {
    const head = writeDraft({ 'Rust Walkthroughs': [line] });
    return tellReview(head, reviewPush({ files: [{ base: writeDraft(), head }], archive }, [duplicateLink]).findings);
  }

  test('a few weeks ago: the latest run is named', () => {
    expect(reviewAfter(moon(['2025-12-31', 632], ['2026-02-25', 640]))).toMatchInlineSnapshot(
      `"warning duplicate-link: This link ran in issue 640 (2026-02-25) already, under ‹Official›: take this one out."`,
    );
  });

  test('long ago: readers may get it again', () => {
    expect(reviewAfter(moon(['2024-01-03', 528]))).toMatchInlineSnapshot(
      `"hint duplicate-link: This link ran in issue 528 (2024-01-03) already, under ‹Official›: see whether readers should get it again."`,
    );
  });

  test.each([
    ['2025-09-10', 'warning'],
    ['2025-09-03', 'hint'],
  ])('25 weeks count, not one more: %s', (date, severity) => {
    expect(reviewAfter(moon([date, 600]))).toContain(`${severity} duplicate-link`);
  });

  test('the issue itself, published already, repeats nothing', () => {
    expect(reviewAfter(moon(['2026-03-04', 641]))).toBe('nothing to say');
  });

  test('another fragment is another item', () => {
    expect(reviewAfter(moon(['2026-02-25', 640]), '* [M](https://ada.example/moon#episode-5)')).toBe('nothing to say');
  });

  test('one that stands twice is told once', () => {
    const head = writeDraft({ Official: [first], 'Rust Walkthroughs': [first] });
    const push = { files: [{ base: writeDraft(), head }], archive: moon(['2026-02-25', 640]) };
    const { findings } = reviewPush(push, [duplicateLink]);
    expect(findings.map(({ severity, place }) => [severity, place.startLine])).toEqual([
      ['warning', 8],
      ['error', 15],
    ]);
  });

  test('where nobody knows, that is said', () => {
    const { notChecked } = reviewPush({ files: [], archive: 'unknown' }, [duplicateLink]);
    expect(notChecked).toEqual([{ rule: 'duplicate-link', need: 'archive' }]);
  });
});

describe('silence', () => {
  test('doubled before, and moved now', () => {
    const before = { Official: [first], 'Rust Walkthroughs': [first] };
    expect(reviewChange(before, { Official: [first], 'Observations/Thoughts': [first] })).toBe('nothing to say');
  });

  test('doubled before, and retitled now', () => {
    const before = { Official: [first], 'Rust Walkthroughs': [first] };
    expect(reviewChange(before, { ...before, Official: ['* [The moon](https://ada.example/moon)'] })).toBe(
      'nothing to say',
    );
  });

  test.each([
    ['https://netstack.example/#episode-5', 'https://netstack.example/#episode-6'],
    ['https://ada.example/changelog.md#v055', 'https://ada.example/changelog.md#v056'],
    ['https://ada.example/#/post', 'https://ada.example/#/page'],
  ])('fragments tell %s and %s apart', (one, other) => {
    expect(reviewLines([`* [One](${one})`, `* [Two](${other})`], undefined, [duplicateLink])).toBe('nothing to say');
  });

  test('an organiser has many events', () => {
    const event = '* 2026-03-04 | Virtual | [Rust](https://www.meetup.com/rust/)';
    expect(reviewLines([event, event], 'Virtual', [duplicateLink])).toBe('nothing to say');
  });
});
