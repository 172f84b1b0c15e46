import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { itemForm } from '../../src/rules/item-form.ts';
import { reviewLines, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';

const link = '[Rust on the moon](https://ada.example/moon)';

function review(...lines: readonly string[]): string {
  return reviewLines(lines, undefined, [itemForm]);
}

test('a description after the link', () => {
  expect(review(`* ${link} - how to run `, '* [Two](https://ada.example/2)')).toMatchInlineSnapshot(`
   "warning item-form: There is text after the link (‹- how to run›): an item is one link, so take it out.
   - * [Rust on the moon](https://ada.example/moon) - how to run 
   + * [Rust on the moon](https://ada.example/moon)"
  `);
});

describe('where descriptions are welcome', () => {
  const config = { ...defaultConfig, rules: { 'item-form': [{ options: { description: true } }] } };
  const reviewDescribed = (...lines: readonly string[]): string => {
    const head = writeDraft({ Official: lines });
    return tellReview(head, reviewPush({ files: [{ base: writeDraft(), head }], config }, [itemForm]).findings);
  };

  test.each([`* ${link} - A walk.`, `* ${link}: a walk, and [a map](https://ada.example/map).`])('%s', (line) => {
    expect(reviewDescribed(line)).toBe('nothing to say');
  });

  test('they stay on the line, and a mark still goes before the link', () => {
    expect(reviewDescribed(`* ${link}`, '  A walk.')).toContain('There is text below the link');
    expect(reviewDescribed(`* ${link} [video]`)).toContain(`\n+ * [video] ${link}`);
  });

  test.each([`* **${link}** by Ada`, `* _${link}_ - A walk.`, `* [video] ***${link}***: a walk`])(
    'the link may be set off from them: %s',
    (line) => {
      expect(reviewDescribed(line)).toBe('nothing to say');
    },
  );

  test.each([`* **${link} by Ada`, `* - ${link} - by Ada`])('but %s is a slip', (line) => {
    expect(reviewDescribed(line)).toContain(`\n+ * ${link}`);
  });
});

describe('what is set off from the link can go', () => {
  test.each([
    [`* ${link} – a deep dive`],
    [`* ${link}: a deep dive`],
    [`* ${link}, a deep dive`],
    [`* ${link} (a deep dive)`],
    [`* ${link}.`],
    [`* - ${link}`],
    [`* **${link}**`],
    [`* ${link}   │`],
    [`* 🦀 ${link} 🦀`],
    [`* "${link}"`],
    [`* ${link} ([slides](https://ada.example/slides))`],
    [`* ${link} - a walk by [Ada](https://ada.example)`],
  ])('%s', (line) => {
    expect(review(line)).toContain(`\n+ * ${link}`);
  });
});

test('marks on both sides are one mistake', () => {
  expect(review(`* **${link}**`)).toMatchInlineSnapshot(`
   "warning item-form: There are marks around the link (‹** … **›): an item is one link, so take them out.
   - * **[Rust on the moon](https://ada.example/moon)**
   + * [Rust on the moon](https://ada.example/moon)"
  `);
  expect(review(`* [video] "${link}".`).split('\n')).toHaveLength(3);
});

test('a mark after the link goes before it', () => {
  expect(review(`* ${link} [video]`)).toMatchInlineSnapshot(`
   "warning item-form: The prefix ‹[video]› comes after the link: put it before.
   - * [Rust on the moon](https://ada.example/moon) [video]
   + * [video] [Rust on the moon](https://ada.example/moon)"
  `);
});

describe('a prefix has one form', () => {
  test.each([
    [`* \`[ZH][EN]\` ${link}`, `* [ZH][EN] ${link}`],
    [`* **[video]** ${link}`, `* [video] ${link}`],
    [`* (Video) ${link}`, `* [video] ${link}`],
    [`* series: ${link}`, `* [series] ${link}`],
    [`* [video]: ${link}`, `* [video] ${link}`],
    [`* [video] - ${link}`, `* [video] ${link}`],
    [`* ${link} (video)`, `* [video] ${link}`],
    [`* ${link} [ZH]`, `* [ZH] ${link}`],
    [`* ${link} (Spanish)`, `* [ES] ${link}`],
  ])('%s', (line, mended) => {
    expect(review(line)).toContain(`\n+ ${mended}`);
  });
});

test('a description below the link', () => {
  expect(review(`* ${link}  `, '  A walk over the sea', '  of tranquillity.')).toMatchInlineSnapshot(`
   "warning item-form: There is text below the link (‹A walk over the sea
     of tranquillity.›): an item is one link on one line, so take it out.
   - * [Rust on the moon](https://ada.example/moon)  
   -   A walk over the sea
   -   of tranquillity.
   + * [Rust on the moon](https://ada.example/moon)"
  `);
});

test('a description that goes on below the line goes as a whole', () => {
  expect(review(`* ${link}: a walk`, '  over the sea')).toMatch(/\n\+ \* \[Rust on the moon\]\(\S+\)$/);
});

test('a link over two lines becomes one line', () => {
  expect(review('* [Rust on', '  the moon', '](https://ada.example/moon)')).toMatchInlineSnapshot(`
   "warning item-form: The link runs over several lines: write it on one.
   - * [Rust on
   -   the moon
   - ](https://ada.example/moon)
   + * [Rust on the moon](https://ada.example/moon)"
  `);
});

test('the address alone on a line of its own', () => {
  expect(review('* [Rust on the moon](', 'https://ada.example/moon)')).toContain(`\n+ * ${link}`);
  expect(review('* [Rust on the moon', '](https://ada.example/moon) - a dive')).toContain(`\n+ * ${link}`);
});

test('a newsletter without prefixes hears of none', () => {
  const head = writeDraft({ Official: [`* - ${link}`] });
  const push = { files: [{ base: writeDraft(), head }], config: { ...defaultConfig, prefixes: [] } };
  expect(reviewPush(push, [itemForm]).findings[0]?.message).toBe('Nothing belongs before the link: take {0} out.');
});

describe('what only the author can decide has no suggestion', () => {
  test.each([
    [`* Release of ${link}`],
    [`* ${link} is released, with new wheels`],
    [`* ${link} - [slides](https://ada.example/slides)`],
    [`* ${link}, [slides](https://ada.example/slides)`],
    [`* ${link} and [slides](https://ada.example/slides)`],
    [`* Parts of the moon ([one](https://ada.example/1), [two](https://ada.example/2))`],
    ['* Rust on the moon'],
    ['* [Rust on the moon][1]', '', '[1]: https://ada.example/moon'],
    [`* ${link}`, '  * a walk over the sea'],
    [`* ${link}`, '', '  walked in June'],
    ['* Talks of the moon', '  * [One](https://ada.example/1)'],
  ])('%s', (...lines) => {
    const told = review(...lines);
    expect(told).toMatch(/^warning item-form: /);
    expect(told.split('\n')).toHaveLength(1);
  });
});

describe('a line right below the item without indentation', () => {
  const tell = (line: string, before: readonly string[] = []): string => {
    const head = writeDraft({ Official: [`* ${link}`, line] });
    return tellReview(
      head,
      reviewPush({ files: [{ base: writeDraft({ Official: before }), head }] }, [itemForm]).findings,
    );
  };

  test('is the author’s where it is new', () => {
    expect(tell('A walk over the sea.')).toMatch(/^warning item-form: There is text below the link /);
    expect(tell('See also [Sea](https://ada.example/sea)')).toMatch(/^warning item-form: .* several links.*$/);
  });

  test('is somebody else’s paragraph where it was there before', () => {
    expect(tell('A paragraph that stands too close.', ['A paragraph that stands too close.'])).toBe('nothing to say');
  });

  test('may be an item without a bullet, so link-syntax speaks of its address', () => {
    expect(tell('Sea 1.0 - https://ada.example/sea')).toBe('nothing to say');
  });
});

test.each([
  [[`* ${link}`]],
  [[`* [video] ${link}`]],
  [[`* [ZH][video] ${link}`]],
  [[`* ${link}  `]],
  [[`* ${link} <!-- from the forum -->`]],
  [['* https://ada.example/moon']],
])('%j is none of this rule', (lines) => {
  expect(review(...lines)).toBe('nothing to say');
});

describe('a new paragraph between the items', () => {
  const tell = (lines: readonly string[], { before = [], permission = 'read' }: Told = {}): string => {
    const head = writeDraft({ Official: lines });
    const files = [{ base: writeDraft({ Official: before }), head }];
    return tellReview(head, reviewPush({ files, permission }, [itemForm]).findings);
  };

  interface Told {
    readonly before?: readonly string[];
    readonly permission?: 'read' | 'write';
  }

  test('is told what readers look for, once for all of it', () => {
    expect(tell([`* ${link}`, '', 'More about the moon.', 'And the sea.', '', 'And boats.'])).toBe(
      'warning item-form: This text is no item, and readers look for items here: take it out, or make it the title of one, ' +
        '‹* [title of the page](address)›.',
    );
  });

  test.each<[string, readonly string[], Told]>([
    ['that has an address may be an item, so item-bullet speaks of it', ['More: https://ada.example/moon'], {}],
    ['that was there before', ['About the moon.', '', `* ${link}`], { before: ['About the moon.'] }],
    ['that corrects another', ['About the moon.'], { before: ['Abuot the moon.'] }],
    ['by an editor', ['About the moon.'], { permission: 'write' }],
    ['for no reader', ['<!-- About the moon. -->'], {}],
    ['that is a quotation', ['> About the moon.'], {}],
    ['of nothing but marks', ['=======', '', '---'], {}],
  ])('%s is none of this rule', (_case, lines, told) => {
    expect(tell(lines, told)).toBe('nothing to say');
  });
});
