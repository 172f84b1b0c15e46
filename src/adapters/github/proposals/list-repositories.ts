import { createAppAuth } from '@octokit/auth-app';
import { RequestError } from '@octokit/request-error';
import { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type { RepositoryRef } from '../../../ports.ts';
import { ApiTrouble } from '../api-trouble.ts';
import type { ClientOptions } from '../installation-client.ts';
import type { ClientOf } from '../installation-clients.ts';
import { silentLog } from '../silent-log.ts';
import { toTrouble } from '../to-trouble.ts';

const PAGE = 100;

const installationsSchema = z.array(z.object({ id: z.number(), suspended_at: z.string().nullish() }));
const repositoriesSchema = z.object({
  repositories: z.array(
    z.object({ name: z.string(), owner: z.object({ login: z.string() }), archived: z.boolean().default(false) }),
  ),
});

/** Every repository that the app is installed in and that can be written to. */
export async function listRepositories(options: ClientOptions, clientOf: ClientOf): Promise<readonly RepositoryRef[]> {
  const repositories: RepositoryRef[] = [];
  for (const { id, suspended_at: suspendedAt } of await listInstallations(options)) {
    if (typeof suspendedAt === 'string') continue;
    const client = clientOf({ installationId: id });
    for (let page = 1; ; page += 1) {
      const reply = await client.get('GET /installation/repositories', { per_page: PAGE, page });
      const found = repositoriesSchema.parse(reply).repositories;
      for (const { name, owner, archived } of found) {
        if (!archived) repositories.push({ installationId: id, owner: owner.login, repository: name });
      }
      if (found.length < PAGE) break;
    }
  }
  return repositories;
}

async function listInstallations({ appId, privateKey, apiUrl, userAgent, fetch, clock }: ClientOptions) {
  const auth = { appId, privateKey };
  const octokit = new Octokit({
    authStrategy: createAppAuth,
    auth,
    baseUrl: apiUrl,
    userAgent,
    log: silentLog,
    request: { fetch },
  });
  const installations: z.infer<typeof installationsSchema> = [];
  try {
    for (let page = 1; ; page += 1) {
      const reply: { data: unknown } = await octokit.request('GET /app/installations', { per_page: PAGE, page });
      const found = installationsSchema.parse(reply.data);
      installations.push(...found);
      if (found.length < PAGE) return installations;
    }
  } catch (error) {
    const trouble = error instanceof RequestError ? toTrouble(error, { isWrite: false, now: clock.now() }) : undefined;
    if (trouble === undefined) throw error;
    throw new ApiTrouble(trouble, error);
  }
}
