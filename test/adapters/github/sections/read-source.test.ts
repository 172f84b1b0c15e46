// One source that cannot be had leaves its section alone; trouble with GitHub as a whole leaves none.
import { expect, test } from '@jest/globals';
import { GraphqlResponseError } from '@octokit/graphql';
import { ApiTrouble } from '../../../../src/adapters/github/api-trouble.ts';
import { readRfcs } from '../../../../src/adapters/github/sections/read-rfcs.ts';
import { readSource } from '../../../../src/adapters/github/sections/read-source.ts';
import { toTrouble } from '../../../../src/adapters/github/to-trouble.ts';

const now = new Date('2026-03-03T18:05:00Z');

/** What GitHub's answer to a question is for us. */
function toError(error: Readonly<Record<string, string>>): Error {
  const response = { data: {}, errors: [error] } as unknown as ConstructorParameters<typeof GraphqlResponseError>[2]; // wider than GitHub's
  const cause = new GraphqlResponseError({ method: 'POST', url: '/graphql' }, {}, response);
  const trouble = toTrouble(cause, { isWrite: false, now });
  return trouble === undefined ? cause : new ApiTrouble(trouble, cause);
}

/** What comes of it for a source. */
function read(error: Readonly<Record<string, string>>): Promise<string> {
  return readSource(
    'the merged pull requests',
    (gap) => gap,
    () => Promise.reject(toError(error)),
  ).catch((caught: unknown) => (caught instanceof ApiTrouble ? caught.trouble.kind : String(caught)));
}

test.each([
  [
    { type: 'NOT_FOUND', message: 'Could not resolve to a Repository' },
    'GitHub does not give the merged pull requests: check that the repositories in the configuration exist.',
  ],
  [
    { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' },
    'GitHub refuses to give the merged pull requests: fill this section by hand.',
  ],
  [{ message: 'Something went wrong while executing your query.' }, 'unavailable'],
  [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }, 'limited'],
])('%j → %s', async (error, end) => {
  expect(await read(error)).toBe(end);
});

test('a token that GitHub does not know is no gap of one source', async () => {
  const refused = (): Promise<string> => Promise.reject(new ApiTrouble({ kind: 'refused', reason: 'Bad credentials' }));
  await expect(readSource('them', (gap) => gap, refused)).rejects.toThrow('refused');
});

test('of two lists that are asked for at once the one that is too much does not keep the other away', async () => {
  const window = { from: '2026-02-24T18:00:00Z', until: '2026-03-03T18:00:00Z' };
  const repository = 'crabs/proposals';
  const config = { repository, heading: '', intro: '', none: '', folder: 'text' };
  const opened = { number: 1, title: 'Walk', url: 'https://a.test/1', createdAt: '2026-03-01T00:00:00Z' };
  const pullRequests = { pageInfo: { hasNextPage: false }, nodes: [opened] };
  const query = (document: string): Promise<unknown> =>
    document.includes('history(')
      ? Promise.reject(
          toError({ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' }),
        )
      : Promise.resolve({ opened: { nameWithOwner: repository, pullRequests } });
  const { approvedRfcs, newRfcs } = await readRfcs(query, {
    approved: { config, window },
    opened: { config, window },
  });
  expect(approvedRfcs?.gap).toContain('GitHub refuses to give the approved proposals');
  expect(newRfcs).toMatchObject({ items: [opened], gap: undefined });
});
