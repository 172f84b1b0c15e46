import { expect, test } from '@jest/globals';
import { applyEdits } from '../support/apply-edits.ts';
import { emptyItem } from '../../src/rules/empty-item.ts';
import { reviewLines, reviewPush, writeDraft } from '../support/check-rule.ts';

const moon = '* [Moon](https://ada.example/moon)';
const sun = '* [Sun](https://ada.example/sun)';

test.each(['*', '* ', '-', '+   ', '  *', '1.'])('%j between two items goes', (bullet) => {
  const told = reviewLines([moon, bullet, sun]);
  expect(told).toBe(['error empty-item: This list item has no text: take the line out.', `- ${bullet}`].join('\n'));
});

test('a bullet at the end of a file goes with the line end before it', () => {
  const head = `${writeDraft()}\n* [Moon](https://ada.example/moon)\n* `;
  const { findings } = reviewPush({ files: [{ base: writeDraft(), head }] }, [emptyItem]);
  expect(
    applyEdits(
      head,
      findings.flatMap(({ edits }) => edits),
    ),
  ).toBe(head.replace(/\n\* $/, ''));
});

test('several in a row all go', () => {
  const head = writeDraft({ Official: ['*', '*', moon, '*'] });
  const { findings } = reviewPush({ files: [{ base: writeDraft(), head }] }, [emptyItem]);
  expect(
    applyEdits(
      head,
      findings.flatMap(({ edits }) => edits),
    ),
  ).toBe(writeDraft({ Official: [moon] }));
});

test('what stands below it is for its author to sort out', () => {
  expect(
    reviewLines(['* ', '    * [**Moon**](https://ada.example/moon)'], 'Virtual', [emptyItem]),
  ).toMatchInlineSnapshot(
    `"error empty-item: This list item has no text: say on its line what it is about, or take it out."`,
  );
});

test('an empty bullet below an item', () => {
  const event = '* 2026-03-04 | Virtual | [Rust](https://www.meetup.example/rust/)';
  expect(reviewLines([event, '    * '], 'Virtual', [emptyItem])).toContain('error empty-item');
});

test.each([['* x'], ['* * *'], ['***'], ['- - -'], ['<!-- * -->'], ['**']])('%j is fine', (line) => {
  expect(reviewLines([line], 'Jobs', [emptyItem])).toBe('nothing to say');
});
