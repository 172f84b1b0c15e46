import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { readCalledIssues } from '../../../src/adapters/github/read-called-issues.ts';
import { loadSchema } from '../../../src/sandbox/graphql/load-schema.ts';
import { createStubClient } from '../../support/stub-client.ts';

/** Asks GitHub for issues of ada/moon, and gets this answer; what was asked is kept. */
async function ask(numbers: readonly number[], answer: unknown) {
  const asked: { document: string; variables: Readonly<Record<string, unknown>> }[] = [];
  const client = createStubClient({
    query: (document, variables) => {
      asked.push({ document, variables });
      return Promise.resolve(answer);
    },
  });
  const issues = await readCalledIssues(
    client,
    numbers.map((number) => ({ owner: 'ada', name: 'moon', number })),
  );
  return { issues, asked };
}

function anAnswer(number: number, change: Readonly<Record<string, unknown>> = {}) {
  return {
    isPrivate: false,
    isArchived: false,
    licenseInfo: { spdxId: 'MIT' },
    contributingGuidelines: { url: null },
    issue: {
      url: `https://github.com/Ada/moon/issues/${number}`,
      state: 'OPEN',
      title: 'Speak',
      labels: { nodes: [{ name: 'E-easy' }, null] },
    },
    ...change,
  };
}

test('one query for all of them, which GitHub’s schema allows', async () => {
  const { issues, asked } = await ask([7, 8], { r0: anAnswer(7), r1: null });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.variables).toEqual({
    ...{ owner0: 'ada', name0: 'moon', number0: 7 },
    ...{ owner1: 'ada', name1: 'moon', number1: 8 },
  });
  expect(validate(loadSchema(), parse(asked[0]?.document ?? ''))).toEqual([]);
  expect(issues).toEqual([
    {
      isOpen: true,
      title: 'Speak',
      labels: ['E-easy'],
      repository: { isArchived: false, licence: 'MIT', hasContributionGuide: true },
    },
    undefined,
  ]);
});

describe('what GitHub says of a project', () => {
  test.each([
    ['no licence', { licenseInfo: null }, { licence: undefined }],
    ['a licence without a name', { licenseInfo: { spdxId: null } }, { licence: 'NOASSERTION' }],
    ['no guide', { contributingGuidelines: null }, { hasContributionGuide: false }],
    ['archived', { isArchived: true }, { isArchived: true }],
  ])('%s', async (_case, change, repository) => {
    const { issues } = await ask([7], { r0: anAnswer(7, change) });
    expect(issues[0]?.repository).toMatchObject(repository);
  });
});

test('an issue that has moved, or is of another GitHub, is not this one', async () => {
  expect((await ask([7], { r0: anAnswer(8) })).issues).toEqual([undefined]);
  expect((await ask([7], { r0: anAnswer(7, { issue: null }) })).issues).toEqual([undefined]);
  expect((await ask([7], { r0: 'nonsense' })).issues).toEqual([undefined]);
});

test('an issue of a private repository, which the app may see and the contributor who links to it may not, is not there', async () => {
  const open = anAnswer(7, { isPrivate: true });
  const closed = { ...open, issue: { ...open.issue, state: 'CLOSED' } };
  expect((await ask([7], { r0: open })).issues).toEqual([undefined]);
  expect((await ask([7], { r0: closed })).issues).toEqual([undefined]);
});

test('nothing is asked for nothing', async () => {
  expect((await ask([], {})).asked).toEqual([]);
});
