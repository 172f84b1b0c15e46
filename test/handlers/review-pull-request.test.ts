import { describe, expect, test } from '@jest/globals';
import { mergeJobs } from '../../src/handlers/merge-jobs.ts';
import { planReviewWork } from '../../src/handlers/plan-review-work.ts';
import { runJob } from '../../src/handlers/run-job.ts';
import type { FileSnapshot, GitHub, JobEnd, Outcome, Parser, Trouble, Turn } from '../../src/ports.ts';
import type { ReviewPlan } from '../../src/review/review-plan.ts';
import { type CommitSha, toRepositoryPath } from '../../src/shared/brand.ts';
import { createFixedClock } from '../support/fixed-clock.ts';
import { createIdleDeps, idleGitHub } from '../support/idle-deps.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { addItems, DRAFT } from '../support/sample-newsletter.ts';
import { snapshotOf } from '../support/sample-snapshot.ts';
import { createInProcessParser } from '../support/in-process-parser.ts';

const slip: FileSnapshot = {
  path: toRepositoryPath(DRAFT),
  previousPath: undefined,
  role: 'draft',
  previousRole: undefined,
  kind: 'changed',
  patch: '@@ -24,0 +25,1 @@\n+- [Claws](https://claws.test/)\n',
  text: { kind: 'text', text: addItems({ 'Observations/Thoughts': ['- [Claws](https://claws.test/)'] }) },
};

const open = { path: toRepositoryPath(DRAFT), text: addItems({}) };

interface Circumstances {
  readonly publish?: (plan: ReviewPlan) => Outcome<void>;
  readonly parser?: Parser;
  readonly turn?: Partial<Turn>;
  readonly outdatedHead?: CommitSha;
  readonly commentId?: string;
  readonly outdatedComment?: string;
  /** GitHub has no such pull request. */
  readonly isAbsent?: boolean;
  /** The archive takes longer to read than a review waits. */
  readonly isReading?: boolean;
  /** Another webhook takes the place of this one. */
  readonly isOvertaken?: boolean;
}

/** Reviews a pull request with one slip; returns what was published, in short, and how the job ended. */
async function review({
  publish,
  parser = createInProcessParser(),
  turn,
  outdatedHead,
  commentId,
  outdatedComment,
  isAbsent = false,
  isOvertaken = false,
  isReading = false,
}: Circumstances = {}) {
  const published: string[] = [];
  const github: GitHub = {
    ...idleGitHub,
    readPullRequest: () =>
      Promise.resolve(
        isAbsent
          ? { ok: false, trouble: { kind: 'absent', reason: '404' } }
          : { ok: true, value: { ...snapshotOf([slip]), drafts: [open] } },
      ),
    listPublishedIssues: () => (isReading ? new Promise(() => undefined) : Promise.resolve({ ok: true, value: [] })),
    publishReview: (_, plan) => {
      published.push(describePlan(plan));
      return Promise.resolve(publish?.(plan) ?? { ok: true, value: undefined });
    },
  };
  const { log, lines } = createMemoryLog();
  const clock = createFixedClock(undefined, () => isReading);
  const deps = { ...createIdleDeps(), github, parser, clock, log };
  const cause = { delivery: 'delivery-1', event: 'pull_request.synchronize' };
  const { ref } = snapshotOf([]);
  const pushed = planReviewWork(ref, cause, { outdatedHead, commentId, outdatedComment }).job;
  const job = isOvertaken ? mergeJobs(pushed, planReviewWork(ref, cause).job) : pushed;
  const end = await runJob(deps, job, { attempt: 0, troubles: 0, isSuperseded: () => Promise.resolve(false), ...turn });
  return { end, published, log: lines.join('') };
}

function describePlan({ check, review: inline, summary }: ReviewPlan): string {
  const parts = [check?.title, inline && `${inline.comments.length} inline`, summary && 'summary'];
  return parts.filter((part) => part !== undefined).join(', ');
}

