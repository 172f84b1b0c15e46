import type { CheckOrder, CheckOutput } from '../actions/checks.ts';
import { countCharacters } from '../count-characters.ts';
import { type Fields, fieldsOf, listOf, needNumber, needText, numberOf, textOf, wordOf } from '../fields.ts';
import { type Annotation, CHECK_STATUSES, type CheckAction } from '../records/check.ts';
import { invalid, Refusal } from '../refusal.ts';

const CONCLUSIONS = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'stale',
  'timed_out',
] as const;
const MAX_TEXT = 65_535;
const MAX_ANNOTATIONS = 50;
const MAX_ACTIONS = 3;

/** What a request says of a check run; refuses what GitHub does not store. */
export function readCheckOrder(body: Fields): CheckOrder {
  const status = wordOf(body, 'status', CHECK_STATUSES);
  const conclusion = wordOf(body, 'conclusion', CONCLUSIONS);
  if (status === 'completed' && conclusion === undefined) {
    throw new Refusal(422, 'Invalid request.\n\nMissing required keys "conclusion" and "completed_at".');
  }
  return {
    name: textOf(body, 'name'),
    status,
    conclusion,
    externalId: textOf(body, 'external_id'),
    detailsUrl: textOf(body, 'details_url'),
    startedAt: readTime(body, 'started_at'),
    completedAt: readTime(body, 'completed_at'),
    output: readOutput(fieldsOf(body, 'output')),
    actions: body['actions'] === undefined ? undefined : readActions(body),
  };
}

function readTime(body: Fields, name: string): Date | undefined {
  const text = textOf(body, name);
  if (text === undefined) return undefined;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)) throw invalid('CheckRun', name, `${text} is not a date-time`);
  return new Date(text);
}

function readOutput(output: Fields | undefined): CheckOutput | undefined {
  if (output === undefined) return undefined;
  const annotations = listOf(output, 'annotations');
  if (annotations.length > MAX_ANNOTATIONS) {
    throw new Refusal(
      422,
      `Invalid request.\n\nNo more than ${MAX_ANNOTATIONS} items are allowed; ${annotations.length} were supplied.`,
    );
  }
  return {
    title: textOf(output, 'title'),
    summary: limited('summary', needText(output, 'summary')),
    text: limited('text', textOf(output, 'text')),
    annotations: annotations.map(readAnnotation),
  };
}

function limited(name: string, text: string | undefined): string | undefined {
  if (text !== undefined && countCharacters(text) > MAX_TEXT) {
    throw invalid('CheckRun', name, `${name} exceeds a maximum length of ${MAX_TEXT} characters`);
  }
  return text;
}

function readAnnotation(fields: Fields): Annotation {
  const annotation = {
    path: needText(fields, 'path'),
    startLine: needNumber(fields, 'start_line'),
    endLine: needNumber(fields, 'end_line'),
    startColumn: numberOf(fields, 'start_column'),
    endColumn: numberOf(fields, 'end_column'),
    level: wordOf(fields, 'annotation_level', ['notice', 'warning', 'failure'] as const),
    message: needText(fields, 'message'),
    title: textOf(fields, 'title'),
    rawDetails: textOf(fields, 'raw_details'),
  };
  const { level, startLine, endLine, startColumn, endColumn } = annotation;
  if (level === undefined) throw invalid('CheckAnnotation', 'annotation_level', 'annotation_level is missing');
  if (startLine < 1 || endLine < startLine)
    throw invalid('CheckAnnotation', 'end_line', 'end_line is before start_line');
  if (startLine !== endLine && (startColumn ?? endColumn) !== undefined) {
    throw invalid('CheckAnnotation', 'start_column', 'columns need start_line and end_line on the same line');
  }
  if (countCharacters(annotation.title ?? '') > 255) throw invalid('CheckAnnotation', 'title', 'title is too long');
  return { ...annotation, level };
}

function readActions(body: Fields): readonly CheckAction[] {
  const actions = listOf(body, 'actions');
  if (actions.length > MAX_ACTIONS) {
    throw new Refusal(
      422,
      `Invalid request.\n\nNo more than ${MAX_ACTIONS} items are allowed; ${actions.length} were supplied.`,
    );
  }
  return actions.map((fields) => ({
    label: short(fields, 'label', 20),
    description: short(fields, 'description', 40),
    identifier: short(fields, 'identifier', 20),
  }));
}

function short(fields: Fields, name: string, most: number): string {
  const text = needText(fields, name);
  if (countCharacters(text) > most)
    throw invalid('CheckRun', name, `${name} is too long (maximum is ${most} characters)`);
  return text;
}
