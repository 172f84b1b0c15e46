import { createAppAuth } from '@octokit/auth-app';
import { ApiTrouble } from './api-trouble.ts';
import { createOctokit } from './create-octokit.ts';
import type { ConnectionOptions } from './installation-client.ts';
import { toTrouble } from './to-trouble.ts';

/** Requests in the name of the app itself. Each rejects with an `ApiTrouble` where GitHub fails or refuses. */
export interface AppClient {
  /** The answer, and whether GitHub has more after it; `route` may be an address that GitHub gave as the next page. */
  readonly get: (route: string) => Promise<{ readonly data: unknown; readonly next: string | undefined }>;
  /** Sent once. */
  readonly post: (route: string, parameters: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** Signs with the app's key; throws where there is none. */
export function createAppClient({ auth, clock, ...rest }: ConnectionOptions): AppClient {
  if (auth.kind !== 'app') throw new Error('a token cannot ask in the name of the app');
  const octokit = createOctokit(rest, { authStrategy: createAppAuth, auth });
  async function attempt<T>(isWrite: boolean, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      const trouble = toTrouble(error, { isWrite, now: clock.now() });
      throw trouble === undefined || error instanceof ApiTrouble ? error : new ApiTrouble(trouble, error);
    }
  }
  return {
    get: (route) =>
      attempt(false, async () => {
        const reply: { readonly data: unknown; readonly headers: { readonly link?: string } } = await octokit.request(
          route,
          { request: { parseSuccessResponseBody: false } },
        );
        const next = /<([^>]+)>; rel="next"/.exec(reply.headers.link ?? '')?.[1];
        return { data: await readExactly(reply.data), next };
      }),
    post: (route, parameters) =>
      attempt(true, async () => {
        await octokit.request(route, parameters);
      }),
  };
}

/** What an answer holds. A connection that breaks shows only here, for what it brings is read as it comes. */
async function readExactly(data: unknown): Promise<unknown> {
  try {
    return parseExactly(await readText(data));
  } catch (error) {
    throw new ApiTrouble({ kind: 'unavailable', reason: 'the answer was cut off' }, error);
  }
}

async function readText(data: unknown): Promise<string> {
  if (data instanceof ReadableStream) return new Response(data).text();
  return typeof data === 'string' ? data : JSON.stringify(data);
}

/** Ids of deliveries have more digits than a number of JavaScript keeps: those become texts. */
function parseExactly(text: string): unknown {
  return JSON.parse(text.replaceAll(/("id"\s*:\s*)(\d{15,})/g, '$1"$2"'));
}
