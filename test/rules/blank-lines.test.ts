import { describe, expect, test } from '@jest/globals';
import { blankLines } from '../../src/rules/blank-lines.ts';
import { cfpProjectForm } from '../../src/rules/cfp-project-form.ts';
import { eventForm } from '../../src/rules/event-form.ts';
import { reviewLines, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';
import { reviewRegions } from '../support/review-region.ts';

const threads = '* [Threads](https://cleo.example/threads)';
const moon = '* [Moon](https://ada.example/moon)';
const mars = '* [Mars](https://ada.example/mars)';

function review(base: string, head: string): string {
  return tellReview(head, reviewPush({ files: [{ base, head }] }, [blankLines]).findings);
}

function reviewAdded(before: readonly string[], after: readonly string[]): string {
  return review(writeDraft({ Official: before }), writeDraft({ Official: after }));
}

describe('a blank line in the list', () => {
  test('above the new item', () => {
    expect(reviewAdded([threads], [threads, '', moon])).toMatchInlineSnapshot(`
     "warning blank-lines: A blank line parts the list: take it out.
     - "
    `);
  });

  test('several, above and below', () => {
    const told = reviewAdded([threads, mars], [threads, '', ' ', moon, '', mars]);
    expect(told).toContain('- \n-  ');
    expect(told).toContain(`+ ${threads}`.slice(0, 1));
  });

  test('which was there before', () => {
    expect(reviewAdded([threads, '', mars], [threads, '', mars, moon])).toBe('nothing to say');
  });

  test('which an item now stands above', () => {
    expect(reviewAdded([threads, '', mars], [threads, moon, '', mars])).toBe('nothing to say');
  });

  test('with Windows line ends', () => {
    const lines = [threads, '', moon].map((line) => `${line}\r`);
    expect(reviewAdded([`${threads}\r`], lines)).toContain('A blank line parts the list');
  });
});

describe('text of the newsletter right below the new item', () => {
  const text = 'If you hold an event, [tell us](https://ada.example/tell).';
  const first = '* 2026-03-10 | Delft, NL | [Rust Delft](https://ada.example/delft)';
  const title = '    * [**Ferris by the sea**](https://ada.example/delft/7)';
  const call = '* [Crab - Mend the claw](https://github.com/ada-example/crab/issues/7)';
  const rules = [blankLines, eventForm, cfpProjectForm];

  test.each([
    ['Europe', [first, title]],
    ['CFP - Projects', [call]],
    ['CFP - Events', ['* [**Moon**](https://ada.example/moon) | CFP closes 2026-04-01 | Delft, NL | 2026-09-01']],
  ])('gets its blank line back under %s, and nobody finds fault with it', (section, lines) => {
    const told = reviewRegions(rules, { [section]: ['', text] }, { [section]: [...lines, text] });
    expect(told).toBe(
      'warning blank-lines: There is no blank line between the item above and this text, which becomes a part of it: leave one.\n+ ',
    );
  });

  test('gets it back among links, too', () => {
    expect(reviewAdded(['', text], [moon, text])).toContain('no blank line between the item above and this text');
  });

  test('but text that was a part of the item before is nobody’s fault today', () => {
    const told = reviewRegions(
      rules,
      { Europe: [first, title, text] },
      { Europe: [first.replace('10', '11'), title, text] },
    );
    expect(told).toBe('nothing to say');
  });
});

describe('a heading right below the new item', () => {
  const base = writeDraft({ Official: [threads] });

  test('gets its blank line back', () => {
    expect(review(base, base.replace(`${threads}\n`, `${threads}\n${moon}`))).toMatchInlineSnapshot(`
     "warning blank-lines: There is no blank line between the item above and the heading ‹Project/Tooling Updates›: leave one.
     + "
    `);
  });

  test('is left to its author to take out if it is new, too', () => {
    const head = base.replace(threads, `${threads}\n### Mine\n${moon}`);
    expect(review(base, head)).toBe('nothing to say');
    const { findings } = reviewPush({ files: [{ base, head }], permission: 'write' }, [blankLines]);
    expect(tellReview(head, findings)).toContain('the heading ‹Mine›');
  });

  test('is fine where no heading has one', () => {
    const dense = base.replaceAll('\n\n', '\n');
    expect(review(dense, dense.replace(threads, `${threads}\n${moon}`))).toBe('nothing to say');
  });
});

test('a tab after the bullet', () => {
  expect(reviewLines([moon.replace(' ', '\t')], 'Official', [blankLines])).toMatchInlineSnapshot(`
   "warning blank-lines: There is a tab after the bullet: write one space.
   - *	[Moon](https://ada.example/moon)
   + * [Moon](https://ada.example/moon)"
  `);
});

test('blanks at the end of the line', () => {
  expect(reviewLines([`${moon}  `], 'Official', [blankLines])).toMatchInlineSnapshot(`
   "hint blank-lines: There are blanks at the end of the line: take them out.
   - * [Moon](https://ada.example/moon)  
   + * [Moon](https://ada.example/moon)"
  `);
});

test.each([[moon], [`${moon}\r`], ['* ']])('%j is fine', (line) => {
  expect(reviewLines([line], 'Official', [blankLines])).toBe('nothing to say');
});
