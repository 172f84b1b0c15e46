import { z } from 'zod';
import type { RepositoryRef } from '../../ports.ts';
import type { AppClient } from './app-client.ts';
import type { InstallationClient } from './installation-client.ts';
import { createPageTrail, readNumberedPages } from './page-trail.ts';

const installationsSchema = z.array(z.object({ id: z.number(), suspended_at: z.string().nullish() }));
const repositoriesSchema = z.object({
  repositories: z.array(
    z.object({ name: z.string(), owner: z.object({ login: z.string() }), archived: z.boolean().optional() }),
  ),
});

const PAGE = 100;

/** The installations that are not suspended. */
export async function listInstallations(client: AppClient): Promise<readonly number[]> {
  const ids: number[] = [];
  const goOn = createPageTrail<string>();
  let next: string | undefined = `GET /app/installations?per_page=${PAGE}`;
  while (next !== undefined) {
    const answer: Awaited<ReturnType<AppClient['get']>> = await client.get(next);
    const found = installationsSchema.parse(answer.data);
    ids.push(...found.filter(({ suspended_at }) => typeof suspended_at !== 'string').map(({ id }) => id));
    next = answer.next === undefined ? undefined : `GET ${goOn(answer.next)}`;
  }
  return ids;
}

/** The repositories of one installation in which anybody can still write. */
export async function listRepositories(
  client: InstallationClient,
  installationId: number,
): Promise<readonly RepositoryRef[]> {
  const found = await readNumberedPages(PAGE, async (page) => {
    const reply = await client.get('GET /installation/repositories', { per_page: PAGE, page });
    return repositoriesSchema.parse(reply).repositories;
  });
  return found
    .filter(({ archived }) => archived !== true)
    .map(({ name, owner }) => ({ installationId, owner: owner.login, repository: name }));
}
