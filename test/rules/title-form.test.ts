import { describe, expect, test } from '@jest/globals';
import { itemForm } from '../../src/rules/item-form.ts';
import { linkSyntax } from '../../src/rules/link-syntax.ts';
import { titleForm } from '../../src/rules/title-form.ts';
import { reviewLines } from '../support/check-rule.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';
import { reviewRegions } from '../support/review-region.ts';

function review(title: string, url = 'https://ada.example/moon'): string {
  return reviewLines([`* [${title}](${url})`], undefined, [titleForm]);
}

test('a blank inside the brackets', () => {
  expect(review(' Rust on the moon ')).toMatchInlineSnapshot(`
   "warning title-form: There is a blank at the start and end of the title: take it out.
   - * [ Rust on the moon ](https://ada.example/moon)
   + * [Rust on the moon](https://ada.example/moon)"
  `);
});

describe('in a call, too, where other words are its own rules’ business', () => {
  test.each([
    ['CFP - Projects', '* [ Crab - Mend the claw. ](https://ada.example/crab/issues/7)'],
    ['CFP - Events', '* [RustMoon. ](https://ada.example/cfp) | CFP closes 2026-04-01 | Delft, NL | 2026-09-08'],
  ])('%s', (section, line) => {
    const told = reviewRegions(titleForm, {}, { [section]: [line] });
    expect(told.split('\n')).toEqual([
      expect.stringMatching(/^warning title-form: There is a blank at the .*: take it out\.$/),
      `- ${line}`,
      `+ ${line.replace('[ ', '[').replace(' ]', ']')}`,
    ]);
  });
});

test('what a machine has cut off', () => {
  expect(review('How we walked on the far side of the moon, with a guide, a map and ...')).toMatchInlineSnapshot(
    `"warning title-form: The title seems to be cut off: write it in full, as the page has it."`,
  );
  expect(review('How we walked on the far side of the moon, with a guide, a map and…')).toContain('cut off');
});

describe('a bracket in the title without its partner', () => {
  test.each(['Rust [on the moon', '[Rust on the moon'])('%s', (title) => {
    expect(reviewLines([`* [${title}](https://ada.example/moon)`])).toBe(
      'warning title-form: One square bracket in the title has no partner: close it, or take it out.',
    );
  });
});

describe('an address is no title', () => {
  test.each([
    ['https://ada.example/moon', 'https://ada.example/moon'],
    ['ada.example/moon', 'https://www.ada.example/moon/'],
  ])('%s', (title, url) => {
    expect(review(title, url)).toContain('The link shows its address');
  });
});

test('a full stop at the end is only a hint', () => {
  expect(review('Rust on the moon.')).toMatchInlineSnapshot(
    `"hint title-form: The title ends in a full stop, which titles hardly have: take it out."`,
  );
});

test.each([
  ['Rust on the moon'],
  ['Rust on the moon...'],
  ['Rust on the moon…'],
  ['A walk on the far side of the moon, with a guide, a map and much more...'],
  ['A walk on the moon. With a dog.'],
  ['Boots, maps, etc.'],
  ['Moon Inc.'],
  ['Made in the U.S.'],
  ['Rust on the moon?'],
  ['ada.example'],
])('%s is a title', (title) => {
  expect(review(title)).toBe('nothing to say');
});

test('no words and several lines are told by other rules', () => {
  const rules = [titleForm, linkSyntax, itemForm];
  expect(reviewLines(['* [ ](https://ada.example/moon)'], undefined, rules).split('\n')).toHaveLength(1);
  expect(reviewLines(['* [ Moon', '  ](https://ada.example/moon)'], undefined, rules)).not.toContain('title-form');
});

test('a long title takes no long time', () => {
  const work = measureWork(() => {
    for (const part of ['.', ' ', '…', 'a.', '/', '. ']) review(part.repeat(4000));
  });
  expect(work).toBeLessThan(MUCH_WORK);
});
