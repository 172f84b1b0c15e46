import type { RepositoryRef } from '../../ports.ts';
import { createEtagCache } from './etag-cache.ts';
import { type ConnectionOptions, createInstallationClient, type InstallationClient } from './installation-client.ts';

/** The client of a repository's installation; all who speak to one share it, as they share its limits. */
export type ClientOf = (repository: Pick<RepositoryRef, 'installationId'>) => InstallationClient;

/** Makes each installation's client once. */
export function createInstallationClients(options: ConnectionOptions): ClientOf {
  const clients = new Map<number, InstallationClient>();
  const answers = createEtagCache();
  return ({ installationId }) => {
    const client = clients.get(installationId) ?? createInstallationClient(options, installationId, answers);
    clients.set(installationId, client);
    return client;
  };
}
