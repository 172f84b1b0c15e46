// What GitHub refuses because somebody was faster is planned anew; what it will refuse again is told.
import { expect, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import type { InstallationClient } from '../../../src/adapters/github/installation-client.ts';
import { publishProposal } from '../../../src/adapters/github/proposals/publish-proposal.ts';
import type { ProposalPlan } from '../../../src/proposals/plan-proposal.ts';
import { toCommitSha } from '../../../src/shared/brand.ts';

const REF = { installationId: 1, owner: 'ferris', repository: 'news' };

const PLAN: ProposalPlan = {
  branch: 'fill',
  start: toCommitSha('a'.repeat(40)),
  commit: undefined,
  pull: { kind: 'open', title: 'Fill', body: '' },
};

/** Publishes where GitHub answers one route with a 422 in these words. */
async function publish(refused: string, words: string): Promise<string> {
  const send = (route: string): Promise<unknown> => {
    const reason = `POST ${route}: ${words}`;
    return route.endsWith(refused) ? Promise.reject(new ApiTrouble({ kind: 'refused', reason })) : Promise.resolve({});
  };
  const idle = (): Promise<never> => Promise.reject(new Error('not asked for'));
  const client: InstallationClient = { send, get: idle, query: idle, mutate: idle, readPermissions: idle };
  return publishProposal(client, REF, PLAN, 'main').catch((error: unknown) =>
    error instanceof ApiTrouble ? error.trouble.kind : String(error),
  );
}

const asDetail = (detail: object): string =>
  `Validation Failed: ${JSON.stringify({ resource: 'PullRequest', ...detail })}`;

test.each([
  ['/git/refs', 'Reference already exists', 'moved'],
  ['/git/refs', 'Reference update failed', 'refused'],
  ['/git/refs', 'Repository rule violations found\n\nCannot create ref due to creations being restricted.', 'refused'],
  ['/pulls', asDetail({ code: 'custom', message: 'A pull request already exists for ferris:fill.' }), 'moved'],
  ['/pulls', asDetail({ code: 'custom', message: 'No commits between main and fill' }), 'moved'],
  ['/pulls', asDetail({ code: 'invalid', field: 'head' }), 'moved'],
  ['/pulls', asDetail({ code: 'custom', field: 'title', message: 'title is too long' }), 'refused'],
  ['nothing', '', 'published'],
])('refused at %s: %s → %s', async (route, words, end) => {
  expect(await publish(route, words)).toBe(end);
});
