import { describe, expect, test } from '@jest/globals';
import { eventDuplicate } from '../../src/rules/event-duplicate.ts';
import { reviewRegions } from '../support/review-region.ts';

const first = ['* 2026-03-10 | Delft, NL | [Delft](https://ada.example)', '    * [**The Sea**](https://ada.example/7)'];

function review(...more: readonly string[]): string {
  return reviewRegions(eventDuplicate, { Europe: first }, { Europe: [...first, ...more] });
}

test('the same page, whatever else is written', () => {
  expect(
    review('* 2026-03-10 | The Hague, NL | [Ben](https://ben.example)', '    * [**Sea**](http://www.ada.example/7/)'),
  ).toMatchInlineSnapshot(
    `"warning event-duplicate: The event is under ‹Europe› already (line 14): take this one out."`,
  );
});

test('the same title and organiser, with two addresses', () => {
  expect(
    review(
      '* 2026-03-10 | Delft | [Rust Delft](https://ada.example/)',
      '    * [**the sea!**](https://tickets.example/1)',
    ),
  ).toMatch(/^warning event-duplicate/);
});

describe('another event', () => {
  test.each([
    ['2026-03-17', 'https://ada.example', '[**The Sea**](https://ada.example/7)'],
    ['2026-03-10', 'https://ben.example', '[**The Sea**](https://ben.example/1)'],
    ['2026-03-10', 'https://ada.example', '[**The River**](https://ada.example/8)'],
  ])('%s %s %s', (day, organiser, title) => {
    expect(review(`* ${day} | Delft, NL | [Delft](${organiser})`, `    * ${title}`)).toBe('nothing to say');
  });
});

test('a group’s page is not the page of each of its meetings', () => {
  const morning = ['* 2026-03-11 | Delft, NL | [Delft](https://ada.example)', '    * [**Am**](https://ada.example)'];
  const evening = [morning[0] ?? '', '    * [**Pm**](https://ada.example)'];
  expect(review(...morning, ...evening)).toBe('nothing to say');
});

test('a hybrid event stands under two headings', () => {
  const both = { Virtual: first, Europe: first };
  expect(reviewRegions(eventDuplicate, {}, both)).toBe('nothing to say');
});

test('the author’s is the one too many, also where it stands first', () => {
  const doubled = { Europe: [...first.map((line) => line.replace('Sea', 'sea')), ...first] };
  expect(reviewRegions(eventDuplicate, { Europe: first }, doubled)).toContain('(line 16)');
});

test('old duplicates are nobody’s fault today, and a mended one is none', () => {
  const old = { Europe: [...first, ...first] };
  expect(reviewRegions(eventDuplicate, old, { ...old, Asia: first })).toBe('nothing to say');
  expect(
    reviewRegions(eventDuplicate, old, { Europe: [...first, ...first.map((line) => line.replace(', NL', ', BE'))] }),
  ).toBe('nothing to say');
});
