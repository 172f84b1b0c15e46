import { describe, expect, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import { RecentWords, toWord, type Word } from '../../../src/adapters/github/recent-words.ts';
import type { PullRequestSnapshot, Trouble } from '../../../src/ports.ts';
import type { AnswerReaction } from '../../../src/review/answer.ts';
import { toCommitSha } from '../../../src/shared/brand.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';
import { snapshotOf } from '../../support/sample-snapshot.ts';

const before = snapshotOf([]);
const body = 'A word.';
const after: PullRequestSnapshot = {
  ...before,
  spoken: {
    ...before.spoken,
    replies: ['A word.\r\n'],
    checks: [{ checkRunId: 1, externalId: '1:2', isCompleted: true }],
  },
};
const comment: Word = toWord('comment', body);

/** Says so, with what comes of it, and tells what becomes of reading the pull request thereafter, in seconds to wait. */
async function readAfter(words: readonly Word[], trouble?: Trouble) {
  const clock = createFixedClock();
  const recent = new RecentWords(clock);
  const write = () => (trouble === undefined ? Promise.resolve(1) : Promise.reject(new ApiTrouble(trouble)));
  await recent
    .tellerOf(before.ref)(words, write)
    .catch(() => undefined);
  const read = async (snapshot: PullRequestSnapshot): Promise<number> => {
    try {
      await recent.demand(snapshot);
      return 0;
    } catch (error) {
      if (error instanceof ApiTrouble && error.trouble.kind === 'behind') return error.trouble.waitMilliseconds / 1000;
      throw error;
    }
  };
  return { clock, read };
}

describe('an answer that lacks what was just said', () => {
  test('is not believed for some seconds; then it was taken away, or never landed', async () => {
    const { clock, read } = await readAfter([comment]);
    const waits: number[] = [];
    for (let wait = await read(before); wait > 0; wait = await read(before)) {
      waits.push(wait);
      await clock.sleep(wait * 1000);
    }
    expect(waits).toEqual([2, 2, 4, 7]);
  });

  test.each<[string, Trouble, number]>([
    ['may have landed', { kind: 'unknown-outcome', reason: '502' }, 2],
    ['was refused', { kind: 'refused', reason: '422' }, 0],
    ['came too fast', { kind: 'limited', waitMilliseconds: 1000 }, 0],
  ])('which %s', async (_, trouble, wait) => {
    expect(await (await readAfter([comment], trouble)).read(before)).toBe(wait);
  });

  test.each<[string, Word, PullRequestSnapshot]>([
    ['a text, however GitHub ends its lines', comment, after],
    ['a check', { kind: 'check', head: before.head, externalId: '1:2' }, after],
    ['a check of another head', { kind: 'check', head: toCommitSha('b'.repeat(40)), externalId: '1:2' }, before],
    ['a reaction to a comment that is gone', { kind: 'reaction', commentId: 'IC_9' }, before],
  ])('%s is shown', async (_, word, snapshot) => {
    expect(await (await readAfter([word])).read(snapshot)).toBe(0);
  });

  test.each<[string, readonly AnswerReaction[], number]>([
    ['lacks our reaction', [], 2],
    ['has it', ['+1'], 0],
  ])('to whose comment we reacted, and it %s', async (_, reactions, wait) => {
    const asked = { commentId: 'IC_1', threadId: undefined, login: 'ada', isByAuthor: true, isEdited: false };
    const remarks = [{ ...asked, body: '/copydesk recheck', reactions }];
    expect(await (await readAfter([{ kind: 'reaction', commentId: 'IC_1' }])).read({ ...before, remarks })).toBe(wait);
  });

  test('is right about what others took away from the rest, and about a summary in whose place another one stands', async () => {
    const gone: Word = toWord('comment', 'A word that somebody deleted.');
    expect(await (await readAfter([gone, comment])).read(after)).toBe(0);
    const clock = createFixedClock();
    const recent = new RecentWords(clock);
    const tell = recent.tellerOf(before.ref);
    await tell([toWord('summary', 'An old summary.')], () => Promise.resolve());
    await tell([toWord('summary', body)], () => Promise.resolve());
    await recent.demand(after);
  });
});
