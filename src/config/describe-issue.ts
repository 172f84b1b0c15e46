import type { z } from 'zod';
import { getAt } from './get-at.ts';
import { findNearest } from './find-nearest.ts';

/** What is wrong with one value, or with one key, and where in the data. */
export interface DataProblem {
  readonly path: readonly PropertyKey[];
  readonly part: 'value' | 'key';
  readonly message: string;
  readonly quotes: readonly string[];
}

type Issue = z.core.$ZodIssue;

/** The keys that are known at a path. */
type KeysAt = (path: readonly PropertyKey[]) => readonly string[];

/** Of unknown keys side by side; whoever has more is told of the rest once these are gone. */
const MAX_KEYS = 20;

/** Says in plain words what a schema does not like. */
export function describeIssue(issue: Issue, data: unknown, keysAt: KeysAt): readonly DataProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MAX_KEYS).map((key) => describeUnknownKey(issue.path, key, keysAt));
  }
  if (issue.code === 'invalid_union') {
    const value = getAt(data, issue.path);
    const meant = chooseBranch(issue.errors, value);
    if (meant === undefined) return [describeNoBranch(issue)];
    return meant.flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, data, keysAt));
  }
  const value = getAt(data, issue.path);
  const last = issue.path.at(-1);
  if (value === undefined && last !== undefined) {
    const message = 'The key {0} is missing: add it.';
    return [{ path: issue.path.slice(0, -1), part: 'value', message, quotes: [String(last)] }];
  }
  return [{ path: issue.path, part: 'value', ...describeValue(issue, show(value)) }];
}

function describeUnknownKey(path: readonly PropertyKey[], key: string, keysAt: KeysAt): DataProblem {
  const known = keysAt(path);
  const here = { path: [...path, key], part: 'key' } as const;
  if (path.length === 0 && key === '_extends') {
    return { ...here, message: 'No other file is followed: write its settings here instead of {0}.', quotes: [key] };
  }
  const kind = path.length === 1 && path[0] === 'rules' ? 'rule' : 'key';
  if (path[0] === 'rules' && path.length > 1 && keysAt([...path, 'options']).includes(key)) {
    return { ...here, message: 'The key {0} is an option of the rule: write it under {1}.', quotes: [key, 'options'] };
  }
  const nearest = findNearest(key, known);
  return nearest === undefined
    ? { ...here, message: `There is no ${kind} {0} here: take it out.`, quotes: [key] }
    : { ...here, message: `There is no ${kind} {0} here: did you mean {1}?`, quotes: [key, nearest] };
}

/** Of the shapes that a value may have, the one that was probably meant: it fits at the top. */
function chooseBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  const isAtTop = ({ path, code }: Issue): boolean =>
    path.length === 0 && code !== 'unrecognized_keys' && code !== 'too_small';
  const fitting = branches.find((issues) => !issues.some(isAtTop));
  if (fitting !== undefined || typeof value !== 'string') return fitting;
  return branches.find((issues) => issues.some(({ code }) => code === 'invalid_value'));
}

function describeNoBranch({ path, errors }: Extract<Issue, { code: 'invalid_union' }>): DataProblem {
  const isSwitch = errors.flat().some((issue) => issue.code === 'invalid_value' && issue.values.includes(false));
  if (isSwitch) {
    return {
      path,
      part: 'value',
      message: 'Keys and values are expected here, or {0}: write one of the two.',
      quotes: ['false'],
    };
  }
  if (path[0] !== 'rules' || path.length !== 2) {
    return { path, part: 'value', message: 'The value does not fit here: see what the setting takes.', quotes: [] };
  }
  const message = 'A rule takes a severity, keys and values, or a list of these: write {0} to switch it off.';
  return { path, part: 'value', message, quotes: ['off'] };
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'A text is expected here: write one, in quotation marks if it looks like something else.',
  array: 'A list is expected here: write each entry on its own line, after “- ”.',
  object: 'Keys and values are expected here: write them on lines of their own, indented.',
  record: 'Keys and values are expected here: write them on lines of their own, indented.',
  number: 'A number is expected here: write one.',
  int: 'A whole number is expected here: write one.',
  boolean: 'A yes or no is expected here: write true or false.',
};

type Words = Pick<DataProblem, 'message' | 'quotes'>;

function describeValue(issue: Issue, shown: string): Words {
  switch (issue.code) {
    case 'invalid_type':
      return { message: KINDS[issue.expected] ?? UNFIT, quotes: [] };
    case 'invalid_value':
      return describeChoice(issue.values.map(String), shown);
    case 'invalid_format':
      return describeFormat(issue, shown);
    case 'too_small':
      return { message: describeSize(issue.origin, 'few', Number(issue.minimum)), quotes: [] };
    case 'too_big':
      return { message: describeSize(issue.origin, 'many', Number(issue.maximum)), quotes: [] };
    case 'custom':
      return { message: issue.message.replaceAll('{', '{{'), quotes: [] };
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { message: UNFIT, quotes: [] };
  }
}

const UNFIT = 'The value does not fit here: see what the setting takes.';

function describeChoice(values: readonly string[], shown: string): Words {
  const nearest = findNearest(shown, values);
  if (nearest !== undefined)
    return { message: 'The value {0} is unknown here: did you mean {1}?', quotes: [shown, nearest] };
  const gaps = values.slice(0, 8).map((_, index) => `{${index + 1}}`);
  const list = gaps.length < 2 ? gaps.join('') : `${gaps.slice(0, -1).join(', ')} or ${gaps.at(-1) ?? ''}`;
  return { message: `The value {0} is unknown here: write ${list}.`, quotes: [shown, ...values.slice(0, 8)] };
}

function describeFormat(issue: Extract<Issue, { code: 'invalid_format' }>, shown: string): Words {
  if (issue.format === 'date') {
    return { message: 'There is no day {0}: write one of the calendar as YYYY-MM-DD.', quotes: [shown] };
  }
  if (issue.message === 'path') {
    const message =
      'The path {0} does not lead into the repository: write it from the root, with /, and with none at its ends.';
    return { message, quotes: [shown] };
  }
  if ('prefix' in issue) {
    return { message: 'The text {0} starts differently: write {1} before it.', quotes: [shown, String(issue.prefix)] };
  }
  // What zod itself says of a pattern helps nobody.
  const isOurs = issue.format === 'regex' && !issue.message.startsWith('Invalid');
  const remedy = isOurs ? `write ${issue.message.replaceAll('{', '{{')}` : 'see what the setting takes';
  return { message: `The text {0} does not have the form that is due here: ${remedy}.`, quotes: [shown] };
}

function describeSize(origin: string, way: 'few' | 'many', bound: number): string {
  const side = way === 'few' ? 'at least' : 'at most';
  const size = bound.toLocaleString('en-US');
  if (origin === 'string')
    return `The text is too ${way === 'few' ? 'short' : 'long'}: write ${side} ${size} ${bound === 1 ? 'character' : 'characters'}.`;
  if (origin === 'array' || origin === 'set') return `There are too ${way} entries: write ${side} ${size}.`;
  return `The number is too ${way === 'few' ? 'small' : 'large'}: write ${side} ${size}.`;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
