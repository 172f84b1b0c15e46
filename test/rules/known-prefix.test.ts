import { describe, expect, test } from '@jest/globals';
import { knownPrefix } from '../../src/rules/known-prefix.ts';
import { reviewLines } from '../support/check-rule.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

const link = '[Moon](https://ada.example/moon)';

function review(line: string): string {
  return reviewLines([line], undefined, [knownPrefix]);
}

test('capital letters', () => {
  expect(review(`* [Video] ${link}`)).toMatchInlineSnapshot(`
   "error known-prefix: The prefix ‹[Video]› is spelt otherwise here: write ‹[video]›.
   - * [Video] [Moon](https://ada.example/moon)
   + * [video] [Moon](https://ada.example/moon)"
  `);
});

test.each([['[ai]'], ['[ok]'], ['[qq]'], ['[tv]']])('%s is no country that a language is named for', (prefix) => {
  expect(review(`* ${prefix} ${link}`)).toContain(`There is no prefix ‹${prefix}›`);
});

test('a prefix that nobody knows', () => {
  expect(review(`* [picture] ${link}`)).toMatchInlineSnapshot(
    `"error known-prefix: There is no prefix ‹[picture]›: take it out, or write one of ‹[video], [audio], [series], [XX]› (XX: two letters for the language)."`,
  );
});

test.each(['[video playlist]', '[Video Course]'])(
  '%s says more than a prefix: only a hint, as editors publish it',
  (prefix) => {
    expect(review(`* ${prefix} ${link}`)).toBe(
      `hint known-prefix: The newsletter’s own prefix is ‹[video]›: write it in place of ‹${prefix}›, unless the rest matters.`,
    );
  },
);

describe('what is mended', () => {
  test.each([
    [`* [ video ] ${link}`, `* [video] ${link}`],
    [`* [videos] ${link}`, `* [video] ${link}`],
    [`* [Podcast] ${link}`, `* [audio] ${link}`],
    [`* [zh] ${link}`, `* [ZH] ${link}`],
    [`* [HEB][video] ${link}`, `* [HE] [video] ${link}`],
    [`* [Spanish] ${link}`, `* [ES] ${link}`],
    [`* [pt-BR] ${link}`, `* [PT] ${link}`],
    [`* [series]${link}`, `* [series] ${link}`],
    [`* [Series][video]${link}`, `* [series] [video] ${link}`],
    [`* [video] [ZH] ${link}`, `* [ZH] [video] ${link}`],
    [`* [Video][Series] [zh] ${link}`, `* [ZH] [series] [video] ${link}`],
    ['* [[Series] Moon](https://ada.example/moon)', `* [series] ${link}`],
    ['* [[FR] [video] Moon](https://ada.example/moon)', `* [FR] [video] ${link}`],
    ['* [video] [[FR] Moon](https://ada.example/moon)', `* [FR] [video] ${link}`],
    ['* [Moon (Video)](https://ada.example/moon)', `* [video] ${link}`],
    ['* [ZH] [Moon [audio] ](https://ada.example/moon)', `* [ZH] [audio] ${link}`],
    ['* [Moon [DE]](https://ada.example/moon)', `* [DE] ${link}`],
    [`* [jp] ${link}`, `* [JP] ${link}`],
    [`* [kr] [video] ${link}`, `* [KR] [video] ${link}`],
    [`* [Cn] ${link}`, `* [CN] ${link}`],
  ])('%s → %s', (line, mended) => {
    expect(review(line)).toContain(`\n+ ${mended}`);
    expect(review(mended)).toBe('nothing to say');
  });
});

test('the order alone is a hint', () => {
  expect(review(`* [video] [series] ${link}`)).toMatch(/^hint .*: write ‹\[series\] \[video\]›\./);
  expect(review(`* [video] [Series] ${link}`)).toMatch(/^error /);
});

test.each([
  [`* ${link}`],
  [`* [video] ${link}`],
  [`* [ZH][EN] ${link}`],
  [`* [ZH|EN] [series] ${link}`],
  [`* [JP] ${link}`],
  ['* [video] [Moon (video)](https://ada.example/moon)'],
  ['* [[POPL] Moon](https://ada.example/moon)'],
  ['* [[C] Moon](https://ada.example/moon)'],
  ['* [Moon (series 2)](https://ada.example/moon)'],
  ['* [Moon (UK)](https://ada.example/moon)'],
  ['* [Moon [UK]](https://ada.example/moon)'],
  ['* [Moon (AI)](https://ada.example/moon)'],
  ['* [Fast [IO]](https://ada.example/moon)'],
  ['* [Moon (it)](https://ada.example/moon)'],
  ['* [The last polish (polish)](https://ada.example/moon)'],
  ['* [The book (English)](https://ada.example/moon)'],
  ['* [German](https://ada.example/moon)'],
  ['* [Moon (German)](https://ada.example/moon)'],
  ['* [(German)](https://ada.example/moon)'],
  ['* [DE] [Mond (German)](https://ada.example/moon)'],
  ['* [[video]](https://ada.example/moon)'],
  ['* [Moon] - https://ada.example/moon'],
  [`* [Moon 4.0 is out]. It shines: ${link}`],
  ['* [Moon] rises](https://ada.example/moon)'],
])('%s is none of this rule', (line) => {
  expect(review(line)).toBe('nothing to say');
});

test('a long line takes no long time', () => {
  const work = measureWork(() => {
    for (const part of ['[a]', '[', '[video]', ' ', '(a']) {
      review(`* ${part.repeat(3000)} ${link}`);
      review(`* [${part.repeat(3000)}](https://ada.example/moon)`);
    }
  });
  expect(work).toBeLessThan(MUCH_WORK);
});
