import { z } from 'zod';
import type { Config } from '../config/schema.ts';
import { isConflictMarker } from '../newsletter/block-skeleton.ts';
import type { Issue } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Place } from '../shared/place.ts';
import { defineRule, type Problem, type RuleContext } from './define-rule.ts';
import { findForeignItems } from './foreign-items.ts';
import { findForeignText } from './foreign-text.ts';
import { judgeIssues } from './judge-issues.ts';

const options = z.strictObject({
  mostCorrections: z
    .int()
    .min(0)
    .default(5)
    .describe('how many items that were there before somebody may correct beside an item of their own'),
});

export const outsideEdits = defineRule({
  id: 'outside-edits',
  severity: 'warning',
  summary: 'a submission that also changes or deletes what others wrote, or leaves the marks of a merge conflict',
  options,
  needs: ['permission'],
  check: (context, { mostCorrections }) => [
    ...judgeIssues(context, findConflicts),
    ...listDrafts(context).flatMap((file) => [
      ...findLineEnds(file),
      ...(addsItem(file, context.config)
        ? [...findForeignItems(file, context.config, mostCorrections), ...findForeignText(file, context.config)]
        : []),
    ]),
  ],
});

/** Drafts that a contributor changes. Editors write what they like. */
function listDrafts({ submission, author }: RuleContext): readonly SubmittedFile[] {
  if (author.permission !== 'read') return [];
  return submission.files.filter(
    ({ role, base, head }) => role === 'draft' && base !== undefined && head !== undefined,
  );
}

/**
 * Whoever only corrects does so on purpose; beside an item of one's own, it is mostly an accident of the text editor or of the
 * merge.
 */
function addsItem({ changes }: SubmittedFile, { grammars }: Config): boolean {
  return changes.some((change) => change.kind === 'added' && grammars[change.after.region] !== undefined);
}

/** Line ends of Windows in place of the newsletter’s: each line is another one then, and every other pull request in conflict. */
function findLineEnds({ path, base, head }: SubmittedFile): readonly Problem[] {
  if (base === undefined || head === undefined || base.text.includes('\r')) return [];
  if (!head.text.includes('\r\n') || /(?<!\r)\n/.test(head.text)) return [];
  return [
    {
      path,
      place: { startLine: 1, startColumn: 1, endLine: 1, endColumn: head.text.indexOf('\r') + 1 },
      message:
        'All lines of the file end in CRLF now, so that all of them count as changed: save it with the line ends it had (LF).',
      subject: 'line ends',
    },
  ];
}

/** One problem for each conflict that git marked and nobody resolved. */
function findConflicts({ text, path }: Issue): readonly Problem[] {
  const problems: Problem[] = [];
  let isOpen = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (!isConflictMarker(line) || !/^[<>]/.test(line)) continue;
    const isStart = line.startsWith('<');
    if (isStart || !isOpen) problems.push(describeConflict(path, index + 1, line.trimEnd()));
    isOpen = isStart;
  }
  return problems;
}

function describeConflict(path: Problem['path'], line: number, mark: string): Problem {
  const place: Place = { startLine: line, startColumn: 1, endLine: line, endColumn: mark.length + 1 };
  return {
    path,
    place,
    severity: 'error',
    message: 'A merge conflict is not resolved here: keep the right lines, and take out those with {0}, {1} and {2}.',
    quotes: ['<<<<<<<', '=======', '>>>>>>>'],
    subject: 'conflict',
  };
}
