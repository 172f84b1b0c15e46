import { caps } from '../newsletter/caps.ts';
import type { Unreadable } from '../newsletter/unreadable.ts';
import { defineRule, noOptions, type Problem } from './define-rule.ts';

export const readableFile = defineRule({
  id: 'readable-file',
  severity: 'warning',
  summary: 'a newsletter file that is too large, or too tangled, to be read',
  options: noOptions,
  needs: [],
  check: ({ unreadable }) => unreadable.map(describe),
});

const [characters, lines, lineLength, marks, lineMarks] = [
  caps.characters,
  caps.lines,
  caps.lineLength,
  caps.marks,
  caps.lineMarks,
].map((cap) => cap.toLocaleString('en-US'));

const REASONS: Readonly<Record<Unreadable['reason'], string>> = {
  'too-large': `The file has more than ${characters} characters or ${lines} lines and was not checked: send only the issue’s own text.`,
  'line-too-long': `The line has more than ${lineLength} characters, so the file was not checked: break the line, or take it out.`,
  'too-deep': `Lists or quotes are nested more than ${caps.nesting} deep, so the file was not checked: flatten them.`,
  'too-many-marks': `There are more than ${lineMarks} brackets and other marks in the line, or ${marks} in the file, so it was not checked: take some out.`,
  deadline: 'Reading the file took too long, so it was not checked: simplify what the pull request adds.',
  binary: 'The file is no text, so it was not checked: save it as plain UTF-8 text.',
};

function describe({ path, line, reason }: Unreadable): Problem {
  return {
    path,
    place: { startLine: line, startColumn: 1, endLine: line, endColumn: 1 },
    message: REASONS[reason],
    subject: reason,
  };
}
