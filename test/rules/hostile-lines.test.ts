import { describe, expect, test } from '@jest/globals';
import { reviewPush, writeDraft } from '../support/check-rule.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

function review(section: string, lines: readonly string[]): number {
  const head = writeDraft({ [section]: lines });
  return measureWork(() => reviewPush({ files: [{ base: writeDraft(), head }], isPublishing: true }));
}

describe('ten lines of ten thousand characters are judged in time', () => {
  const beginnings = [
    '',
    '* [x](https://ada.example/',
    '* 2026-03-04 | ',
    '* [**x**](https://ada.example/)| CFP closes ',
  ];
  // No more marks than the caps let pass.
  const pieces = ['|', '* ', '12', '2026-03-04 - ', 'a.', '/', '%20', '&a=', '**', ' ', '-', 'é', 'Part 1 ', 'ttps://'];

  test.each(pieces)('of %j', (piece) => {
    for (const beginning of beginnings) {
      const line = beginning + piece.repeat(Math.floor((9_900 - beginning.length) / piece.length));
      for (const section of ['Observations/Thoughts', 'Virtual']) {
        expect(
          review(
            section,
            Array.from({ length: 10 }, () => line),
          ),
        ).toBeLessThan(MUCH_WORK);
      }
    }
  });

  test.each(['[', '](', '] (', '(', '<', '`', '` `', '&amp;', '<!--'])('of as many %j as may be', (piece) => {
    const line = `* ${piece.repeat(Math.floor(480 / piece.length))}`;
    for (const section of ['Observations/Thoughts', 'Virtual']) {
      expect(
        review(
          section,
          Array.from({ length: 10 }, () => line),
        ),
      ).toBeLessThan(MUCH_WORK);
    }
  });
});

test.each(['_', '__', '*_', '`', 'x_', '_x'])(
  'a mark before or behind a link is looked for in time, of %j',
  (piece) => {
    const link = '[A title](https://youtu.be/abcdefghijk)';
    const marks = piece.repeat(Math.floor(450 / piece.length));
    const many = piece === '`' ? marks : piece.repeat(Math.floor(9_900 / piece.length));
    for (const line of [
      `* ${many}( ${link}`,
      `* ${many}x${marks}( ${link}`,
      `* ${link} ${many}(`,
      `* ${link} (${many}x`,
    ]) {
      expect(review('Observations/Thoughts', [line])).toBeLessThan(MUCH_WORK);
    }
  },
);

test.each([' ', '\u00a0', '+ '])('what stands between two organisers is read in time, of %j', (piece) => {
  const gap = piece.repeat(Math.floor(9_700 / piece.length));
  const line = `* 2026-03-04 | Virtual | [One](https://ada.example/1)${gap}x[Two](https://ada.example/2)`;
  const lines = Array.from({ length: 25 }, () => line);
  expect(review('Virtual', lines) + review('Virtual', lines)).toBeLessThan(MUCH_WORK);
});

describe('thousands of items are judged in time', () => {
  test.each([
    ['links', 'Observations/Thoughts', '- [a N](http://m.ada.example/N?utm_source=x) x'],
    ['one link again and again', 'Observations/Thoughts', '* [a](https://ada.example/a)'],
    ['events', 'Virtual', '* 2026-03-04 | Virtual | [a N](https://ada.example)'],
    ['items without words', 'Observations/Thoughts', '*'],
    ['headings', 'Jobs', '### Official'],
  ])('%s', (_, section, line) => {
    const lines = Array.from({ length: 1_900 }, (__, index) => line.replaceAll('N', `${index}`));
    expect(review(section, lines)).toBeLessThan(MUCH_WORK);
  });
});
