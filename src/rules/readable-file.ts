import type { Unreadable } from '../newsletter/unreadable.ts';
import { defineRule, type Problem } from './define-rule.ts';

export const readableFile = defineRule({
  id: 'readable-file',
  severity: 'warning',
  summary: 'a newsletter file that is too large, or too tangled, to be read',
  needs: [],
  check: ({ unreadable }) => unreadable.map(describe),
});

const reasons: Readonly<Record<Unreadable['reason'], string>> = {
  'too-large': 'The file is far larger than an issue: please send only the issue’s own text.',
  'line-too-long': 'A line is far longer than any line of an issue: please break it, or take it out.',
  'too-deep': 'Lists or quotes are nested far deeper than in any issue: please flatten them.',
  'too-many-marks': 'One block holds far more links or marks than any of an issue: please split it.',
  deadline: 'Reading the file took too long, so it was not checked: please simplify what the pull request adds.',
  binary: 'The file is no text, so it was not checked: please save it as plain UTF-8 text.',
};

function describe({ path, line, reason }: Unreadable): Problem {
  return {
    path,
    place: { startLine: line, startColumn: 1, endLine: line, endColumn: 1 },
    message: reasons[reason],
    subject: reason,
  };
}
