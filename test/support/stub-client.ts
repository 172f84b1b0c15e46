import type { InstallationClient } from '../../src/adapters/github/installation-client.ts';

/** A client that answers like this, and rejects whatever else it is asked. */
export function createStubClient(answers: Partial<InstallationClient>): InstallationClient {
  const never = (): Promise<never> => Promise.reject(new Error('nothing else is asked'));
  return { get: never, query: never, send: never, mutate: never, readPermissions: never, ...answers };
}
