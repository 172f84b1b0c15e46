import type { graphql } from '@octokit/graphql';
import { withCustomRequest } from '@octokit/graphql';
import { Octokit } from '@octokit/rest';
import type { Clock } from '../../ports.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { Query } from './sections/query.ts';
import { silentLog } from './silent-log.ts';
import { toTrouble } from './to-trouble.ts';

export interface TokenOptions {
  /** Of the REST API. */
  readonly apiUrl: string;
  readonly token: string;
  readonly clock: Clock;
  readonly userAgent: string;
}

/** Waits before a question is repeated. */
const BACKOFF = [1000, 3000];

const REQUEST_TIMEOUT = 30_000;

/** Asks GitHub in the name of whoever a token belongs to; repeated where GitHub stumbles. */
export function createTokenQuery({ apiUrl, token, clock, userAgent }: TokenOptions): Query {
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent,
    log: silentLog,
    request: {
      fetch: (url: string, init?: RequestInit) => fetch(url, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT) }),
    },
  });
  const send: typeof graphql = withCustomRequest(octokit.request);
  return async (document, variables) => {
    for (const wait of BACKOFF) {
      try {
        return await ask(send, document, { variables, clock });
      } catch (error) {
        if (!(error instanceof ApiTrouble && error.trouble.kind === 'unavailable')) throw error;
        await clock.sleep(wait);
      }
    }
    return ask(send, document, { variables, clock });
  };
}

async function ask(
  send: typeof graphql,
  document: string,
  { variables, clock }: { variables: Parameters<Query>[1]; clock: Clock },
): Promise<unknown> {
  try {
    return await send<unknown>(document, { ...variables });
  } catch (error) {
    const trouble = toTrouble(error, { isWrite: false, now: clock.now() });
    throw trouble === undefined || error instanceof ApiTrouble ? error : new ApiTrouble(trouble, error);
  }
}
