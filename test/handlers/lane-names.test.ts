import { expect, test } from '@jest/globals';
import { planWork } from '../../src/app.ts';
import { planLook } from '../../src/handlers/reconcile.ts';

const [head, after] = ['1'.repeat(40), '2'.repeat(40)];

/** The lanes of all that may be asked for, as an installation tells it. */
function listLanes(installationId: number): readonly string[] {
  const source = {
    installation: { id: installationId },
    repository: { name: 'News', owner: { login: 'Ferris' }, default_branch: 'main' },
    sender: { login: 'ada', type: 'User' },
  };
  const user = { login: 'ada', type: 'User' };
  const comment = { node_id: 'c', body: '/copydesk fill', user };
  const events: readonly (readonly [string, object])[] = [
    ['pull_request', { action: 'opened', number: 7 }],
    ['issue_comment', { action: 'created', issue: { number: 7, node_id: 'i', pull_request: {} }, comment }],
    ['check_suite', { action: 'rerequested', check_suite: { head_sha: head, pull_requests: [] } }],
    ['push', { ref: 'refs/heads/main', after, forced: true }],
    ['push', { ref: 'refs/heads/main', after, commits: [{ added: ['draft/a.md'] }] }],
  ];
  const cause = { delivery: 'd', event: 'schedule' };
  const look = planLook({ installationId, owner: 'Ferris', repository: 'News' }, cause);
  return [...events.flatMap(([name, fields]) => planWork(name, { ...source, ...fields }, 'd')), look].map(
    ({ lane }) => lane,
  );
}

test('a name that was given up and taken over shares no lane with what it named before', () => {
  const [former, now] = [listLanes(1), listLanes(2)];
  expect(former.length).toBeGreaterThanOrEqual(6);
  expect(now).toHaveLength(former.length);
  expect(now.filter((lane) => former.includes(lane))).toEqual([]);
});
