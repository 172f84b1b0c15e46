import type { Issue } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Place } from '../shared/place.ts';
import type { Problem, RuleContext } from './define-rule.ts';

type JudgeIssue = (issue: Issue, file: SubmittedFile) => readonly Problem[];

/**
 * Asks about whole issues, for what no single item shows. Of a file that was there before, only what the pull request
 * brings counts; of one that is new, or that is being published, everything does. Templates are left out.
 */
export function judgeIssues({ submission }: RuleContext, judge: JudgeIssue): Problem[] {
  return submission.files.flatMap((file) => {
    if (file.head === undefined || file.role === 'template') return [];
    const problems = judge(file.head, file);
    if (file.base === undefined || isMovedToArchive(file)) return problems;
    return problems.length === 0 ? [] : keepNew(problems, judge(file.base, file), listTouched(file));
  });
}

/** Moving a draft into the archive is publishing it. */
export function isMovedToArchive({ role, previousRole }: SubmittedFile): boolean {
  return role === 'archive' && previousRole === 'draft';
}

/**
 * What `after` has more than `before`, counted by what is said: a third duplicate beside two old ones is new, and text
 * that merely moved is not. Of equal ones those on lines that the pull request touched are taken for the new ones.
 */
function keepNew(
  after: readonly Problem[],
  before: readonly Problem[],
  isTouched: (place: Place) => boolean,
): readonly Problem[] {
  const old = Map.groupBy(before, describe);
  const fresh = [...Map.groupBy(after, describe)].flatMap(([said, equal]) => {
    const [touched, others] = [true, false].map((side) => equal.filter(({ place }) => isTouched(place) === side));
    return [...(touched ?? []), ...(others ?? [])].slice(0, Math.max(0, equal.length - (old.get(said)?.length ?? 0)));
  });
  return after.filter((problem) => fresh.includes(problem));
}

function listTouched({ changes, outside }: SubmittedFile): (place: Place) => boolean {
  const spans = [
    ...changes.flatMap((change) => (change.kind === 'removed' ? [] : [change.after.item.place])),
    ...outside.filter(({ kind }) => kind !== 'removed'),
  ];
  return (place) => spans.some((span) => span.startLine <= place.endLine && place.startLine <= span.endLine);
}

/** Without line numbers, which shift. */
function describe({ message, quotes = [], subject }: Problem): string {
  return JSON.stringify([message.replace(/\d+/g, '#'), quotes, subject]);
}
