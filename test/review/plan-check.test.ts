import { describe, expect, test } from '@jest/globals';
import { findOwnCheck, planCheck } from '../../src/review/plan-check.ts';
import type { Annotation, CheckContent, CheckPlan, EarlierCheck } from '../../src/review/review-plan.ts';

const annotation = (line: number): Annotation => ({
  path: 'draft/a.md',
  startLine: line,
  endLine: line,
  level: 'failure',
  title: 'item-bullet (error)',
  message: 'The bullet is wrong.',
});

/** What a check says with so many annotations. */
function say(title: string, annotations: number): CheckContent {
  const list = Array.from({ length: annotations }, (_, index) => annotation(index + 1));
  return { conclusion: 'failure', title, summary: title, annotations: list };
}

/** What a check says with annotations on these lines. */
const sayAt = (...lines: readonly number[]): CheckContent => ({ ...say('a', 0), annotations: lines.map(annotation) });

function plan(content: CheckContent, earlier?: EarlierCheck): CheckPlan {
  const planned = planCheck(content, 7, earlier);
  if (planned === undefined) throw new Error('nothing planned');
  return planned;
}

/** The check run after the first so many requests of a plan, all of them where undefined. */
function carryOut({ requests, externalId }: CheckPlan, count = requests.length): EarlierCheck {
  const id = requests[count - 1]?.externalId ?? externalId;
  return { checkRunId: 11, externalId: id, isCompleted: count === requests.length };
}

const tell = (content: CheckContent, earlier?: EarlierCheck): string => {
  const planned = planCheck(content, 7, earlier);
  if (planned === undefined) return 'nothing';
  const target = planned.checkRunId === undefined ? 'new' : `update ${planned.checkRunId}`;
  return `${target}, adds ${planned.requests.map(({ annotations }) => annotations.length).join(' + ')}`;
};

describe('one check run for each head commit', () => {
  test.each([
    ['nothing was said', undefined, say('a', 2), 'new, adds 2'],
    ['the same was said', carryOut(plan(say('a', 2))), say('a', 2), 'nothing'],
    ['something else was said, of the same lines', carryOut(plan(say('b', 2))), say('a', 2), 'update 11, adds 0'],
    ['it was clean', carryOut(plan(say('b', 0))), say('a', 120), 'update 11, adds 50 + 50 + 20'],
    ['there are more lines now', carryOut(plan(say('b', 2))), say('a', 60), 'update 11, adds 50 + 8'],
    ['there are fewer lines now, and GitHub takes none away', carryOut(plan(say('b', 2))), say('a', 1), 'new, adds 1'],
    ['there is one more among them', carryOut(plan(sayAt(1, 3))), sayAt(1, 2, 3), 'update 11, adds 1'],
    ['one is another now', carryOut(plan(sayAt(1, 3))), sayAt(1, 2), 'new, adds 2'],
    ['there are more than can be told apart', carryOut(plan(say('b', 30))), say('a', 31), 'update 11, adds 1'],
    ['somebody reset it', { ...carryOut(plan(say('a', 2))), isCompleted: false }, say('a', 2), 'update 11, adds 0'],
    ['it broke off half way', carryOut(plan(say('a', 120)), 2), say('a', 120), 'update 11, adds 20'],
    [
      'GitHub gives it no number',
      { ...carryOut(plan(say('b', 2))), checkRunId: undefined },
      say('a', 2),
      'new, adds 2',
    ],
    ['it is a foreign one', { checkRunId: 11, externalId: 'x', isCompleted: true }, say('a', 2), 'new, adds 2'],
  ])('%s', (_, earlier, content, expected) => {
    expect(tell(content, earlier)).toBe(expected);
  });

  test('the last request leaves the id by which a repeat finds it', () => {
    const { requests, externalId } = plan(say('a', 120));
    expect(requests.map((request) => request.externalId).at(-1)).toBe(externalId);
    expect(new Set(requests.map((request) => request.externalId)).size).toBe(3);
    expect(plan(say('a', 24)).externalId.length).toBeLessThanOrEqual(255);
  });
});

test('another pull request with the same head commit has its own check run', () => {
  const foreign = carryOut({ ...plan(say('a', 0)), externalId: 'x', requests: [] }, 0);
  const own = carryOut(plan(say('a', 0)));
  const other = { ...own, externalId: own.externalId.replace('7:', '8:') };
  expect(findOwnCheck([foreign, other, own], 7)).toBe(own);
  expect(findOwnCheck([foreign, other], 7)).toBeUndefined();
});
