import { expect, test } from '@jest/globals';
import { planFillWork } from '../../src/handlers/fill/plan-fill-work.ts';
import { mergeJobs } from '../../src/handlers/merge-jobs.ts';
import { planReviewWork } from '../../src/handlers/plan-review-work.ts';
import type { FillOrder, Job } from '../../src/ports/job.ts';
import { toCommitSha } from '../../src/shared/brand.ts';

const repository = { installationId: 1, owner: 'ferris', repository: 'news' };
const bySchedule: FillOrder = { kind: 'schedule' };

function command(commentId: string): FillOrder {
  return { kind: 'command', commentId, subjectId: 'I_1', number: 1, login: 'grace', sections: [], isMixed: false };
}

function tick(isTicked: boolean): FillOrder {
  return { kind: 'tick', number: 1, login: 'grace', tasks: [['https://a.test/', isTicked]] };
}

function fill(...orders: readonly FillOrder[]): Job {
  return planFillWork(repository, orders, { delivery: 'one', event: 'schedule' }).job;
}

test('one job to fill does all that is wanted, in the order in which it was: each comment and the schedule once', () => {
  const waiting = fill(command('C_1'), bySchedule, tick(true));
  const merged = mergeJobs(waiting, fill(bySchedule, command('C_1'), tick(false), command('C_2')));
  expect(merged).toMatchObject({
    kind: 'fill',
    orders: [command('C_1'), bySchedule, tick(true), tick(false), command('C_2')],
  });
});

test('what is wanted of one proposal has an end; what was wanted first stays', () => {
  const many = Array.from({ length: 500 }, (_, index) => command(`C_${index}`));
  const merged = mergeJobs(fill(...many), fill(bySchedule));
  expect(merged).toMatchObject({ orders: many.slice(0, 200) });
});

test('a review keeps what GitHub may not know of yet', () => {
  const cause = { delivery: 'one', event: 'push' };
  const pull = { ...repository, number: 1 };
  const older = planReviewWork(pull, cause, { outdatedHead: toCommitSha('old') }).job;
  const newer = planReviewWork(pull, cause, { commentId: 'C_1' }).job;
  expect(mergeJobs(older, newer)).toMatchObject({ announced: { outdatedHead: 'old', commentId: 'C_1' } });
  const gone = planReviewWork(pull, cause, { outdatedComment: 'C_2' }).job;
  expect(mergeJobs(gone, newer)).toMatchObject({ announced: { commentId: 'C_1', outdatedComment: 'C_2' } });
});

test('a review that somebody asked for stays asked for', () => {
  const cause = { delivery: 'one', event: 'check_run' };
  const pull = { ...repository, number: 1 };
  const asked = planReviewWork(pull, cause, { isAskedFor: true }).job;
  const pushed = planReviewWork(pull, cause, { outdatedHead: toCommitSha('old') }).job;
  expect(mergeJobs(asked, pushed)).toMatchObject({ announced: { outdatedHead: 'old', isAskedFor: true } });
  expect(mergeJobs(pushed, asked)).toMatchObject({ announced: { outdatedHead: 'old', isAskedFor: true } });
});
