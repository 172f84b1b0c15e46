import { caps } from '../newsletter/caps.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Unreadable } from '../newsletter/unreadable.ts';
import { defineRule, noOptions, type Problem } from './define-rule.ts';
import { hasOldLine } from './has-old-line.ts';

export const readableFile = defineRule({
  id: 'readable-file',
  severity: 'warning',
  summary: 'a newsletter file that is too large, or too tangled, to be read, or is not saved as UTF-8',
  options: noOptions,
  needs: [],
  check: ({ submission, unreadable }) => {
    const first = unreadable.find(isLeft);
    const told = unreadable.filter((file) => file === first || !isLeft(file));
    return [...told.map(describe), ...submission.files.flatMap(findLost)];
  },
});

const [characters, lines, pullCharacters, pullLines, lineLength, marks, lineMarks] = [
  caps.characters,
  caps.lines,
  caps.pullCharacters,
  caps.pullLines,
  caps.lineLength,
  caps.marks,
  caps.lineMarks,
].map((cap) => cap.toLocaleString('en-US'));

const REASONS: Readonly<Record<Unreadable['reason'], string>> = {
  'too-large': `The file has more than ${characters} characters or ${lines} lines and was not checked: send only the issue’s own text.`,
  'too-many-files': `All files of the pull request together have more than ${pullCharacters} characters or ${pullLines} lines, so this one, and whatever does not fit after it, was not checked: send it in a pull request of its own.`,
  'line-too-long': `The line has more than ${lineLength} characters, so the file was not checked: break the line, or take it out.`,
  'too-deep': `Lists or quotes are nested more than ${caps.nesting} deep, so the file was not checked: flatten them.`,
  'too-many-marks': `There are more than ${lineMarks} brackets and other marks in the line, or ${marks} in the file, so it was not checked: take some out.`,
  deadline: 'Reading the file took too long, so it was not checked: simplify what the pull request adds.',
  binary: 'The file is no text, so it was not checked: save it as plain UTF-8 text.',
  'line-ends':
    'The lines end in carriage returns alone, so the file is one line to GitHub and was not checked: save it with Unix line endings (LF).',
};

/** Of hundreds that no longer fit, the first says so for all. */
function isLeft({ reason }: Unreadable): boolean {
  return reason === 'too-many-files';
}

function describe({ path, line, reason }: Unreadable): Problem {
  return {
    path,
    place: { startLine: line, startColumn: 1, endLine: line, endColumn: 1 },
    message: REASONS[reason],
    subject: reason,
  };
}

/** What stands where bytes are no UTF-8, once they are read as such. */
const LOST = '\ufffd';

/** The first of the lines that come with a lost character, and how many there are. */
function findLost({ path, base, head }: SubmittedFile): readonly Problem[] {
  if (head?.text.includes(LOST) !== true) return [];
  const lost = head.text.split('\n').flatMap((text, index) => {
    const isNew = text.includes(LOST) && (base === undefined || !hasOldLine(base, text));
    return isNew ? [{ line: index + 1, text }] : [];
  });
  const [first] = lost;
  if (first === undefined) return [];
  const column = first.text.indexOf(LOST) + 1;
  return [
    {
      path,
      place: { startLine: first.line, startColumn: column, endLine: first.line, endColumn: column + LOST.length },
      message: `${describeLost(lost.length)}: save the file as UTF-8, and check that all letters are right.`,
      subject: first.text,
    },
  ];
}

function describeLost(lines: number): string {
  return lines === 1
    ? 'A character here is not in UTF-8, so nobody can read it'
    : `Characters of ${lines} lines, here and below, are not in UTF-8, so nobody can read them`;
}
