import { describe, expect, test } from '@jest/globals';
import { readChecks } from '../../../src/adapters/github/read-checks.ts';
import { createStubClient } from '../../support/stub-client.ts';

const ref = { installationId: 1, owner: 'ferris', repository: 'news', number: 7 };
const head = 'a'.repeat(40);

const commit = (...checkRuns: readonly object[]) => ({
  oid: head,
  checkSuites: {
    nodes: [
      { checkRuns: { nodes: checkRuns.map((run) => ({ externalId: '', status: 'COMPLETED', ...NUMBERED, ...run })) } },
    ],
  },
});
const NUMBERED: { databaseId: number; startedAt: string | null } = { databaseId: 1, startedAt: null };

/** The ids of the check runs that are read; the head is asked for by itself where the pull request does not lead to it. */
async function read(node: { headRefOid: string; commits: { nodes: ReturnType<typeof toNode>[] } }, object: unknown) {
  const asked: string[] = [];
  const client = createStubClient({
    query: (document) => {
      asked.push(/query \w+/.exec(document)?.[0] ?? '');
      return Promise.resolve({ repository: { object } });
    },
  });
  const checks = await readChecks(client, ref, { node, appId: 7 });
  return [...asked, ...checks.map(({ externalId }) => externalId)];
}

const toNode = (one: ReturnType<typeof commit>) => ({ commit: one });

describe('check runs of the head', () => {
  test.each([
    ['by number', { databaseId: 5, externalId: 'old' }, { databaseId: 50_000_000_000, externalId: 'new' }],
    [
      'by time, where GitHub gives no numbers',
      { databaseId: null, startedAt: '2026-03-02T09:00:00Z', externalId: 'old' },
      { databaseId: null, startedAt: '2026-03-02T09:00:01Z', externalId: 'new' },
    ],
  ])('the newest first, %s', async (_, old, young) => {
    for (const nodes of [[commit(old, young)], [commit(young, old)]])
      expect(await read({ headRefOid: head, commits: { nodes: nodes.map(toNode) } }, undefined)).toEqual([
        'new',
        'old',
      ]);
  });

  test('of a pull request without a commit of its own, asked for by the head', async () => {
    const empty = { headRefOid: head, commits: { nodes: [] } };
    expect(await read(empty, commit({ externalId: 'said' }))).toEqual(['query ReadCommitChecks', 'said']);
    expect(await read(empty, null)).toEqual(['query ReadCommitChecks']);
  });
});
