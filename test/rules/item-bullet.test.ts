import { describe, expect, test } from '@jest/globals';
import { itemBullet } from '../../src/rules/item-bullet.ts';
import { reviewLines, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';

const link = '[Rust on the moon](https://ada.example/moon)';

function review(...lines: readonly string[]): string {
  return reviewLines(lines, undefined, [itemBullet]);
}

test('a wrong bullet', () => {
  expect(review(`- ${link}`)).toMatchInlineSnapshot(`
   "error item-bullet: The bullet is ‹-›: start the line with ‹* ›, as the other items do.
   - - [Rust on the moon](https://ada.example/moon)
   + * [Rust on the moon](https://ada.example/moon)"
  `);
});

test('no bullet at all', () => {
  expect(review(link)).toMatchInlineSnapshot(`
   "error item-bullet: The bullet is missing, so this is no list item: start the line with ‹* ›.
   - [Rust on the moon](https://ada.example/moon)
   + * [Rust on the moon](https://ada.example/moon)"
  `);
});

describe('after the suggestion every line starts like the others', () => {
  test.each([
    [`+ ${link}`],
    [` * ${link}`],
    [`    * ${link}`],
    [`\t- ${link}`],
    [`*${link}`],
    [`*[video] - ${link}`],
    [`-[video]: ${link}`],
    [`*\u00a0${link}`],
    [`  ${link}`],
    [`1. ${link}`],
    [`– ${link}`],
    [`• [video] ${link}`],
    [`-   ${link}`],
    [`[video] ${link}`],
  ])('%j', (line) => {
    const text = line.trim().replace(/^(?:[-+*–•]|1\.)\s*/, '');
    expect(review(line)).toContain(`\n+ * ${text}`);
  });
});

test.each([['    '], ['\t']])('several items that stand so far in (%j) that Markdown takes them for code', (indent) => {
  const told = review(`${indent}* ${link}`, `${indent}* [Two](https://ada.example/2)`);
  expect(told.split('\n').slice(-2)).toEqual([`+ * ${link}`, '+ * [Two](https://ada.example/2)']);
});

test.each([[`* ${link}`], [`*  ${link}`], [`* [video] ${link}`], [`* ${link}  `], ['*']])('%j is fine', (line) => {
  expect(review(line)).toBe('nothing to say');
});

test('a blank that Markdown does not know is there to see, and not missing', () => {
  expect(review(`*\u00a0${link}`)).toContain('The blank after the bullet is not a plain space');
  expect(review(`*${link}`)).toContain('The space after the bullet is missing');
});

test('every item of a list is its own finding', () => {
  expect(review(`* ${link}`, '- [Two](https://ada.example/2)', '- [Three](https://ada.example/3)'))
    .toMatchInlineSnapshot(`
   "error item-bullet: The bullet is ‹-›: start the line with ‹* ›, as the other items do.
   error item-bullet: The bullet is ‹-›: start the line with ‹* ›, as the other items do.
   - - [Two](https://ada.example/2)
   - - [Three](https://ada.example/3)
   + * [Two](https://ada.example/2)
   + * [Three](https://ada.example/3)"
  `);
});

test('items of other regions have forms of their own', () => {
  expect(reviewLines(['- 2026-03-04 | Virtual | [Rust](https://ada.example/)'], 'Virtual', [itemBullet])).toBe(
    'nothing to say',
  );
});

test('old mistakes are nobody’s fault today, not even when the line moves', () => {
  const old = '- [Old](https://ada.example/old)';
  const base = writeDraft({ 'Observations/Thoughts': [old] });
  const head = writeDraft({ 'Rust Walkthroughs': [old], 'Observations/Thoughts': [`* ${link}`] });
  expect(reviewPush({ files: [{ base, head }] }, [itemBullet]).findings).toEqual([]);
});

test('a changed line answers for what was not wrong before', () => {
  const tell = (before: string, after: string): string => {
    const base = writeDraft({ Official: [before] });
    const head = writeDraft({ Official: [after] });
    return tellReview(head, reviewPush({ files: [{ base, head }] }, [itemBullet]).findings);
  };
  expect(tell(`- ${link}`, '- [Rust on Mars](https://ada.example/moon)')).toBe('nothing to say');
  expect(tell(`* ${link}`, '- [Rust on Mars](https://ada.example/moon)')).toContain('error item-bullet');
});

describe('a new line with an address that is no list item', () => {
  const tell = (
    lines: readonly string[],
    { section = 'Official', before = [], permission = 'read' }: Told = {},
  ): string => {
    const base = writeDraft({ [section]: before });
    const head = writeDraft({ [section]: lines });
    return tellReview(head, reviewPush({ files: [{ base, head }], permission }, [itemBullet]).findings);
  };
  interface Told {
    readonly section?: string;
    readonly before?: readonly string[];
    readonly permission?: 'read' | 'write';
  }

  test('is told how to be one', () => {
    expect(tell([`New paper: ${link}`])).toBe(
      'error item-bullet: The bullet is missing, so this is no list item: write the line as ‹* [title of the page](address)›.',
    );
  });

  test.each([
    [['Foo 1.0 - https://foo.example/a']],
    [['https://foo.example/a']],
    [['<https://foo.example/a>']],
    [['> [Foo 1.0](https://foo.example/a)']],
    [['> * [Foo 1.0](https://foo.example/a)']],
    [[`* ${link}`, '', 'See also https://foo.example/a']],
    [['A walk', 'over the sea: https://foo.example/a', 'in a boat', 'and back: https://foo.example/b']],
  ])('%j', (lines) => {
    expect(tell(lines)).toMatch(/^error item-bullet: The bullet is missing.*$/);
  });

  test.each<[string, readonly string[], Told]>([
    ['text without an address', ['Something new'], {}],
    ['a part of an item', [`* ${link}`, 'See also https://foo.example/a'], {}],
    ['a comment', ['<!-- see https://foo.example/a -->'], {}],
    ['a picture', ['<img src="https://foo.example/a.png">'], {}],
    ['a quotation', ['> See https://foo.example/a'], {}],
    ['an address of a link elsewhere', ['[1]: https://foo.example/a'], {}],
    ['a section of words', ['See https://foo.example/a'], { section: 'Jobs' }],
    ['what an editor writes', ['See https://foo.example/a'], { permission: 'write' }],
    ['what was there', [`* ${link}`, '', 'See https://foo.example/a'], { before: ['See https://foo.example/a'] }],
    ['what is corrected', ['See https://foo.example/a'], { before: ['See https://foo.example/b'] }],
  ])('%s is none', (_case, lines, told) => {
    expect(tell(lines, told)).toBe('nothing to say');
  });
});
