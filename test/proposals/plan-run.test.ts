import { expect, test } from '@jest/globals';
import { findStandStill, type RunFacts } from '../../src/proposals/plan-run.ts';
import type { ProposalMemory, StandingProposal } from '../../src/proposals/proposal-facts.ts';
import { toCommitSha, toDay, toRepositoryPath } from '../../src/shared/brand.ts';

const [BEFORE, SINCE, AFTER] = ['2026-03-03T17:59:59.999Z', '2026-03-03T18:00:00.000Z', '2026-03-03T18:01:00.000Z'];

const task = (number: number, isTicked: boolean): string =>
  `- [${isTicked ? 'x' : ' '}] [r ${number}](https://redirect.github.com/o/r/pull/${number}) words`;

const memory: ProposalMemory = {
  issue: '2026-03-04',
  until: SINCE,
  spans: new Map(),
  generated: new Map([['updates', '* [one](https://github.com/o/r/pull/1)']]),
  ticks: {
    automatic: new Set(['https://redirect.github.com/o/r/pull/1']),
    people: new Map([['https://redirect.github.com/o/r/pull/2', false]]),
    out: new Set(),
  },
  written: undefined,
  conflicts: new Map(),
};

/** A draft that is due by the schedule, filled in time, in an open proposal with tasks that were written so. */
const facts: RunFacts = {
  wish: 'schedule',
  draft: {
    path: toRepositoryPath('draft/a.md'),
    date: toDay('2026-03-04') ?? never(),
    text: '',
    head: toCommitSha('1'),
  },
  due: { kind: 'due', since: new Date(SINCE) },
  proposal: propose('open'),
  memory,
};

function never(): never {
  throw new Error('a real day');
}

function propose(state: StandingProposal['state'], body = `${task(1, true)}\n${task(2, false)}`): StandingProposal {
  return { number: 1, state, body };
}

test.each<[what: string, change: Partial<RunFacts>, end: ReturnType<typeof findStandStill> | 'goes on']>([
  ['is filled since it was due', {}, 'up-to-date'],
  ['was filled later still', { memory: { ...memory, until: AFTER } }, 'up-to-date'],
  ['was filled before it was due', { memory: { ...memory, until: BEFORE } }, 'goes on'],
  ['was never filled as a whole', { memory: { ...memory, until: undefined } }, 'goes on'],
  ['has a tick that nobody heeded', { proposal: propose('open', task(2, true)) }, 'goes on'],
  ['has an un-tick that nobody heeded', { proposal: propose('open', task(1, false)) }, 'goes on'],
  [
    'has another tick than was generated, of an earlier version',
    { proposal: propose('open', task(1, false)), memory: { ...memory, ticks: undefined } },
    'goes on',
  ],
  [
    'is ticked as generated, of an earlier version',
    { proposal: propose('open', task(1, true)), memory: { ...memory, ticks: undefined } },
    'up-to-date',
  ],
  [
    'has a tick that was heeded, though it could change nothing',
    {
      proposal: propose('open', task(3, true)),
      memory: {
        ...memory,
        ticks: {
          automatic: new Set(),
          people: new Map([['https://redirect.github.com/o/r/pull/3', true]]),
          out: new Set(),
        },
      },
    },
    'up-to-date',
  ],
  ['has no proposal yet', { proposal: undefined, memory: undefined }, 'goes on'],
  ['has no draft', { draft: undefined }, 'no-draft'],
  ['is not due yet', { due: { kind: 'too-early' } }, 'too-early'],
  ['is frozen', { due: { kind: 'frozen' } }, 'frozen'],
  ['was closed by a person', { proposal: propose('closed') }, 'closed'],
  ['is merged', { proposal: propose('merged') }, 'merged'],
  ['is wanted by a command, whenever', { wish: 'command', due: { kind: 'frozen' } }, 'goes on'],
  ['is wanted by a command, though closed', { wish: 'command', proposal: propose('closed') }, 'goes on'],
  ['is wanted by a command, though merged', { wish: 'command', proposal: propose('merged') }, 'merged'],
  ['is wanted by a command without a draft', { wish: 'command', draft: undefined }, 'no-draft'],
  ['is ticked', { wish: 'tick', due: { kind: 'too-early' } }, 'goes on'],
  ['is ticked, though closed', { wish: 'tick', proposal: propose('closed') }, 'not-open'],
  ['is ticked where there is none', { wish: 'tick', proposal: undefined }, 'not-open'],
])('a week’s proposal that %s', (_, change, end) => {
  expect(findStandStill({ ...facts, ...change }) ?? 'goes on').toBe(end);
});
