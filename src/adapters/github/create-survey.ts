import { createHash } from 'node:crypto';
import type { RepositoryRef } from '../../ports.ts';
import type { Installed, Survey } from '../../ports/survey.ts';
import { Latest } from '../../shared/latest.ts';
import { ApiTrouble } from './api-trouble.ts';
import { type AppClient, createAppClient } from './app-client.ts';
import type { ClientOf } from './installation-clients.ts';
import type { ClientOptions } from './installation-client.ts';
import { listInstallations, listRepositories } from './list-repositories.ts';
import { redeliverFailed, type RedeliveryMemory } from './redeliver-failed.ts';
import { readThreads } from './read-threads.ts';
import { toOutcome } from './to-outcome.ts';

/** Of so many webhooks it is remembered how often they were asked for again. */
const KNOWN_DELIVERIES = 1000;

/** The app's own look at GitHub: installations and deliveries with its key, the rest as the installations. */
export function createSurvey(options: ClientOptions, clientOf: ClientOf): Survey {
  let made: AppClient | undefined;
  // A workflow has no key of the app, and asks nothing for which it would be needed.
  const app = (): AppClient => (made ??= createAppClient(options));
  const memory: RedeliveryMemory = { readUntil: undefined, tries: new Latest(KNOWN_DELIVERIES) };
  return {
    listRepositories: () => toOutcome(async () => listInstalled(clientOf, await listInstallations(app()))),
    readStamp: (repository) => toOutcome(() => readStamp(clientOf, repository)),
    readThreads: (repository) => toOutcome(() => readThreads(clientOf(repository), repository, options)),
    redeliverFailed: () => toOutcome(() => redeliverFailed(app(), memory, options.clock.now())),
  };
}

/** What GitHub refuses one installation (an owner's list of addresses, a limit that is used up) keeps nobody from the others. */
async function listInstalled(clientOf: ClientOf, installations: readonly number[]): Promise<Installed> {
  const repositories: RepositoryRef[] = [];
  const refused: Installed['refused'][number][] = [];
  for (const installationId of installations) {
    const found = await toOutcome(() => listRepositories(clientOf({ installationId }), installationId));
    if (found.ok) repositories.push(...found.value);
    else if (found.trouble.kind === 'unavailable') throw new ApiTrouble(found.trouble);
    else refused.push({ installationId, trouble: found.trouble });
  }
  return { repositories, refused };
}

/** The open pull requests that changed last, and the last comments: GitHub answers 304 while they stay the same, and counts nothing. */
async function readStamp(clientOf: ClientOf, { owner, repository: repo, ...rest }: RepositoryRef): Promise<string> {
  const client = clientOf(rest);
  const latest = { owner, repo, direction: 'desc', per_page: 5 };
  const pulls = await client.get('GET /repos/{owner}/{repo}/pulls', { ...latest, state: 'open', sort: 'updated' });
  const comments = await client.get('GET /repos/{owner}/{repo}/issues/comments', { ...latest, sort: 'created' });
  return createHash('sha256')
    .update(JSON.stringify([pulls, comments]))
    .digest('hex');
}
