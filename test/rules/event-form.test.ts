import { describe, expect, test } from '@jest/globals';
import { eventForm } from '../../src/rules/event-form.ts';
import { reviewRegions } from '../support/review-region.ts';

const line = '* 2026-03-10 | Delft, NL | [Rust Delft](https://ada.example/delft)';
const title = '    * [**Ferris by the sea**](https://ada.example/delft/7)';

function review(...lines: readonly string[]): string {
  return reviewRegions(eventForm, {}, { Europe: lines });
}

test('an event in the newsletter’s form', () => {
  expect(review(line, title)).toBe('nothing to say');
});

describe('what the form leaves open', () => {
  test.each([
    [line.replace('10 |', '10 - 2026-03-12 |'), title],
    [`${line} + [Ben](https://ben.example)`, title],
    [`${line} | [Ben](https://ben.example)`, title],
    [line.replace('Rust Delft', 'Rust | Delft'), title],
    [line, `${title} | [Stream](https://ada.example/stream)`],
    [line, title, title.replace('sea', 'river')],
    [line.replace('Delft, NL', 'Hybrid (Delft, NL)'), title],
  ])('%s', (...lines) => {
    expect(review(...lines)).toBe('nothing to say');
  });
});

test('spaces around the pipes', () => {
  expect(review(line.replace(' | Delft', '|  Delft'), title)).toMatchInlineSnapshot(`
   "error event-form: The spaces around a pipe are missing or too many: put one on each side of each ‹|›.
   - * 2026-03-10|  Delft, NL | [Rust Delft](https://ada.example/delft)
   + * 2026-03-10 | Delft, NL | [Rust Delft](https://ada.example/delft)"
  `);
});

test('a pipe that is none', () => {
  expect(review(line.replace(' |', ' ｜'), title)).toBe(
    'error event-form: A part of the event is missing: write ‹date | place | [organiser](address)›.',
  );
});

test('the bullet of the first line', () => {
  expect(review(line.replace('*', '-'), title)).toMatchInlineSnapshot(`
   "error event-form: The bullet is ‹-›: start the line with ‹* ›, as the other items do.
   - - 2026-03-10 | Delft, NL | [Rust Delft](https://ada.example/delft)
   + * 2026-03-10 | Delft, NL | [Rust Delft](https://ada.example/delft)"
  `);
});

describe('a bullet has one remedy', () => {
  test.each([[line.replace('* ', '*  ')], [` ${line}`], [line.replace('*', '+')]])('%s', (written) => {
    expect(review(written, title)).toContain(`\n+ ${line}`);
  });
});

describe('a first line without a proper bullet is an event all the same', () => {
  const bare = line.slice(2);
  test.each([[bare], [`*${bare}`], [`-${bare}`], [`• ${bare}`], [` ${bare}`], [`*\u00a0${bare}`]])('%s', (written) => {
    const said = [
      review(written, title),
      review(line, title, written, title.replace('7', '8')),
      review(written, title, '', line.replace('10', '11'), title.replace('7', '8')),
    ];
    for (const told of said) {
      expect(told.split('\n').filter((text) => text.startsWith('error'))).toEqual([
        expect.stringMatching(/start the line with ‹\* ›/),
      ]);
      expect(told).toContain(`\n+ ${line}`);
    }
  });

  test('and one that was there before is nobody’s fault', () => {
    const others = [line.slice(2).replace('10', '09'), title];
    const told = reviewRegions(eventForm, { Europe: others }, { Europe: [...others, line, title.replace('7', '8')] });
    expect(told).toBe('nothing to say');
  });

  test('but no line below an event that begins with a date', () => {
    expect(review(line, title, '      2026-03-10 | 18:00')).toContain('other text');
  });
});

describe('pipes too many, and pipes that are none', () => {
  test('at the end', () => {
    expect(review(`${line} |`, title)).toMatchInlineSnapshot(`
     "error event-form: There is a pipe too many at the end of the line (‹|›): take it out.
     - * 2026-03-10 | Delft, NL | [Rust Delft](https://ada.example/delft) |
     + * 2026-03-10 | Delft, NL | [Rust Delft](https://ada.example/delft)"
    `);
    expect(review(`${line} | |`, title)).toContain(`\n+ ${line}`);
    expect(review('* 2026-03-10 | Delft, NL |', title)).toContain('A part of the event is missing');
  });

  test('with a backslash', () => {
    expect(review(line.replace(' | ', String.raw` \| `).replace(', NL |', String.raw`, NL\|`), title))
      .toMatchInlineSnapshot(`
     "error event-form: A pipe has a backslash, which is only right in a table: put one space on each side of each ‹|› and nothing more.
     - * 2026-03-10 \\| Delft, NL\\| [Rust Delft](https://ada.example/delft)
     + * 2026-03-10 | Delft, NL | [Rust Delft](https://ada.example/delft)"
    `);
  });
});

