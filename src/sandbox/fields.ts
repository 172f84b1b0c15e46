import { parseJson } from '../shared/parse-json.ts';
import { Refusal } from './refusal.ts';

/** A JSON object somebody sent, whose fields are still to be looked at. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON object that a text is; undefined for any other text. */
export function parseFields(text: string): Fields | undefined {
  const value = parseJson(text);
  return isFields(value) ? value : undefined;
}

/** A text field, or undefined when it is missing or null; refuses (422) anything else. */
export function textOf(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw refuseType(name, 'a string', value);
  return value;
}

/** A text field that must be there. */
export function needText(fields: Fields, name: string): string {
  const value = textOf(fields, name);
  if (value === undefined) throw new Refusal(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  return value;
}

export function numberOf(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw refuseType(name, 'an integer', value);
  return value;
}

export function needNumber(fields: Fields, name: string): number {
  const value = numberOf(fields, name);
  if (value === undefined) throw new Refusal(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  return value;
}

export function isOn(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw refuseType(name, 'a boolean', value);
  return value;
}

/** A list of objects; empty when the field is missing. */
export function listOf(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isFields)) throw refuseType(name, 'an array of objects', value);
  return value;
}

export function fieldsOf(fields: Fields, name: string): Fields | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (!isFields(value)) throw refuseType(name, 'an object', value);
  return value;
}

/** One of the words, or undefined when the field is missing. */
export function wordOf<Word extends string>(fields: Fields, name: string, words: readonly Word[]): Word | undefined {
  const value = textOf(fields, name);
  if (value === undefined) return undefined;
  const word = words.find((one) => one === value);
  if (word === undefined) throw refuseType(name, `one of ${words.join(', ')}`, value);
  return word;
}

function refuseType(name: string, expected: string, value: unknown): Refusal {
  return new Refusal(422, `Invalid request.\n\nFor '${name}', ${JSON.stringify(value)} is not ${expected}.`);
}
