import { z } from 'zod';
import type { Permission, RepositoryRef } from '../../ports.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { InstallationClient } from './installation-client.ts';

const permissionSchema = z.object({ permission: z.string() });

/**
 * What an author may do in the repository, as GitHub says now. `unknown` where GitHub does not know the account as a
 * person (apps, deleted accounts) or will not say.
 */
export async function readPermission(
  client: InstallationClient,
  { owner, repository }: RepositoryRef,
  author: { readonly __typename: string; readonly login: string } | null,
): Promise<Permission> {
  if (author === null || author.__typename === 'Bot') return 'unknown';
  try {
    const answer = await client.get('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
      owner,
      repo: repository,
      username: author.login,
    });
    return ['admin', 'write'].includes(permissionSchema.parse(answer).permission) ? 'write' : 'read';
  } catch (error) {
    // Whatever is odd about one account must not keep the others from their review.
    const isDenied = error instanceof ApiTrouble && ['absent', 'not-permitted', 'refused'].includes(error.trouble.kind);
    if (isDenied) return 'unknown';
    throw error;
  }
}
