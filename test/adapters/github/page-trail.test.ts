import { describe, expect, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import type { InstallationClient } from '../../../src/adapters/github/installation-client.ts';
import { listInstallations, listRepositories } from '../../../src/adapters/github/list-repositories.ts';
import { findOwnPull } from '../../../src/adapters/github/proposals/find-own-pull.ts';
import { COMMENTS_QUERY, commentsPageSchema } from '../../../src/adapters/github/pull-request-query.ts';
import { readPages } from '../../../src/adapters/github/read-pages.ts';
import { readThreads } from '../../../src/adapters/github/read-threads.ts';
import { readMerged } from '../../../src/adapters/github/sections/read-merged.ts';
import { readRfcs } from '../../../src/adapters/github/sections/read-rfcs.ts';
import { defaultUpdates } from '../../../src/config/default-updates.ts';

const place = { installationId: 1, owner: 'ferris', repository: 'news', number: 7 };
const window = { from: '2026-03-01T00:00:00Z', until: '2026-03-08T00:00:00Z' };

/** A GitHub that gives one page, whatever is asked. Whoever asks a thousand times more would ask for ever. */
function createStuckClient(answer: unknown): InstallationClient {
  let asked = 0;
  const reply = (): Promise<unknown> => {
    asked += 1;
    return asked > 1100 ? Promise.reject(new Error('asked for ever')) : Promise.resolve(answer);
  };
  const refuse = () => Promise.reject(new Error('not to be asked'));
  return { get: reply, query: reply, send: refuse, mutate: refuse, readPermissions: refuse };
}

type PageInfo = { readonly hasNextPage: boolean; readonly endCursor: string | null };

const READINGS: Readonly<Record<string, (pageInfo: PageInfo) => Promise<unknown>>> = {
  'the comments of a pull request': (pageInfo) => {
    const page = { pageInfo, nodes: [] };
    const client = createStuckClient({ repository: { pullRequest: { page } } });
    return readPages(client, place, { first: page, query: COMMENTS_QUERY, schema: commentsPageSchema });
  },
  'pull requests whose branch has the name of ours': (pageInfo) => {
    const first = { pageInfo, nodes: [] };
    return findOwnPull(createStuckClient({ repository: { pulls: first } }), place, { branch: 'ours', first });
  },
  'open pull requests': (pageInfo) =>
    readThreads(createStuckClient({ repository: { pullRequests: { pageInfo, nodes: [] } } }), place, { appId: 7 }),
  'merged pull requests': (pageInfo) => {
    const { query } = createStuckClient({ search: { issueCount: 200, pageInfo, nodes: [] } });
    return readMerged(query, defaultUpdates, { window, counted: { from: '2026-03-01', until: '2026-03-08' } });
  },
  'new proposals': (pageInfo) => {
    const pullRequests = { pageInfo, nodes: [] };
    const { query } = createStuckClient({ opened: { nameWithOwner: 'ferris/rfcs', pullRequests } });
    const config = { repository: 'ferris/rfcs', heading: '', intro: '', none: '' };
    return readRfcs(query, { approved: undefined, opened: { config, window } });
  },
};

describe('a list of GitHub that does not come to its end is trouble of GitHub', () => {
  test.each(Object.entries(READINGS))('%s', async (_, read) => {
    for (const endCursor of [null, 'the same']) {
      const trouble = await read({ hasNextPage: true, endCursor }).catch((error: unknown) => error);
      expect(trouble).toBeInstanceOf(ApiTrouble);
      expect(trouble).toMatchObject({ trouble: { kind: 'unavailable' } });
    }
  });

  test('the installations of the app, by addresses', async () => {
    const get = () => Promise.resolve({ data: [], next: 'https://github.test/app/installations?page=2' });
    const listing = listInstallations({ get, post: () => Promise.resolve() });
    await expect(listing).rejects.toMatchObject({ trouble: { kind: 'unavailable' } });
  });

  test('the repositories of an installation, by numbers', async () => {
    const repositories = Array.from({ length: 100 }, () => ({ name: 'news', owner: { login: 'ferris' } }));
    const listing = listRepositories(createStuckClient({ repositories }), 1);
    await expect(listing).rejects.toMatchObject({ trouble: { kind: 'unavailable' } });
  });
});
