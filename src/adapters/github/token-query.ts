import type { Clock } from '../../ports.ts';
import { createInstallationClient } from './installation-client.ts';
import type { Query } from './sections/query.ts';

export interface TokenOptions {
  /** Of the REST API. */
  readonly apiUrl: string;
  readonly token: string;
  readonly clock: Clock;
  readonly userAgent: string;
}

/** Asks GitHub in the name of whoever a token belongs to; repeated where GitHub stumbles. Rejects with an `ApiTrouble`. */
export function createTokenQuery({ token, ...rest }: TokenOptions): Query {
  const auth = { kind: 'token', token, permissions: {} } as const;
  return createInstallationClient({ ...rest, auth, fetch: globalThis.fetch }, 0).query;
}
