import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { rawHtml } from '../../src/rules/raw-html.ts';
import { reviewLines, reviewPush, writeDraft } from '../support/check-rule.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

function review(line: string): string {
  return reviewLines(line.split('\n'), undefined, [rawHtml]);
}

test('a type outside backticks', () => {
  expect(review('* [Why Vec<T> grows](https://ada.example/vec)')).toMatchInlineSnapshot(
    `"error raw-html: ‹<T>› would be taken for an HTML tag and not be shown: put the code it belongs to between backticks."`,
  );
});

test.each([
  ['* [From<String> for Box<dyn Error>](https://ada.example/from)', '<String>'],
  ['* [Box<dyn Error>](https://ada.example/from)', '<dyn Error>'],
  ['* [HashMap<K, V>](https://ada.example/map)', '<K, V>'],
  ['* [Option<Vec<u8>>](https://ada.example/option)', '<u8>'],
  ['* [`Vec` and Vec<T>](https://ada.example/vec)', '<T>'],
  ['* [The <B> of it](https://ada.example/b)', '<B>'],
  ['#### Vec<T>', '<T>'],
  ['> Why Vec<T>?', '<T>'],
  ['The end </T>', '</T>'],
  ['A <script src="https://ada.example/x.js"></script>', '<script src="https://ada.example/x.js">'],
])('%s', (line, tag) => {
  expect(review(line)).toContain(`error raw-html: ‹${tag}› would be taken for an HTML tag`);
});

test.each([
  ['* [`Vec<T>` grows](https://ada.example/vec)'],
  ['* [Vec\\<T> grows](https://ada.example/vec)'],
  ['* [Vec<T\\> grows](https://ada.example/vec)'],
  ['* [Moon](<https://ada.example/the moon>)'],
  ['See <https://ada.example/moon> or <ada@ada.example> or <mailto:ada@ada.example>'],
  ['One<br>two<br />three <small>four</small> H<sub>2</sub>O'],
  ['<img src="https://ada.example/moon.png" alt="Moon">'],
  ['1 < 2 and 3 > 2, and i<n'],
  ['I <3 Rust -> always'],
  ['<!-- <T> -->'],
  ['<!--\n<T>\n-->'],
  ['```rust\nfn f<T>() {}\n```'],
])('%j is fine', (line) => {
  expect(review(line)).toBe('nothing to say');
});

test('which tags are meant is for the newsletter to say', () => {
  const config = { ...defaultConfig, rules: { 'raw-html': [{ options: { tags: ['details'] } }] } };
  const head = writeDraft({ Official: ['<details>', '', '<small>x</small>'] });
  const { findings } = reviewPush({ files: [{ base: writeDraft(), head }], config }, [rawHtml]);
  expect(findings.map(({ quotes }) => quotes)).toEqual([['<small>']]);
});

test('a line full of open angles takes no time', () => {
  const work = measureWork(() => {
    review(`* ${'<a '.repeat(490)}${'x'.repeat(8_000)}`);
  }, 3);
  expect(work).toBeLessThan(MUCH_WORK);
});
