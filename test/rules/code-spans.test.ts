import { expect, test } from '@jest/globals';
import { codeSpans } from '../../src/rules/code-spans.ts';
import { reviewLines, reviewPush, writeDraft } from '../support/check-rule.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

function review(lines: readonly string[]): string {
  return reviewLines(lines, undefined, [codeSpans]);
}

test('code that is not closed', () => {
  expect(review(['* [Fun with `Option](https://ada.example/moon)'])).toMatchInlineSnapshot(
    `"error code-spans: The backtick before ‹Option](https://ada.example/moon)› has no partner: put one on each side of the code, or take this one out."`,
  );
});

test('as many backticks close code as open it', () => {
  expect(review(['* [Fun with ``Option`](https://ada.example/moon)'])).toMatchInlineSnapshot(
    `"error code-spans: The backticks before ‹Option\`](https://ada.example/moon)› have no partner: put as many on the other side of the code, or take these out."`,
  );
});

test('a paragraph may close its code on the next line, an item closes nothing in another item', () => {
  expect(review(['The `very', 'long` name'])).toBe('nothing to say');
  expect(review(['* [`One](https://ada.example/1)', '* [Two`](https://ada.example/2)'])).toMatch(
    /^error code-spans.*\nerror code-spans/,
  );
});

test('headings count, too', () => {
  expect(review(['#### The `moon'])).toContain('error code-spans: The backtick before ‹moon›');
});

test.each([
  ['* [`Vec<u8>` and `String`](https://ada.example/moon)'],
  ['* [What ``a ` b`` means](https://ada.example/moon)'],
  ['* [``` `` ```](https://ada.example/moon)'],
  ['* [One \\` is meant](https://ada.example/moon)'],
  ['* [`\\`](https://ada.example/moon)'],
  ['<!-- one ` for editors -->'],
  ['* [Moon](https://ada.example/moon) <!-- ` -->'],
  ['```text\nlet one = "`";\n```'],
  ['> ```text\n> let one = "`";\n> ```'],
  ['> ```text\n> never ` closed\n\nText'],
  ['Text\n\n    let one = "`";'],
])('%j is fine', (text) => {
  expect(review(text.split('\n'))).toBe('nothing to say');
});

test('an old slip elsewhere is nobody’s fault today', () => {
  const slip = ['* [Fun with `Option](https://ada.example/moon)'];
  const head = writeDraft({ Official: slip, 'Rust Walkthroughs': ['* [`Moon`](https://ada.example/2)'] });
  expect(reviewPush({ files: [{ base: writeDraft({ Official: slip }), head }] }, [codeSpans]).findings).toEqual([]);
});

test('thousands of backticks take no time', () => {
  const work = measureWork(() => {
    review([`* ${'`` ` '.repeat(100)}${'x'.repeat(9_000)}`]);
  }, 3);
  expect(work).toBeLessThan(MUCH_WORK);
});
