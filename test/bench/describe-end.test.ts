// What the soak's ends are compared by: the moment may differ between two runs, what was lost or done twice may not.
import { expect, test } from '@jest/globals';
import { compareEnds, describeEnd, findTwice } from '../../bench/soak/describe-end.ts';
import { type OwnWords, signWords } from '../../src/review/own-words.ts';
import { nodeId } from '../../src/sandbox/node-id.ts';
import type { PullState, TimelineEntry } from '../../src/sandbox/state.ts';
import { toCommitSha } from '../../src/shared/brand.ts';

const key = 'the key';
const person = { login: 'ada', isBot: false };
const bot = { login: 'copydesk[bot]', isBot: true };
const at = '2026-03-02T09:00:00Z';
const sign = (text: string, words: OwnWords) => signWords(text, words, { repositoryId: '5', number: 1, key });

let id = 0;
function comment(by: typeof person, body: string, reaction?: string): TimelineEntry & { kind: 'comment' } {
  id += 1;
  const reactions = reaction === undefined ? undefined : [{ content: reaction, by: [bot] }];
  return { kind: 'comment', id, at, by, body, edited: false, reactions };
}

const ask = (body: string) => comment(person, body, '+1');
const reply = (to: TimelineEntry & { kind: 'comment' }, text: string) =>
  comment(bot, sign(text, { kind: 'reply', to: nodeId('IssueComment', to.id) }));

function findingAt(line: number | undefined, text: string, isHidden = false): PullState['threads'][number] {
  const body = sign(text, { kind: 'comment', fingerprints: ['abc'], head: toCommitSha('1'.repeat(40)) });
  const told = { id: 9, by: bot, at, body, edited: false, ...(isHidden ? { minimized: 'outdated' } : {}) };
  return {
    id: 8,
    path: 'draft.md',
    line,
    side: 'RIGHT',
    diffHunk: '',
    isOutdated: false,
    comments: [told],
  };
}

const checked = (sha: string): TimelineEntry => ({
  ...{ kind: 'checked', at, by: bot, name: 'Copydesk', conclusion: 'success', title: '' },
  sha,
});

function endOf(timeline: readonly TimelineEntry[], threads: PullState['threads'] = []) {
  const pull: PullState = {
    ...{ number: 1, title: 'Links', body: '', state: 'open', isDraft: false, author: person, createdAt: at },
    ...{
      base: { ref: 'main', sha: '' },
      head: { label: '', sha: '' },
      files: [],
      checks: [],
    },
    ...{ timeline, threads },
  };
  const repositories = [{ id: 5, owner: 'ferris', name: 'news', pulls: [pull] }];
  return describeEnd({ repositories, unimplemented: [] }, key);
}

test('an answer about the items of the moment may differ, but not be missing', () => {
  const question = ask('/copydesk section?');
  const early = endOf([question, reply(question, 'One item seems to belong there.')]);
  const late = endOf([question, reply(question, 'Two items seem to belong there.')]);
  expect(compareEnds(early, late)).toEqual([]);
  expect(compareEnds(early, endOf([question]))).toHaveLength(1);
});

test('of two same commands one answered twice and one not at all does not pass for two answers', () => {
  const [one, other] = [ask('/copydesk help'), ask('/copydesk help')];
  const calm = endOf([one, other, reply(one, 'Help'), reply(other, 'Help')]);
  const rough = endOf([one, other, reply(one, 'Help'), reply(one, 'Help')]);
  expect(compareEnds(calm, rough)).toHaveLength(1);
  expect(findTwice(rough)).toEqual([expect.stringMatching(/^ferris\/news#Links: TWICE reply to /)]);
});

test('a slip that was mended before anybody saw it leaves no trace, one that was said does neither', () => {
  const said = endOf([comment(bot, sign('**All clear.** Thank you!', { kind: 'summary' }))], [findingAt(3, 'A', true)]);
  expect(compareEnds(endOf([]), said)).toEqual([]);
  expect(compareEnds(endOf([], [findingAt(3, 'A')]), endOf([], [findingAt(4, 'A')]))).toHaveLength(1);
});

test('what was said twice shows even where it was hidden again', () => {
  expect(findTwice(endOf([], [findingAt(3, 'A'), findingAt(3, 'A', true)]))).toEqual([
    'ferris/news#Links: TWICE finding abc',
  ]);
  expect(findTwice(endOf([checked('aaa'), checked('bbb')]))).toEqual([]);
  expect(findTwice(endOf([checked('aaa'), checked('aaa')]))).toEqual([
    'ferris/news#Links: TWICE check Copydesk of aaa',
  ]);
});
