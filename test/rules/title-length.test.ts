import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { titleLength } from '../../src/rules/title-length.ts';
import { reviewLines, reviewPush, writeDraft } from '../support/check-rule.ts';

function review(title: string): string {
  return reviewLines([`* [${title}](https://ada.example/moon)`], undefined, [titleLength]);
}

test('a title as long as a paragraph', () => {
  expect(review('moon '.repeat(40).trim())).toMatchInlineSnapshot(
    `"hint title-length: The title has 199 characters, and hardly any here has more than 150: shorten it to what the page is about."`,
  );
});

test('what counts is what readers see: characters, and blanks once', () => {
  expect(review('🌕'.repeat(150))).toBe('nothing to say');
  expect(review(`moon${' '.repeat(200)}moon`)).toBe('nothing to say');
  expect(review('🌕'.repeat(151))).toContain('has 151 characters');
});

test('a newsletter has its own bound', () => {
  const config = { ...defaultConfig, rules: { 'title-length': [{ options: { most: 3 } }] } };
  const head = writeDraft({ Official: ['* [Moon](https://ada.example/moon)'] });
  expect(reviewPush({ files: [{ base: writeDraft(), head }], config }, [titleLength]).findings).toHaveLength(1);
});
