import type { PublishedLink } from '../../src/archive/published-link.ts';
import { toDay } from '../../src/shared/brand.ts';

const TOPICS = [
  'borrowing',
  'threads',
  'pinning',
  'macros',
  'closures',
  'parsers',
  'arenas',
  'futures',
  'slices',
  'lifetimes',
];

/**
 * The archive of a made-up newsletter: five links a week for as many weeks as asked for, the first on 2020-01-01. Ada
 * teaches, Ben releases, Cleo muses, the journal comes out every week, and a fifth link stands on a new site every time.
 */
export function sampleArchive(weeks: number): readonly PublishedLink[] {
  return Array.from({ length: weeks }, (_, week) => listWeek(week)).flat();
}

function listWeek(week: number): readonly PublishedLink[] {
  const date = toDay(new Date(Date.UTC(2020, 0, 1 + 7 * week)));
  if (date === undefined) throw new Error('the week has a day');
  const topic = TOPICS[week % TOPICS.length] ?? '';
  const other = TOPICS[(week * 3 + 1) % TOPICS.length] ?? '';
  const isLesson = week % 2 === 0;
  return [
    ['Walkthroughs', `How to use ${topic} in practice`, `https://ada.example/lessons/${week}`],
    ['Releases', `moon 0.${week} is out`, `https://ben.example/moon-0-${week}`],
    ['Thoughts', `Why I think ${topic} and ${other} matter`, `https://cleo.example/${topic}-${week}`],
    ['Newsletters', `Moon Journal #${week}`, `https://journal.example/${week}`],
    isLesson
      ? ['Walkthroughs', `How to write ${other} step by step`, `https://site-${week}.example/how`]
      : ['Thoughts', `Why I left ${other} behind`, `https://site-${week}.example/why`],
  ].map(([section = '', title = '', url = '']) => ({ date, number: week + 1, section, prefix: '', title, url }));
}
