import { createHash } from 'node:crypto';
import type { RepositoryRef } from '../../ports.ts';
import type { Survey } from '../../ports/survey.ts';
import { Latest } from '../../shared/latest.ts';
import { type AppClient, createAppClient } from './app-client.ts';
import type { ClientOf } from './installation-clients.ts';
import type { ClientOptions } from './installation-client.ts';
import { listInstallations, listRepositories } from './list-repositories.ts';
import { readOpenPulls } from './read-open-pulls.ts';
import { redeliverFailed, type RedeliveryMemory } from './redeliver-failed.ts';
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
    listRepositories: () =>
      toOutcome(async () => {
        const found: RepositoryRef[] = [];
        for (const installationId of await listInstallations(app())) {
          found.push(...(await listRepositories(clientOf({ installationId }), installationId)));
        }
        return found;
      }),
    readStamp: (repository) => toOutcome(() => readStamp(clientOf, repository)),
    readOpenPulls: (repository) => toOutcome(() => readOpenPulls(clientOf(repository), repository, options)),
    redeliverFailed: () => toOutcome(() => redeliverFailed(app(), memory, options.clock.now())),
  };
}

/** The pull requests that changed last: GitHub answers 304 while they stay the same, and counts nothing. */
async function readStamp(clientOf: ClientOf, repository: RepositoryRef): Promise<string> {
  const parameters = { owner: repository.owner, repo: repository.repository, state: 'open', sort: 'updated' };
  const answer = await clientOf(repository).get('GET /repos/{owner}/{repo}/pulls', {
    ...parameters,
    ...{ direction: 'desc', per_page: 5 },
  });
  return createHash('sha256').update(JSON.stringify(answer)).digest('hex');
}