describe('a review', () => {
  test('is published as planned', async () => {
    expect(await review()).toMatchObject({ end: { kind: 'done' }, published: ['1 error, 1 inline, summary'] });
  });

  test('goes into the summary where GitHub takes no comments on the lines', async () => {
    const publish = (plan: ReviewPlan): Outcome<void> =>
      plan.review === undefined
        ? { ok: true, value: undefined }
        : {
            ok: false,
            trouble: { kind: 'comments-refused', reason: 'pull_request_review_thread.line must be part of the diff' },
          };
    const { published, end } = await review({ publish });
    expect(published).toEqual(['1 error, 1 inline, summary', '1 error, summary']);
    expect(end).toEqual({ kind: 'done' });
  });

  test.each<Trouble>([
    { kind: 'refused', reason: 'summary: Unable to create comment because issue is locked.' },
    { kind: 'not-permitted', missing: [], target: undefined },
    { kind: 'absent', reason: '404' },
  ])('stands in the check alone where GitHub takes no words ($kind)', async (trouble) => {
    const publish = ({ summary }: ReviewPlan): Outcome<void> =>
      summary === undefined ? { ok: true, value: undefined } : { ok: false, trouble };
    const { published, end } = await review({ publish, turn: { attempt: 3 } });
    expect(published).toEqual(['1 error, 1 inline, summary', '1 error']);
    expect(end).toEqual({ kind: 'done' });
  });

  test('calls no draft closed where the drafts could not be read in time', async () => {
    const slow: Parser = { ...createInProcessParser(), readDrafts: () => Promise.resolve(undefined) };
    expect((await review({ parser: slow })).published).toEqual(['1 error, 1 inline, summary']);
  });

  test('comes without the archive where that takes long, and again when it is known', async () => {
    const { end, published } = await review({ isReading: true });
    expect({ end, published }).toEqual({
      end: { kind: 'again', afterMilliseconds: 2000 },
      published: ['1 error, 1 inline, summary'],
    });
    expect(await review({ isReading: true, turn: { attempt: 8 } })).toMatchObject({ end: { kind: 'done' } });
    expect(await review({ isReading: true, turn: { troubles: 8 } })).toMatchObject({ end: { kind: 'again' } });
  });

  test('is left to a newer delivery that waits', async () => {
    expect((await review({ turn: { isSuperseded: () => Promise.resolve(true) } })).published).toEqual([]);
  });

  test('is put back, and nobody told that it failed, where the queue cannot say whether a newer one waits', async () => {
    expect(await review({ turn: { isSuperseded: () => Promise.resolve('unknown') } })).toMatchObject({
      end: { kind: 'again', isTrouble: true },
      published: [],
    });
  });

  test.each<[string, number, JobEnd, number]>([
    ['waits for it', 0, { kind: 'again', afterMilliseconds: 2000 }, 0],
    ['waits for it, but not for ever: the branch may have gone back', 3, { kind: 'done' }, 1],
  ])('of a push that GitHub announces but does not show yet %s', async (_, attempt, end, published) => {
    const told = await review({ outdatedHead: snapshotOf([]).head, turn: { attempt } });
    expect(told.end).toEqual(end);
    expect(told.published).toHaveLength(published);
  });

  test('of something else waits for such a push, too', async () => {
    const { end, published } = await review({ outdatedHead: snapshotOf([]).head, isOvertaken: true });
    expect(end).toEqual({ kind: 'again', afterMilliseconds: 2000 });
    expect(published).toEqual([]);
  });

  test.each<[string, number, JobEnd]>([
    ['waits for it', 0, { kind: 'again', afterMilliseconds: 2000 }],
    ['waits for it, but not for ever: it may be deleted', 3, { kind: 'done' }],
  ])('of a comment that GitHub announces but does not show yet %s', async (_, attempt, end) => {
    expect((await review({ commentId: 'IC_9', turn: { attempt } })).end).toEqual(end);
  });

  test('of a comment that is edited or deleted again by then waits for nothing: it asks for nothing more', async () => {
    const { end, published } = await review({ commentId: 'IC_9', outdatedComment: 'IC_9' });
    expect(end).toEqual({ kind: 'done' });
    expect(published).toHaveLength(1);
  });

  test.each<[string, number, JobEnd]>([
    ['waits for it', 0, { kind: 'again', afterMilliseconds: 2000 }],
    ['waits for it, but not for ever: it may be gone', 3, { kind: 'done' }],
  ])('of a pull request that GitHub announces but does not have yet %s', async (_, attempt, end) => {
    expect(await review({ isAbsent: true, turn: { attempt } })).toMatchObject({ end, published: [] });
  });

  test.each<[string, number, JobEnd]>([
    ['waits for it', 0, { kind: 'again', afterMilliseconds: 2000 }],
    ['waits for it, but not for ever: it may be gone', 3, { kind: 'done' }],
  ])('of a pull request that GitHub has in one place and not yet in another %s', async (_, attempt, end) => {
    const publish = (): Outcome<void> => ({ ok: false, trouble: { kind: 'absent', reason: '404' } });
    expect((await review({ publish, turn: { attempt } })).end).toEqual(end);
  });

  test('that fails by a bug of ours says so once, in a neutral check, and in the log with the delivery', async () => {
    const broken: Parser = { ...createInProcessParser(), readSubmission: () => Promise.reject(new Error('a bug')) };
    const { published, log, end } = await review({ parser: broken });
    expect(published).toEqual(['Copydesk could not finish']);
    expect(log).toContain('a bug');
    expect(log).toContain('delivery-1');
    expect(end).toEqual({ kind: 'done' });
  });

  test.each<[string, number, JobEnd]>([
    ['the first time', 0, { kind: 'again', afterMilliseconds: 2000, isTrouble: true }],
    ['the third time', 2, { kind: 'again', afterMilliseconds: 2000, isTrouble: true }],
    ['once too often', 40, { kind: 'failed', reason: 'unknown-outcome: 502' }],
  ])('whose writing got no answer %s looks again before it writes', async (_, troubles, end) => {
    const publish = (): Outcome<void> => ({ ok: false, trouble: { kind: 'unknown-outcome', reason: '502' } });
    const told = await review({ publish, turn: { attempt: 0, troubles } });
    expect(told.published).toHaveLength(1);
    expect(told.end).toEqual(end);
  });
});
