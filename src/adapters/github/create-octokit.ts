import { Octokit } from '@octokit/rest';
import { boundAnswer } from './bound-answer.ts';
import type { ConnectionOptions } from './installation-client.ts';
import { silentLog } from './silent-log.ts';

const REQUEST_TIMEOUT = 30_000;

/**
 * Octokit without its plugins for retries and throttling: they repeat writes, and hold up all installations for one.
 * @param login how it proves who it is
 */
export function createOctokit(
  { apiUrl, userAgent, fetch }: Pick<ConnectionOptions, 'apiUrl' | 'userAgent' | 'fetch'>,
  login: Pick<NonNullable<ConstructorParameters<typeof Octokit>[0]>, 'auth' | 'authStrategy'>,
): Octokit {
  return new Octokit({
    ...login,
    baseUrl: apiUrl,
    userAgent,
    log: silentLog,
    request: {
      fetch: async (url: string, init?: RequestInit) =>
        boundAnswer(await fetch(url, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT) })),
    },
  });
}