describe('of a day with its time only the day stays', () => {
  test.each([
    ['2026-03-10 18:00'],
    ['2026-03-10T18:30'],
    ['2026-03-10T18:30Z'],
    ['2026-03-10T18:30:00+01:00'],
    ['2026-03-10 18:00 CET'],
    ['2026-03-10 6 pm - 9 pm (UTC+1)'],
    ['2026-03-10, 19:00–21:00'],
    ['Tue 2026-03-10'],
    ['2026-03-10 (Tuesday)'],
    ['**2026-03-10**'],
  ])('%s', (date) => {
    expect(review(line.replace('2026-03-10', date), title)).toContain(`\n+ ${line}`);
  });

  test.each([
    ['2026-03-10 and every week'],
    ['2026-03-10-12-14'],
    ['2026-03-10, 11'],
    ['2026-03-10 - 12.03'],
    ['2026-03-10 CANCELLED'],
    ['Fri, 2026-03-10'],
    ['2026-03-10 (Tue - Wed)'],
  ])('but not of %s', (date) => {
    const told = review(line.replace('2026-03-10', date), title);
    expect(told).toContain('is not in the newsletter’s form: write one day');
    expect(told).not.toContain('\n+');
  });
});

describe('an event that stands further in is no title of the one above', () => {
  const above = [
    '* 2026-03-09 | Virtual | [Rust Ada](https://ada.example/)',
    '    * [**Moon**](https://ada.example/1)',
  ];
  test.each([
    [`  ${line}`, title],
    [`    ${line}`, title],
    [`\t${line}`, `\t${title}`],
  ])('%s', (first, second) => {
    const told = review(...above, first, second);
    expect(told).toContain('There are spaces before the bullet: start the line with ‹* › in the first column.');
    expect(told).toContain(`\n+ ${line}`);
    expect(told).not.toContain('bold');
    expect(told).not.toContain('beside');
  });

  test('nor without its organisers', () => {
    expect(review(...above, '   * 2026-03-10 | Delft, NL', title)).toContain('A part of the event is missing');
  });
});

describe('the title stands four spaces further in', () => {
  test.each([
    [title.trimStart()],
    [title.slice(2)],
    [title.slice(1)],
    [`\t${title.trimStart()}`],
    [title.replace('*', '-')],
    [title.replace('* ', '')],
    [`  ${title}`],
  ])('%s', (written) => {
    const told = review(line, written);
    expect(told.split('\n').filter((said) => said.startsWith('error'))).toHaveLength(1);
    expect(told).toContain(`\n+ ${title}`);
  });
});

test('a day before the title of an event makes no event of it', () => {
  const told = review(line, title.replace('[', '2026-03-10 | ['));
  expect(told).not.toContain('first column');
  expect(told).not.toContain('missing');
});

test('a tab takes a title below its event', () => {
  expect(review(line, `\t${title.trimStart()}`)).toContain('The line of the title begins unlike the others');
});

describe('a title is bold inside the brackets', () => {
  test.each([
    ['[Ferris by the sea](https://ada.example/delft/7)'],
    ['**[Ferris by the sea](https://ada.example/delft/7)**'],
    ['[*Ferris by the sea*](https://ada.example/delft/7)'],
    ['[**Ferris by the sea](https://ada.example/delft/7)'],
    ['[**Ferris** by the sea](https://ada.example/delft/7)'],
    ['[**Ferris by the sea **](https://ada.example/delft/7)'],
  ])('%s', (written) => {
    expect(review(line, `    * ${written}`)).toContain(`\n+ ${title}`);
  });
});

describe('what is emphasised in a title stays so', () => {
  test.each([
    ['[Intro to *Rust*](https://ada.example/7)', '[**Intro to *Rust***](https://ada.example/7)'],
    ['[*safe* Rust night](https://ada.example/7)', '[***safe* Rust night**](https://ada.example/7)'],
    ['[*safe* and *sound*](https://ada.example/7)', '[***safe* and *sound***](https://ada.example/7)'],
    ['[Talk by C*](https://ada.example/7)', '[**Talk by C\\***](https://ada.example/7)'],
    ['[**Intro** to *Rust*](https://ada.example/7)', '[**Intro to *Rust***](https://ada.example/7)'],
    ['[`*const T` talk by `foo**`](https://ada.example/7)', '[**`*const T` talk by `foo**`**](https://ada.example/7)'],
    ['[2 \\* 2 and **more**](https://ada.example/7)', '[**2 \\* 2 and more**](https://ada.example/7)'],
    ['[__Rust intro__](https://ada.example/7)', '[**Rust intro**](https://ada.example/7)'],
    ['[_Rust intro_](https://ada.example/7)', '[**Rust intro**](https://ada.example/7)'],
    ['[_Rust_ and _C_](https://ada.example/7)', '[**_Rust_ and _C_**](https://ada.example/7)'],
    ['[***Rust intro*](https://ada.example/7)', '[**Rust intro**](https://ada.example/7)'],
    ['[***Rust* intro](https://ada.example/7)', undefined],
    ['**[Sea](https://ada.example/7) | [**Live**](https://ada.example/8)**', undefined],
  ])('%s', (written, mended) => {
    const told = review(line, `    * ${written}`);
    expect(told).toContain('The title of an event is bold as a whole');
    if (mended === undefined) expect(told.split('\n')).toHaveLength(1);
    else expect(told).toContain(`\n+     * ${mended}`);
    if (mended !== undefined) expect(review(line, `    * ${mended}`)).toBe('nothing to say');
  });
});

