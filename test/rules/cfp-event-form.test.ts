import { describe, expect, test } from '@jest/globals';
import { cfpEventForm } from '../../src/rules/cfp-event-form.ts';
import { reviewRegions } from '../support/review-region.ts';

const event = '[**RustMoon**](https://ada.example/cfp)';

function review(line: string): string {
  return reviewRegions(cfpEventForm, {}, { 'CFP - Events': [line] });
}

describe('the template’s form and what is as good', () => {
  test.each([
    [`* ${event}| CFP closes 2026-04-01 | Delft, NL | 2026-09-08`],
    [`* ${event} | 2026-04-01 | Delft, NL | 2026-09-08`],
    [`* ${event} | Deadline: 2026-04-01 23:59 CET | Open University, UK | Event on 2026-09-08 & 2026-09-09`],
    [`* ${event} | CFP open until 2026-04-01 | online | Event date: 2026-09-08 to 2026-09-09`],
    [`* ${event} | 2026-04-01 | [Delft, NL](https://maps.ada.example/delft) | 2026-09-08`],
    [`* ${event} | Rolling deadline | Delft, NL | 2026-09-08`],
    [`* ${event} CFP closes 2026-04-01 | Delft, NL | 2026-09-08`],
    [`* [RustMoon](https://ada.example) [CFP](https://ada.example/cfp) closes 2026-04-01 | Delft, NL | 2026-09-08`],
    [`* ${event} | CFP closes 2026-04-01 | Delft, NL | 2026-09-08 | [Website](https://ada.example)`],
    [`* ${event} | CFP closes 2026-04-01 | Warsaw, PL | 2026-09-08 [Website](https://ada.example/2026-01-02)`],
    [`* ${event} | CFP closes 2026-04-01 | Warsaw, PL ([venue](https://ada.example/venue)) | 2026-09-08`],
    [`* ${event} | [CFP](https://ada.example/cfp) closes 2026-04-01 | Warsaw, PL | 2026-09-08`],
    [`* ${event} | [CFP closes](https://ada.example/cfp) 2026-04-01 | Warsaw, PL | 2026-09-08`],
    [`* ${event} | [CFP closes 2026-04-01](https://ada.example/cfp) | Warsaw, PL | 2026-09-08`],
    [`* ${event} ([site](https://ada.example)) | CFP closes 2026-04-01 | Warsaw, PL | 2026-09-08`],
    ['* *No Calls for papers were submitted this week.*'],
  ])('%s', (line) => {
    expect(review(line)).toBe('nothing to say');
  });
});

test('dates in another form', () => {
  expect(review(`* ${event} | Deadline: 1 April 2026 | Delft, NL | Sep 8, 2026 to Sep 9, 2026`)).toMatchInlineSnapshot(`
   "warning cfp-event-form: The date ‹1 April 2026› is not in the newsletter’s form: write ‹2026-04-01›.
   - * [**RustMoon**](https://ada.example/cfp) | Deadline: 1 April 2026 | Delft, NL | Sep 8, 2026 to Sep 9, 2026
   + * [**RustMoon**](https://ada.example/cfp) | CFP closes 2026-04-01 | Delft, NL | 2026-09-08 - 2026-09-09"
  `);
});

test('what is not understood stays as it is', () => {
  const told = review(`* ${event} | Deadline: 1 April 2026 | Delft, NL | 2026-09-08 | tickets from 2026-05-01`);
  expect(told.split('\n')).toHaveLength(1);
});

describe('nor does what an edit would lose', () => {
  test.each([
    ['CFP closes 2026-04-01 | Delft, NL | October 19, 2026 (workshops on October 18, 2026)'],
    ['CFP closes 2026-04-01 | Delft, NL | October 19, 2026 to October 18, 2026'],
    ['CFP closes 2026-04-01 | Delft, NL | October 19, 2026, tickets from October 20, 2026'],
    ['CFP closes 2026-04-01 | Delft, NL | October 19, 2026 (online)'],
    ['CFP closes 2026-04-01 | Delft, NL | October 19, 2026 [Website](https://ada.example)'],
    ['[CFP](https://ada.example/cfp) closes April 1, 2026 | Delft, NL | 2026-10-19'],
  ])('%s', (rest) => {
    const told = review(`* ${event} | ${rest}`);
    expect(told).toContain('is not in the newsletter’s form');
    expect(told.split('\n')).toHaveLength(1);
  });
});

test('half of the bold', () => {
  expect(review(`* [**RustMoon](https://ada.example/cfp) | 2026-04-01 | Delft, NL | 2026-09-08`))
    .toMatchInlineSnapshot(`
   "warning cfp-event-form: The stars of the bold name do not match: write ‹[**RustMoon**]›.
   - * [**RustMoon](https://ada.example/cfp) | 2026-04-01 | Delft, NL | 2026-09-08
   + * [**RustMoon**](https://ada.example/cfp) | 2026-04-01 | Delft, NL | 2026-09-08"
  `);
});

test('the bullet', () => {
  expect(review(`- ${event} | 2026-04-01 | Delft, NL | 2026-09-08`)).toContain('\n+ * [**RustMoon**]');
});

describe('what is missing', () => {
  test.each([
    [`* ${event}`, 'lacks the day on which it closes and the place and the date of the event'],
    [`* ${event} | Delft, NL | 2026-09-08`, 'lacks the day on which it closes'],
    [`* ${event} | CFP closes 2026-04-01 | Delft, NL`, 'lacks the date of the event'],
    [`* ${event} | CFP closes 2026-04-01 | Delft, NL | Sep 8-9, 2026`, 'lacks the date of the event as YYYY-MM-DD'],
    [`* ${event} | CFP closes 2026-04-01 | 2026-09-08`, 'lacks the place'],
    [`* ${event} | CFP closes 2026-04-01 | [Website](https://ada.example) | 2026-09-08`, 'lacks the place'],
    ['* RustMoon | CFP closes 2026-04-01 | Delft, NL | 2026-09-08', 'has no link'],
  ])('%s', (line, said) => {
    expect(review(line)).toContain(said);
  });
});

test('a paragraph about the call is none', () => {
  const call = '* [**RustMoon**](https://ada.example/cfp) | CFP closes 2026-04-01 | Delft, NL | 2026-09-08';
  const told = reviewRegions(cfpEventForm, {}, { 'CFP - Events': [call, '', 'Hey all!', '', 'Talks last an hour.'] });
  expect(told).toBe(
    'warning cfp-event-form: This text is no call: take it out, and write each call as an item of its own, ' +
      '‹[**event**](address) | CFP closes YYYY-MM-DD | city, state, country | YYYY-MM-DD›.',
  );
});
