import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { z } from 'zod';
import { RequestError } from '@octokit/request-error';
import { silentLog } from './silent-log.ts';
import type { AppKey, ConnectionOptions } from './installation-client.ts';

/** What GitHub thinks of the app's number and key; `unknown` where it could not be asked. */
export type CredentialsVerdict =
  | { readonly kind: 'accepted'; readonly slug: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown'; readonly reason: string };

const TIMEOUT = 5000;

const appSchema = z.object({ slug: z.string() });

/** Asks GitHub once who the app is, so that a wrong key is told at the start and not by reviews that never come. */
export async function checkCredentials({
  auth,
  apiUrl,
  userAgent,
  fetch,
}: Pick<ConnectionOptions, 'apiUrl' | 'userAgent' | 'fetch'> & { readonly auth: AppKey }): Promise<CredentialsVerdict> {
  const octokit = new Octokit({
    authStrategy: createAppAuth,
    auth,
    baseUrl: apiUrl,
    userAgent,
    log: silentLog,
    request: { fetch },
  });
  try {
    const { data } = await octokit.request('GET /app', { request: { signal: AbortSignal.timeout(TIMEOUT) } });
    return { kind: 'accepted', slug: appSchema.parse(data).slug };
  } catch (error) {
    const isRefused = error instanceof RequestError && (error.status === 401 || error.status === 404);
    // A key that cannot even sign is as wrong as one that GitHub does not know.
    const isUseless = !(error instanceof RequestError) && !(error instanceof z.ZodError);
    if (isRefused || isUseless) return { kind: 'refused' };
    return { kind: 'unknown', reason: error.message };
  }
}