describe('text after the title', () => {
  test.each([
    ['[**Sea**](https://ada.example/7) - free entry!', '- free entry!'],
    ['[**Sea**](https://ada.example/7) (in German)', '(in German)'],
  ])('%s', (written, rest) => {
    expect(review(line, `    * ${written}`)).toBe(
      `error event-form: The line of the title has other text (‹${rest}›): take it out.`,
    );
  });

  test('stays where the stars around the link go', () => {
    const told = review(line, '    * **[Sea](https://ada.example/7)** (in German)');
    expect(told).toContain('\n+     * [**Sea**](https://ada.example/7) (in German)');
    expect(told).toContain('The line of the title has other text (‹(in German)›): take it out.');
    expect(review(line, '    * **[Sea](https://ada.example/7) (in German)**')).toContain(
      '\n+     * [**Sea**](https://ada.example/7) (in German)',
    );
  });

  test('which leads somewhere is an address more', () => {
    expect(review(line, `${title} | [Stream](https://ada.example/stream)`)).toBe('nothing to say');
    expect(review(line, `${title}, live at https://ada.example/stream`)).toBe('nothing to say');
  });
});

describe('a date has one form', () => {
  test.each([
    ['2026/03/10', '2026-03-10'],
    ['2026-3-10', '2026-03-10'],
    ['March 10, 2026', '2026-03-10'],
    ['10th of March 2026', '2026-03-10'],
    ['2026-03-10 to 2026-03-12', '2026-03-10 - 2026-03-12'],
    ['2026-03-10–2026-03-12', '2026-03-10 - 2026-03-12'],
    ['2026-03-10 & 2026-03-11', '2026-03-10 - 2026-03-11'],
    ['2026-03-10-2026-03-12', '2026-03-10 - 2026-03-12'],
    ['2026-03-10 -2026-03-12', '2026-03-10 - 2026-03-12'],
    ['2026-03-10 -- 2026-03-12', '2026-03-10 - 2026-03-12'],
    ['2026-03-10-12', '2026-03-10 - 2026-03-12'],
    ['2026-03-10 - 12', '2026-03-10 - 2026-03-12'],
    ['2026-03-09/10', '2026-03-09 - 2026-03-10'],
  ])('%s', (written, date) => {
    const told = review(line.replace('2026-03-10', written), title);
    expect(told).toContain(`\n+ ${line.replace('2026-03-10', date)}`);
  });

  test.each([['2026-03-10, 2026-03-20'], ['2026-03-10-32'], ['2026-03-10-09'], ['10.03.2026']])('%s', (written) => {
    expect(review(line.replace('2026-03-10', written), title)).toMatch(/^error event-form: The date .*YYYY-MM-DD.\.$/);
  });
});

test.each([['2026-03-12-2026-03-10'], ['2026-03-12 to 2026-03-10']])(
  '%s, which ends before it begins, is told by event-date alone',
  (written) => {
    expect(review(line.replace('2026-03-10', written), title)).toBe('nothing to say');
  },
);

describe('several organisers', () => {
  test.each([[' & '], [', '], [' and '], ['+'], [' ']])('%j between them', (joint) => {
    const told = review(`${line}${joint}[Ben](https://ben.example)`, title);
    expect(told).toContain(`\n+ ${line} + [Ben](https://ben.example)`);
  });

  test('without a link', () => {
    expect(review('* 2026-03-10 | Delft, NL | Rust Delft', title)).toMatchInlineSnapshot(
      `"error event-form: The organiser ‹Rust Delft› has no link: write it as [name](address)."`,
    );
  });

  test('and a remark', () => {
    expect(review(`${line} (sold out)`, title)).toMatchInlineSnapshot(
      `"error event-form: The line of date, place and organisers has other text (‹(sold out)›): take it out."`,
    );
  });
});

describe('what is missing only the author knows', () => {
  test.each([
    [line],
    ['* [**Ferris by the sea**](https://ada.example/delft/7)'],
    ['* 2026-03-10 | [Rust Delft](https://ada.example/delft)', title],
    ['* 2026-03-10 | | [Rust Delft](https://ada.example/delft)', title],
    [line, '    * Ferris by the sea'],
  ])('%s', (...lines) => {
    const told = review(...lines);
    expect(told).toMatch(/^error event-form: .*\bwrite\b/);
    expect(told.split('\n')).toHaveLength(1);
  });
});

test('what others wrote is not the author’s', () => {
  const old = ['- 2026-03-09|Bern, CH|Rust Bern'];
  expect(reviewRegions(eventForm, { Europe: old }, { Europe: [...old, line, title] })).toBe('nothing to say');
});
