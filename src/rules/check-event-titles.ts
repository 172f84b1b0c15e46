import type { Config } from '../config/schema.ts';
import type { TextEdit } from '../findings/finding.ts';
import type { EventEntry } from '../newsletter/events.ts';
import type { Item, Link } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Place } from '../shared/place.ts';
import { findPlainTitle, listStarRuns } from './find-plain-title.ts';
import { findSwallowedLine } from './find-swallowed-line.ts';
import type { Flaw } from './flaw.ts';
import { editWithin, getEnd, getGap, getStart, sliceItem } from './slice-item.ts';

/** The lines below an event: four spaces, the bullet, and the title as a bold link. */
export function checkEventTitles(event: EventEntry, file: SubmittedFile, { bullet }: Config): readonly Flaw[] {
  if (event.titles.length === 0) return [describeMissing(event, bullet)];
  return event.titles.flatMap((title) => [...checkIndent(title, bullet), ...checkTitle(title, file)]);
}

/** The second line may be there but for its bullet, which makes it text of the first. */
function describeMissing({ item }: EventEntry, bullet: string): Flaw {
  const { content } = item.entry;
  const [, second = ''] = content.text.split('\n');
  const line = content.place.startLine + 1;
  const indent = second.length - second.trimStart().length;
  if (/^\**\[/.test(second.trimStart())) {
    const place = { startLine: line, startColumn: 1, endLine: line, endColumn: indent + 1 };
    return {
      place: { ...place, startColumn: indent + 1, endColumn: second.trimEnd().length + 1 },
      message: 'The bullet before the title is missing: begin the line with four spaces and {0}.',
      quotes: [`${bullet} `],
      edits: [{ ...place, text: `    ${bullet} ` }],
    };
  }
  return {
    place: content.place,
    message: 'The event’s title is missing: write it on a line below, as {0}, with four spaces before the bullet.',
    quotes: [`    ${bullet} [**Title**](address)`],
  };
}

function checkIndent(title: Item, bullet: string): readonly Flaw[] {
  const marker = { ...title.bulletPlace, startColumn: 1 };
  const wanted = `    ${bullet} `;
  if (title.entry.content.text === '' || sliceLineStart(title) === wanted) return [];
  return [
    {
      place: marker,
      message: 'The line of the title begins unlike the others: put four spaces and {0} before it.',
      quotes: [`${bullet} `],
      edits: [{ ...marker, text: wanted }],
    },
  ];
}

function sliceLineStart({ raw, bulletPlace }: Item): string {
  return raw.slice(0, bulletPlace.endColumn - 1);
}

function checkTitle(title: Item, file: SubmittedFile): readonly Flaw[] {
  const [link] = title.entry.links.filter(({ defect }) => defect !== 'bare-url');
  if (link === undefined) return checkLinkless(title);
  // What is not the author’s own is the business of `blank-lines`.
  return [...checkBold(title, link), ...(findSwallowedLine(file, title) === undefined ? checkRest(title) : [])];
}

function checkLinkless({ entry }: Item): readonly Flaw[] {
  // An address without a title is the business of `link-syntax`, an item without text that of `empty-item`.
  if (entry.content.text === '' || entry.links.length > 0) return [];
  return [
    {
      place: entry.content.place,
      message: 'The title has no link: write it as {0}, with the address of the event’s own page.',
      quotes: ['[**Title**](address)'],
    },
  ];
}

function checkBold(title: Item, link: Link): readonly Flaw[] {
  const { text } = link.title;
  if (text.trim() === '' || /^\*\*(?=\S).*\S\*\*$/s.test(text)) return [];
  const plain = findPlainTitle(text);
  const outside = plain === undefined ? [] : findOutsideStars(title, link);
  return [
    {
      place: link.title.place,
      message: 'The title of an event is bold as a whole, inside the brackets: write {0}.',
      quotes: [`[**${plain ?? 'Title'}**]`],
      edits:
        plain === undefined || outside === undefined
          ? []
          : [...outside.map((place) => ({ ...place, text: '' })), ...setBold(link, plain)],
    },
  ];
}

/** Leaves the words between the stars alone where they stay as they are: other rules may mend them. */
function setBold({ title: { text, place } }: Link, plain: string): readonly TextEdit[] {
  const at = text.indexOf(plain);
  if (at < 0) return [{ ...place, text: `**${plain}**` }];
  if (place.startLine !== place.endLine) return [];
  const start = place.startColumn + at;
  return [
    { ...place, endColumn: start, text: '**' },
    { ...place, startColumn: start + plain.length, text: '**' },
  ];
}

/** The stars of `**[title](address)**` and `**[title](address) live**`; undefined where they are no pair. */
function findOutsideStars(title: Item, link: Link): readonly Place[] | undefined {
  const before = getGap(getStart(title.entry.content.place), link.place);
  const after = getGap(getEnd(link.place), getEnd(title.entry.content.place));
  const [opening] = /^\*+$/.exec(sliceItem(title, before)) ?? [];
  const rest = sliceItem(title, after);
  const [run, more] = listStarRuns(rest);
  if (run === undefined) return opening === undefined ? [] : [before];
  const closing = editWithin({ text: rest, place: after }, run.start, run.start + run.length, '');
  const isClear = run.start === 0 || (more === undefined && !rest.slice(0, run.start).includes('\n'));
  if (opening === undefined) return run.start === 0 && more === undefined ? [closing] : [];
  return isClear && run.length === opening.length ? [before, closing] : undefined;
}

/** What follows the last link, such as `(in German)`; several links have their own form. */
function checkRest({ entry }: Item): readonly Flaw[] {
  if (entry.links.some(({ defect }) => defect !== undefined)) return [];
  const text = entry.after.text.replace(/^\*+/, '').trimStart().replace(/\*+$/, '');
  if (text === '') return [];
  return [
    {
      place: entry.after.place,
      message: 'The line of the title has other text ({0}): take it out.',
      quotes: [text],
    },
  ];
}
