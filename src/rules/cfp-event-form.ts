import type { TextEdit } from '../findings/finding.ts';
import { readEventRange, type CallForPapers } from '../newsletter/cfp.ts';
import type { Link } from '../newsletter/issue.ts';
import { writeRange } from '../newsletter/written-dates.ts';
import { checkBullet } from './check-bullet.ts';
import { defineRule, noOptions } from './define-rule.ts';
import { findCallProse } from './find-prose.ts';
import type { Flaw } from './flaw.ts';
import { judgeCalls } from './judge-calls.ts';
import { getEnd, getGap, getStart } from './slice-item.ts';

export const cfpEventForm = defineRule({
  id: 'cfp-event-form',
  severity: 'warning',
  summary: 'a call for papers that lacks its event’s link, place or date, or the day on which it closes',
  options: noOptions,
  needs: [],
  check: (context) => [
    ...judgeCalls(context, (call) => [...checkBullet(call.item, context.config), ...checkCall(call)]),
    ...findCallProse(context, 'cfp-event', FORM),
  ],
});

const FORM = '[**event**](address) | CFP closes YYYY-MM-DD | city, state, country | YYYY-MM-DD';

function checkCall(call: CallForPapers): readonly Flaw[] {
  const { link, item } = call;
  if (link === undefined) {
    return [{ place: item.entry.content.place, message: 'The call has no link: write {0}.', quotes: [FORM] }];
  }
  const missing = listMissing(call);
  if (missing.length > 0) {
    return [
      {
        place: item.entry.content.place,
        message: `The call lacks ${missing.join(' and ')}: write {0}.`,
        quotes: [FORM],
      },
      ...checkBold(link),
    ];
  }
  return [...checkBold(link), ...checkDates(call, link)];
}

function listMissing({ closing, place, event }: CallForPapers): readonly string[] {
  return [
    ...(closing === undefined ? ['the day on which it closes'] : []),
    ...(place === undefined ? ['the place'] : []),
    ...(event === undefined ? ['the date of the event as YYYY-MM-DD'] : []),
  ];
}

/** Bold or not, both are fine; half of it is not. */
function checkBold({ title }: Link): readonly Flaw[] {
  const { text, place } = title;
  const [, opening = '', name = '', closing = ''] = /^(\**)([^*]+)(\**)$/.exec(text) ?? [];
  if (name === '' || opening.length === closing.length || place.startLine !== place.endLine) return [];
  const end = place.startColumn + opening.length + name.length;
  return [
    {
      place,
      message: 'The stars of the bold name do not match: write {0}.',
      quotes: [`[**${name}**]`],
      edits: [
        { ...place, endColumn: place.startColumn + opening.length, text: '**' },
        { ...place, startColumn: end, text: '**' },
      ],
    },
  ];
}

/** Words around a date are fine, another way to write it is not; where all else is understood, so is how to mend it. */
function checkDates(call: CallForPapers, link: Link): readonly Flaw[] {
  const { closing, place, event, isPlain } = call;
  const written = [closing, event].flatMap((field) => field?.dates ?? []);
  const odd = written.find(({ text, day }) => day !== undefined && text !== day);
  const closes = closing?.dates.length === 1 ? closing.dates[0]?.day : undefined;
  const days = readEventRange(call);
  if (odd === undefined) return [];
  const isClear = isPlain && closing?.links.length === 0 && closes !== undefined && days !== undefined;
  const edits: readonly TextEdit[] =
    isClear && place !== undefined && event !== undefined
      ? [
          { ...getGap(getEnd(link.place), getStart(place.place)), text: ` | CFP closes ${closes} | ` },
          { ...getGap(getEnd(place.place), getEnd(event.place)), text: ` | ${writeRange(days)}` },
        ]
      : [];
  return [
    {
      place: closing?.dates.includes(odd) === true ? closing.place : (event?.place ?? link.place),
      message: 'The date {0} is not in the newsletter’s form: write {1}.',
      quotes: [odd.text, odd.day ?? ''],
      edits,
    },
  ];
}
