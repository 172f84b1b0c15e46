import type { EventPlace } from '../newsletter/events.ts';
import type { PlacedText } from '../shared/place.ts';
import { findByCode, findCode } from './find-country.ts';
import { findStateCountries } from './find-state.ts';
import type { Flaw } from './flaw.ts';
import { usStates } from './us-states.ts';

/**
 * Whether a place ends in a country’s code, and names the state where one is due.
 * @param continent of the section it stands in, which tells Denver in Colorado from Colombia
 */
export function checkCity({ kind, parts, field }: EventPlace, continent: string | undefined): readonly Flaw[] {
  const last = parts.at(-1);
  if (last === undefined || last.text === '') return [];
  // Of a virtual event a country is enough, and some have no place at all.
  if (parts.length === 1 && kind === 'virtual') return checkCountryAlone(last);
  const glued = splitGlued(parts, last);
  if (glued !== undefined) return [glued];
  if (parts.length === 1) return SEVERAL.test(last.text) ? [] : [describeMissingCountry(field)];
  return [...checkRegion(parts), ...checkCountry(parts, last, kind, continent)];
}

/** `London, 17, GB`: sites for events number regions, and nobody knows them by their numbers. */
function checkRegion(parts: readonly PlacedText[]): readonly Flaw[] {
  const [city, region] = parts;
  // Among more parts it may be that of a house.
  if (parts.length !== 3 || city === undefined || region === undefined) return [];
  if (!/^[A-Z]{0,2}\d{1,3}$/.test(region.text)) return [];
  return [
    {
      place: region.place,
      message: 'The number {0} between city and country says nothing to readers: take it out.',
      quotes: [region.text],
      edits: [{ ...city.place, startColumn: city.place.endColumn, endColumn: region.place.endColumn, text: '' }],
    },
  ];
}

/** The name that a country shares with a state. */
const STATE_NAME = /^georgia$/i;

/** `EU/UK`: several places at once have no form. */
const SEVERAL = /[/+&]/;

function checkCountryAlone(last: PlacedText): readonly Flaw[] {
  const code = findCode(last.text);
  if (findByCode(last.text) !== undefined || code === undefined || STATE_NAME.test(last.text)) return [];
  return [describeCode(last, code)];
}

/** `Minneapolis, MN US` and `Berlin DE`: the comma before the code is missing. */
function splitGlued(parts: readonly PlacedText[], last: PlacedText): Flaw | undefined {
  const [, before = '', blank = '', code = ''] = /^(\S.*\S)( +)([A-Z]{2})$/.exec(last.text) ?? [];
  const isCode = code === 'GB' || findByCode(code) !== undefined;
  if (!isCode || (parts.length > 1 && !/^[A-Z]{2,3}$/.test(before))) return undefined;
  const start = last.place.startColumn + before.length;
  const gap = { ...last.place, startColumn: start, endColumn: start + blank.length };
  return {
    place: last.place,
    message: 'There is no comma before the country in {0}: write {1}.',
    quotes: [last.text, `${before}, ${code === 'GB' ? 'UK' : code}`],
    edits: [
      { ...gap, text: ', ' },
      ...(code === 'GB' ? [{ ...last.place, startColumn: gap.endColumn, text: 'UK' }] : []),
    ],
  };
}

function checkCountry(
  parts: readonly PlacedText[],
  last: PlacedText,
  kind: EventPlace['kind'],
  continent: string | undefined,
): readonly Flaw[] {
  const country = findByCode(last.text);
  const state = parts.length === 2 ? findState(last.text, continent) : undefined;
  if (state !== undefined && country === undefined) return [describeBareState(last, state)];
  const isHere = continent === undefined || country?.continents.includes(continent) === true;
  if (state !== undefined && !isHere) return [describeDoubtful(last, state)];
  if (country === undefined) {
    const code = findSpelledOut(last.text, continent);
    if (code !== undefined) return [describeCode(last, code), ...checkState(parts, code, last)];
    // A virtual event may name a region, or several countries.
    return kind === 'virtual' && !/^[A-Z]{2}$/.test(last.text) ? [] : [describeUnknown(last)];
  }
  return checkState(parts, country.code, last);
}

/** The country whose state this may be, here; undefined where there is none, or more than one. */
function findState(code: string, continent: string | undefined): string | undefined {
  const countries = findStateCountries(code);
  if (continent === undefined) return countries.length === 1 && countries[0] === 'US' ? 'US' : undefined;
  return countries.find((country) => findByCode(country)?.continents.includes(continent));
}

/** A name that does not fit the section, such as Georgia’s, may mean something else. */
function findSpelledOut(text: string, continent: string | undefined): string | undefined {
  const isState = usStates.has(text) || (continent === undefined && STATE_NAME.test(text));
  const code = isState ? undefined : findCode(text);
  const isHere = continent === undefined || findByCode(code ?? '')?.continents.includes(continent) === true;
  return isHere ? code : undefined;
}

function describeBareState(last: PlacedText, country: string): Flaw {
  const text = `${last.text}, ${country}`;
  return {
    place: last.place,
    message: 'The country after the state {0} is missing: write {1}.',
    quotes: [last.text, text],
    edits: [{ ...last.place, text }],
  };
}

/** CO is Colorado and Colombia, DE is Delaware and Germany: here, neither can be ruled out. */
function describeDoubtful(last: PlacedText, country: string): Flaw {
  return {
    place: last.place,
    message: 'As a country, {0} lies on another continent: move the event there, or if it means a state write {1}.',
    quotes: [last.text, `${last.text}, ${country}`],
  };
}

function checkState(parts: readonly PlacedText[], code: string, last: PlacedText): readonly Flaw[] {
  if (code !== 'US' || parts.length > 2) return [];
  return [
    {
      place: last.place,
      message: 'The state of a place in the US is missing: write {0}.',
      quotes: ['City, ST, US'],
    },
  ];
}

function describeCode(last: PlacedText, code: string): Flaw {
  return {
    place: last.place,
    message: 'The country {0} is not written in the newsletter’s form: write its code, {1}.',
    quotes: [last.text, code],
    edits: [{ ...last.place, text: code }],
  };
}

function describeUnknown(last: PlacedText): Flaw {
  return {
    place: last.place,
    message: 'The place does not end in the code of a country ({0}): write it as {1}.',
    quotes: [last.text, 'City, CC'],
  };
}

function describeMissingCountry(field: PlacedText): Flaw {
  return {
    place: field.place,
    message: 'The country of the place {0} is missing: write it as {1}.',
    quotes: [field.text, 'City, CC'],
  };
}
