import { expect, test } from '@jest/globals';
import { listTeaching } from '../../src/classifier/list-teaching.ts';
import { toDay } from '../../src/shared/brand.ts';

function runs(section: string, date: string, number: number) {
  const day = toDay(date);
  if (day === undefined) throw new Error('a day');
  return Array.from({ length: number }, (_, at) => ({
    ...{ date: day, number: at, section, prefix: '', title: `${section} ${at}`, url: 'https://ada.example' },
  }));
}

test('what teaches is of late, in a section of today, and not alone there', () => {
  const links = [
    ...runs('Official', '2013-06-01', 30),
    ...runs('Official', '2024-01-01', 20),
    ...runs('FOSDEM', '2024-01-01', 30),
    ...runs('Updates', '2024-01-01', 3),
    ...runs('Research', '2013-06-01', 30),
    ...runs('Research', '2024-01-01', 19),
  ];
  const taught = listTeaching(links, new Set(['Official', 'Research', 'Updates']));
  expect(new Set(taught.map(({ section, date }) => `${section} ${date}`))).toEqual(new Set(['Official 2024-01-01']));
  expect(taught).toHaveLength(20);
});

test('an empty archive teaches nothing', () => {
  expect(listTeaching([], new Set(['Official']))).toEqual([]);
});
