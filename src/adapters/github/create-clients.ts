import type { RepositoryRef } from '../../ports.ts';
import { type ClientOptions, createInstallationClient, type InstallationClient } from './installation-client.ts';

export type ClientOf = (repository: Pick<RepositoryRef, 'installationId'>) => InstallationClient;

/** One client for each installation, made when it is first needed: it knows its token, its limits and what it read. */
export function createClients(options: ClientOptions): ClientOf {
  const clients = new Map<number, InstallationClient>();
  return ({ installationId }) => {
    const client = clients.get(installationId) ?? createInstallationClient(options, installationId);
    clients.set(installationId, client);
    return client;
  };
}
