import { describe, expect, test } from '@jest/globals';
import { getEventDays, parseCall } from '../../src/newsletter/cfp.ts';
import { parseEvent } from '../../src/newsletter/events.ts';
import type { Item } from '../../src/newsletter/issue.ts';
import { parseIssue } from '../../src/newsletter/parse-issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

const outline = { sections: [{ name: 'Events', region: 'events' }], grammars: { events: 'event' } };

function parse(...lines: readonly string[]): Item {
  const text = ['## Events', ...lines].join('\n');
  const [item] = parseIssue(toRepositoryPath('a.md'), text, outline).sections.flatMap(({ items }) => items);
  if (item === undefined) throw new Error(`no item: ${text}`);
  return item;
}

function tellEvent(...lines: readonly string[]) {
  const { date, place, organisers, titles } = parseEvent(parse(...lines));
  return {
    range: date?.range,
    kind: place?.kind,
    parts: place?.parts.map(({ text, place: { startColumn } }) => `${startColumn} ${text}`),
    organisers: organisers.map(({ text }) => text),
    titles: titles.length,
  };
}

test('an event in its parts, with their columns', () => {
  const lines = [
    '* 2026-03-10 - 2026-03-12 | Hybrid (Delft, NL) | [Rust | Delft](https://ada.example) + [Ben](https://ben.example)',
    '    * [**Ferris by the sea**](https://ada.example/7)',
  ];
  expect(tellEvent(...lines)).toEqual({
    range: { first: '2026-03-10', last: '2026-03-12' },
    kind: 'hybrid',
    parts: ['37 Delft', '44 NL'],
    organisers: ['[Rust | Delft](https://ada.example) + [Ben](https://ben.example)'],
    titles: 1,
  });
});

test('whatever stands there, some entry comes of it', () => {
  expect(tellEvent('* Ferris by the sea')).toMatchObject({ range: undefined, kind: undefined, titles: 0 });
  expect(tellEvent('* | |')).toMatchObject({ range: undefined, organisers: [''] });
});

describe('a call in other words and another order', () => {
  test.each([
    ['CFP closes 2026-04-01 | Delft | 2026-09-08', '2026-04-01', 'Delft', '2026-09-08'],
    ['Delft | Event: 2026-09-08 | open until April 1st, 2026', '2026-04-01', 'Delft', '2026-09-08'],
    ['Rolling deadline | Delft | 2026-09-08', undefined, 'Delft', '2026-09-08'],
    ['2026-04-01 | Delft', '2026-04-01', 'Delft', undefined],
    ['Delft | 2026-09-08', undefined, 'Delft', '2026-09-08'],
  ])('%s', (rest, closes, place, day) => {
    const call = parseCall(parse(`* [**RustMoon**](https://ada.example) | ${rest}`));
    expect([call.closing?.dates[0]?.day, call.place?.text, getEventDays(call)?.first]).toEqual([closes, place, day]);
  });
});

describe('a long hostile line is read at once', () => {
  test.each([
    ['| '.repeat(5_000)],
    [`2026-03-10 | ${' '.repeat(10_000)}+ x`],
    [`2026-03-10 | ${'virtual and '.repeat(900)}x`],
    [`2026-03-10 | Delft${' - + ('.repeat(2_000)}x`],
    [`2026-03-10 | ${'a, '.repeat(3_000)}NL`],
    ['2026-03-10 '.repeat(900)],
    ['1 of jan'.repeat(1_200)],
    [`[${'*'.repeat(4_000)}a](https://ada.example) | ${'*'.repeat(4_000)}`],
  ])('%#', (line) => {
    const item = parse(`* ${line}`);
    const work = measureWork(() => {
      parseEvent(item);
      parseCall(item);
    }, 15);
    expect(work).toBeLessThan(MUCH_WORK);
  });
});
