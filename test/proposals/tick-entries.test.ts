import { describe, expect, test } from '@jest/globals';
import { findChangedTasks, findUnheeded, readTasks, toTaskAddress, toTicks } from '../../src/proposals/read-ticks.ts';
import { tickEntries } from '../../src/proposals/tick-entries.ts';
import type { FilledSection, ShortlistEntry } from '../../src/sections/filled-section.ts';

function entry(heading: string, number: number, isTicked: boolean): ShortlistEntry {
  const line = `* [change ${number}](https://github.com/o/r/pull/${number})`;
  return { key: `o/r#${number}`, heading, line, isTicked };
}

const line = (number: number): string => entry('', number, true).line;

const section: FilledSection = {
  id: 'updates',
  heading: 'Updates',
  body: `4 were merged\n\n#### Core\n${line(1)}\n${line(3)}\n\n#### Tools\n${line(7)}`,
  queried: [],
  notes: [],
  shortlist: [
    entry('Core', 1, true),
    entry('Core', 2, false),
    entry('Core', 3, true),
    entry('Library', 5, false),
    entry('Tools', 7, true),
  ],
};

function tick(ticks: Readonly<Record<string, boolean>>): string {
  const keyed = new Map(Object.entries(ticks).map(([number, isTicked]) => [`o/r#${number}`, isTicked]));
  return tickEntries(section, keyed).body;
}

test('a tick puts the line in its place among the others of its heading', () => {
  expect(tick({ 2: true })).toBe(section.body.replace(`${line(1)}\n`, `${line(1)}\n${line(2)}\n`));
});

test('a tick under a heading that is not there yet brings the heading, where the list has it', () => {
  expect(tick({ 5: true })).toBe(section.body.replace('#### Tools', `#### Library\n${line(5)}\n\n#### Tools`));
});

test('an un-tick takes the line out, and a heading with nothing below it', () => {
  expect(tick({ 1: false })).toBe(section.body.replace(`${line(1)}\n`, ''));
  expect(tick({ 7: false })).toBe(`4 were merged\n\n#### Core\n${line(1)}\n${line(3)}`);
  expect(tick({ 1: false, 3: false })).toBe(`4 were merged\n\n#### Tools\n${line(7)}`);
});

test('what is ticked as it was changes nothing', () => {
  expect(tick({ 1: true, 2: false })).toBe(section.body);
});

describe('a task list is read from a description', () => {
  const body = [
    '- [x] [r 1](https://redirect.github.com/o/r/pull/1) `change 1`',
    '* [ ] [r 2](https://redirect.github.com/o/r/pull/2) `- [x] [r 3](https://redirect.github.com/o/r/pull/3)`',
    'no task [x] [r 5](https://redirect.github.com/o/r/pull/5)',
  ].join('\r\n');

  test('by where its entries link to', () => {
    expect([...toTicks(section.shortlist, readTasks(body))]).toEqual([
      ['o/r#1', true],
      ['o/r#2', false],
    ]);
  });

  test('and of two states what differs', () => {
    const later = body.replace('[ ]', '[X]').replace('[r 1]', '[r one]');
    expect([...findChangedTasks(body, later)]).toEqual([['https://redirect.github.com/o/r/pull/2', true]]);
    expect([...findChangedTasks('', body)]).toEqual([]);
  });

  test.each([
    ['code', 'Fix ICE on `x[0](y)`'],
    ['escaped brackets', String.raw`Fix link \[foo\](https://evil.test/x)`],
    ['brackets', 'Fix [0] and [a](b'],
  ])('whatever the author of a title wrote into it as %s', (_, title) => {
    const url = 'https://github.com/o/r/pull/4';
    const entry = { key: 'o/r#4', heading: 'Core', line: `* [${title}](${url})`, isTicked: true };
    const address = toTaskAddress(entry);
    expect(address).toBe('https://redirect.github.com/o/r/pull/4');
    const ticked = `- [x] [r 4](${address}) words`;
    expect([...findUnheeded(ticked, new Map([['updates', `1 was merged\n\n#### Core\n${entry.line}`]]))]).toEqual([]);
    expect([...findUnheeded(ticked, new Map([['updates', 'none']]))]).toEqual([[address, true]]);
  });
});
