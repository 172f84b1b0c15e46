import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { allRules } from '../../src/rules/index.generated.ts';
import { languagePrefix } from '../../src/rules/language-prefix.ts';
import { aPage } from '../support/fake-pages.ts';
import { reviewPush, writeDraft } from '../support/check-rule.ts';
import { reviewPage } from './review-page.ts';

const url = 'https://ada.example/mond';
const german = aPage(url, { title: 'Rust auf dem Mond', language: 'de', detectedLanguage: 'de' });
const link = `[Rust auf dem Mond](${url})`;

test('a page in German', () => {
  expect(reviewPage(`* ${link}`, [german], [languagePrefix])).toMatchInlineSnapshot(`
   "warning language-prefix: The page is in another language, and the item does not say so: write ‹[DE]› before it.
   - * [Rust auf dem Mond](https://ada.example/mond)
   + * [DE] [Rust auf dem Mond](https://ada.example/mond)"
  `);
});

describe('it stands before all other prefixes', () => {
  test.each([
    [`* [series] ${link}`, `* [DE] [series] ${link}`],
    [`* [series] [video] ${link}`, `* [DE] [series] [video] ${link}`],
    [`- ${link}`, `* [DE] ${link}`],
  ])('%s', (line, mended) => {
    expect(reviewPage(line, [german], allRules)).toContain(`\n+ ${mended}`);
    expect(reviewPage(mended, [german], allRules)).toBe('nothing to say');
  });
});

test.each([
  [`* [DE] ${link}`],
  [`* [de] ${link}`],
  [`* [AT] ${link}`],
  [`* [at] ${link}`],
  [`* [German] [video] ${link}`],
  [`* [[DE] Rust auf dem Mond](${url})`],
  [`* [Rust auf dem Mond [DE]](${url})`],
  [`* [Rust auf dem Mond (German)](${url})`],
  [`* [Rust auf dem Mond (in German)](${url})`],
])('%s says so', (line) => {
  expect(reviewPage(line, [german], [languagePrefix])).toBe('nothing to say');
});

test('of what is a video as well, the author finds the order', () => {
  const film = aPage(url, { language: 'de', detectedLanguage: 'de', medium: 'video' });
  expect(reviewPage(`* ${link}`, [film], [languagePrefix]).split('\n')).toHaveLength(1);
});

test.each([
  ['the page says another language than its words', { language: 'de', detectedLanguage: 'en' }],
  ['nobody looked at its words', { language: 'de' }],
  ['it says English', { language: 'en', detectedLanguage: 'de' }],
  ['it says nothing', { detectedLanguage: 'de' }],
])('%s: nothing to say', (_case, told) => {
  expect(reviewPage(`* ${link}`, [aPage(url, told)], [languagePrefix])).toBe('nothing to say');
});

test('a newsletter may have another language of its own', () => {
  const head = writeDraft({ Official: [`* ${link}`] });
  const config = { ...defaultConfig, rules: { 'language-prefix': [{ options: { own: 'de' } }] } };
  const pages = { facts: new Map([[url, german]]), issues: new Map(), pending: 0, unread: 0 };
  expect(reviewPush({ files: [{ base: writeDraft(), head }], config, pages }, [languagePrefix]).findings).toEqual([]);
});
