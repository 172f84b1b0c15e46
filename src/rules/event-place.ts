import { z } from 'zod';
import { sectionNameSchema } from '../config/named-sections.ts';
import type { EventPlace } from '../newsletter/events.ts';
import { checkCity } from './check-city.ts';
import { checkPair } from './check-pair.ts';
import { defineRule, type Problem } from './define-rule.ts';
import { findByCode } from './find-country.ts';
import type { Flaw } from './flaw.ts';
import { getEventSubject, judgeEvents, type JudgedEvent } from './judge-events.ts';

const options = z.strictObject({
  virtual: sectionNameSchema
    .default('Virtual')
    .describe('Name of the section of events that can be joined from anywhere'),
  continents: z
    .record(sectionNameSchema, z.string())
    .default({
      Africa: 'Africa',
      Asia: 'Asia',
      Europe: 'Europe',
      'North America': 'North America',
      Oceania: 'Oceania',
      'South America': 'South America',
    })
    .describe('The sections that stand for a continent, and which one: Africa, Asia, Europe, North America …'),
  elsewhere: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Places that the newsletter counts to one continent, such as `Istanbul, TR: Europe`; a country alone stands for all of it',
    ),
});
type Options = z.infer<typeof options>;

export const eventPlace = defineRule({
  id: 'event-place',
  severity: 'warning',
  summary: 'an event whose place is not written as City, Country, or that stands under another continent',
  options,
  needs: [],
  check: (context, given) =>
    judgeEvents(context, (judged): readonly Problem[] => {
      const { place } = judged.event;
      if (place === undefined || judged.event.date === undefined || place.field.text === '') return [];
      const head = { path: judged.file.path, subject: getEventSubject(judged.event) };
      const flaws = listFlaws(judged, place, given).map((flaw) => ({ ...head, ...flaw }));
      const pair = checkPair(judged, place, listCounterparts(judged.section, place, given), context.config);
      // What is mended by an edit must not bring up anything new.
      const isClear = flaws.every(({ edits = [] }) => edits.length > 0);
      return isClear && pair !== undefined ? [...flaws, { ...head, ...pair, severity: 'hint' }] : flaws;
    }),
});

/** Where else a hybrid event stands. */
function listCounterparts(section: string, place: EventPlace, given: Options): readonly string[] {
  if (given.continents[section] !== undefined) return [given.virtual];
  return section === given.virtual ? listSections(findContinents(place, given.elsewhere), given) : [];
}

function listSections(on: readonly string[], { continents }: Options): readonly string[] {
  return Object.keys(continents).filter((name) => on.includes(continents[name] ?? ''));
}

function listFlaws(judged: JudgedEvent, place: EventPlace, given: Options): readonly Flaw[] {
  const { section } = judged;
  const continent = given.continents[section];
  const city = checkCity(place, continent);
  const mode = checkMode(place);
  // Where even the country is in doubt, so is everything that follows from it.
  const isClear = city.every(({ edits = [] }) => edits.length > 0);
  const found = isClear ? checkSection(place, section, given) : undefined;
  return [...mode, ...city, ...(found === undefined ? [] : [found])];
}

/** `in Delft`, `Delft) + streamed`: what more is said here only the author can tell. */
const UNCLEAR = /^(?:in|at|or|and|from|near|with)\s|[()]/i;

/** `Virtual (…)` and `Hybrid (…)`, and no other words for them. */
function checkMode({ field, kind, parts }: EventPlace): readonly Flaw[] {
  const [first] = parts;
  const last = parts.at(-1);
  const word = kind === 'hybrid' ? 'Hybrid' : 'Virtual';
  if (first === undefined || last === undefined) {
    if (kind === 'virtual' && field.text === word) return [];
    return [describeMode(field, word)];
  }
  const start = { ...field.place, endColumn: first.place.startColumn };
  const end = { ...field.place, startColumn: last.place.endColumn };
  const wanted = kind === 'in-person' ? ['', ''] : [`${word} (`, ')'];
  const edits = [start, end].flatMap((place, index) => {
    const column = field.place.startColumn;
    const written = field.text.slice(place.startColumn - column, place.endColumn - column);
    const text = wanted[index] ?? '';
    return written === text ? [] : [{ ...place, text }];
  });
  if (edits.length === 0) return [];
  const form = kind === 'in-person' ? 'City, Country' : `${word} (City, Country)`;
  return [
    {
      place: field.place,
      message: 'The place {0} is written unlike the others: write it in the form {1}.',
      quotes: [field.text, form],
      edits: parts.some(({ text }) => UNCLEAR.test(text)) ? [] : edits,
    },
  ];
}

function describeMode(field: EventPlace['field'], word: string): Flaw {
  const isVirtual = word === 'Virtual';
  return {
    place: field.place,
    message: isVirtual
      ? 'The place {0} is written unlike the others: write {1}.'
      : 'The place {0} does not say where people meet: write {1}.',
    quotes: [field.text, isVirtual ? word : 'Hybrid (City, Country)'],
    ...(isVirtual ? { edits: [{ ...field.place, text: word }] } : {}),
  };
}

function checkSection(place: EventPlace, section: string, given: Options): Flaw | undefined {
  const { virtual, continents, elsewhere } = given;
  const at = place.field.place;
  const isVirtual = section === virtual;
  if (isVirtual && place.kind === 'in-person') {
    return {
      place: at,
      message:
        'The event stands under {0}, but its place does not say so: write {1} or {2}, or move it to its continent.',
      quotes: [virtual, 'Virtual (…)', 'Hybrid (…)'],
    };
  }
  const here = continents[section];
  if (here === undefined) return undefined;
  if (place.kind === 'virtual') {
    return {
      place: at,
      message: 'The event is virtual, but stands under a continent: move it to {0}.',
      quotes: [virtual],
    };
  }
  const on = findContinents(place, elsewhere);
  if (on.length === 0 || on.includes(here)) return undefined;
  const right = listSections(on, given);
  return {
    place: at,
    message: `The event stands under {0}, but takes place in another part of the world: move it to ${right.length === 1 ? '{1}' : 'the right continent'}.`,
    quotes: [section, ...right],
  };
}

function findContinents({ parts }: EventPlace, elsewhere: Options['elsewhere']): readonly string[] {
  const country = parts.at(-1)?.text ?? '';
  const known = elsewhere[parts.map(({ text }) => text).join(', ')] ?? elsewhere[country];
  return known === undefined ? (findByCode(country)?.continents ?? []) : [known];
}
