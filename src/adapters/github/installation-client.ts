import { createAppAuth } from '@octokit/auth-app';
import { type graphql as Graphql, GraphqlResponseError, withCustomRequest } from '@octokit/graphql';
import { RequestError } from '@octokit/request-error';
import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type { Clock } from '../../ports.ts';
import { parseJson } from '../../shared/parse-json.ts';
import { ApiTrouble } from './api-trouble.ts';
import { createOctokit } from './create-octokit.ts';
import { createEtagCache, type EtagCache } from './etag-cache.ts';
import { getGraphqlErrors } from './graphql-errors.ts';
import { isGraphqlLimit } from './limit-words.ts';
import { InstallationLimiter } from './installation-limiter.ts';
import { isTokenRequest, toTrouble } from './to-trouble.ts';

/** How GitHub is reached, and as whom. */
export interface ConnectionOptions {
  readonly auth: AppKey | GivenToken;
  /** Of the REST API. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly fetch: typeof globalThis.fetch;
}

export interface ClientOptions extends ConnectionOptions {
  /** Whose checks are our own. */
  readonly appId: number;
}

/** The app makes tokens of its own, one for each installation. */
export interface AppKey {
  readonly kind: 'app';
  readonly appId: number;
  readonly privateKey: string;
}

/** A token that somebody else made, and what it may do. */
export interface GivenToken {
  readonly kind: 'token';
  readonly token: string;
  readonly permissions: Readonly<Record<string, string>>;
}

type Parameters = Readonly<Record<string, unknown>>;

/** Requests in the name of one installation. Each rejects with an `ApiTrouble` where GitHub fails or refuses. */
export interface InstallationClient {
  /** A conditional GET, repeated where GitHub stumbles. */
  readonly get: (route: string, parameters: Parameters) => Promise<unknown>;
  /** A GraphQL query, repeated where GitHub stumbles. */
  readonly query: (document: string, variables: Parameters, missing?: MissingThings) => Promise<unknown>;
  /** Sent once: nobody knows what became of a write that got no answer. */
  readonly send: (route: string, parameters: Parameters) => Promise<unknown>;
  /** Sent once, like `send`; returns which of its fields failed while others may have been carried out. */
  readonly mutate: (document: string, variables: Parameters) => Promise<readonly MutationFailure[]>;
  /** What the owner granted: `{ checks: 'write', … }`; known from the token, unless asked for anew. */
  readonly readPermissions: (isFresh?: boolean) => Promise<Readonly<Record<string, string>>>;
}

/** What becomes of a query that names what is not there, or not for us: nothing, or an answer in which that is null. */
type MissingThings = 'refused' | 'null';

export interface MutationFailure {
  /** Of the field in the mutation. */
  readonly alias: string;
  /** GitHub's kind of error, like `FORBIDDEN` or `NOT_FOUND`. */
  readonly type: string | undefined;
  readonly message: string;
}

/** Waits before a read is repeated. */
const BACKOFF = [1000, 3000, 9000];

const authenticationSchema = z.object({ token: z.string().min(1), permissions: z.record(z.string(), z.string()) });

/**
 * Knows its token and what it read before, so make one for each installation and keep it.
 * @param answers may be shared by the clients of several installations
 */
export function createInstallationClient(
  options: ConnectionOptions,
  installationId: number,
  answers: EtagCache = createEtagCache(),
): InstallationClient {
  const { auth } = options;
  const octokit = createOctokit(
    options,
    auth.kind === 'app' ? { authStrategy: createAppAuth, auth: { ...auth, installationId } } : { auth: auth.token },
  );
  const graphql = withCustomRequest(octokit.request);
  const limiter = new InstallationLimiter(options.clock);

  async function attempt<T>(kind: RequestKind, request: () => Promise<T>): Promise<T> {
    limiter.admit(kind === 'content');
    try {
      return await (auth.kind === 'app' ? withFreshToken(octokit, request) : request());
    } catch (error) {
      const trouble = toTrouble(error, { isWrite: kind !== 'read', now: options.clock.now() });
      if (trouble === undefined) throw error;
      if (trouble.kind === 'limited') limiter.pause(trouble.waitMilliseconds);
      throw error instanceof ApiTrouble ? error : new ApiTrouble(trouble, error);
    }
  }

  const read = <T>(request: () => Promise<T>): Promise<T> => repeat(options.clock, () => attempt('read', request));

  return {
    get: (route, parameters) => {
      const key = `${installationId} ${route} ${JSON.stringify(parameters)}`;
      return read(() => getConditionally(octokit, answers, { key, route, parameters }));
    },
    query: (document, variables, missing = 'refused') =>
      read(async () => expectAnswer(await query(graphql, document, variables, IS_ANSWER[missing]))),
    send: (route, parameters) =>
      attempt(getKind(route), async () =>
        expectAnswer((await request(octokit, route, parameters)).data, 'unknown-outcome'),
      ),
    mutate: (document, variables) => attempt('content', () => mutate(graphql, document, variables)),
    readPermissions: (isFresh = false) =>
      read(() => (auth.kind === 'app' ? readPermissions(octokit, isFresh) : Promise.resolve(auth.permissions))),
  };
}

/** What GitHub limits differently: what people read and are notified of, and what programs say to programs. */
type RequestKind = 'read' | 'content' | 'check';

function getKind(route: string): RequestKind {
  return route.includes('/check-runs') ? 'check' : 'content';
}

/** A token may end before its time. GitHub did nothing for one it does not know, so even a write can be repeated. */
async function withFreshToken<T>(octokit: Octokit, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof RequestError && error.status === 401) || isTokenRequest(error)) throw error;
    await readPermissions(octokit, true);
    return await request().catch(explainNewToken);
  }
}

/** A token that was made just now may not be known everywhere yet. */
function explainNewToken(error: unknown): never {
  const isUnknown = error instanceof RequestError && error.status === 401;
  throw isUnknown
    ? new ApiTrouble({ kind: 'unavailable', reason: 'GitHub does not know its new token' }, error)
    : error;
}

/** Octokit remembers an answer that was cut off as if a token were in it: then another one is asked for. */
async function readPermissions(octokit: Octokit, refresh: boolean): Promise<Readonly<Record<string, string>>> {
  for (const isFresh of [refresh, true]) {
    const { data } = authenticationSchema.safeParse(await octokit.auth({ type: 'installation', refresh: isFresh }));
    if (data !== undefined) return data.permissions;
  }
  throw new ApiTrouble({ kind: 'unavailable', reason: 'the answer with the token was cut off' });
}

async function getConditionally(
  octokit: Octokit,
  answers: EtagCache,
  { key, route, parameters }: { key: string; route: string; parameters: Parameters },
): Promise<unknown> {
  const known = answers.get(key);
  const headers = known === undefined ? {} : { 'if-none-match': known.etag };
  try {
    const { etag, data } = await request(octokit, route, { ...parameters, headers });
    if (etag !== undefined && typeof data === 'object') answers.set(key, { etag, text: JSON.stringify(data) });
    return expectAnswer(data);
  } catch (error) {
    if (error instanceof RequestError && error.status === 304 && known !== undefined) return parseJson(known.text);
    throw error;
  }
}

async function repeat<T>(clock: Clock, request: () => Promise<T>): Promise<T> {
  for (const wait of BACKOFF) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof ApiTrouble && error.trouble.kind === 'unavailable')) throw error;
      await clock.sleep(wait);
    }
  }
  return request();
}

async function request(octokit: Octokit, route: string, parameters: Parameters) {
  const reply: { readonly headers: { readonly etag?: string }; readonly data: unknown } = await octokit.request(route, {
    ...parameters,
  });
  return { etag: reply.headers.etag, data: reply.data };
}

async function query(
  graphql: typeof Graphql,
  document: string,
  variables: Parameters,
  isAnswer: (error: GraphqlResponseError<unknown>) => boolean,
): Promise<unknown> {
  try {
    return await graphql<unknown>(document, { ...variables });
  } catch (error) {
    if (error instanceof GraphqlResponseError && isAnswer(error)) return error.data;
    throw error;
  }
}

/** GitHub's `Int` cannot hold every id: an answer that lacks nothing but `databaseId`, which may be null, is an answer. */
function lacksOnlyIds(error: GraphqlResponseError<unknown>): boolean {
  const errors = getGraphqlErrors(error);
  return errors.length > 0 && errors.every(({ path }) => path?.at(-1) === 'databaseId');
}

function lacksOnlyThings(error: GraphqlResponseError<unknown>): boolean {
  const errors = getGraphqlErrors(error);
  return errors.length > 0 && errors.every(({ type = '' }) => ['NOT_FOUND', 'FORBIDDEN'].includes(type));
}

const IS_ANSWER: Readonly<Record<MissingThings, (error: GraphqlResponseError<unknown>) => boolean>> = {
  refused: lacksOnlyIds,
  null: lacksOnlyThings,
};

async function mutate(
  graphql: typeof Graphql,
  document: string,
  variables: Parameters,
): Promise<readonly MutationFailure[]> {
  try {
    expectAnswer(await graphql<unknown>(document, { ...variables }), 'unknown-outcome');
    return [];
  } catch (error) {
    const failures = error instanceof GraphqlResponseError ? readFailures(error) : undefined;
    if (failures === undefined) throw error;
    return failures;
  }
}

/** undefined where the mutation failed as a whole, or at a limit, which is none of its fields' own. */
function readFailures(error: GraphqlResponseError<unknown>): readonly MutationFailure[] | undefined {
  const errors = getGraphqlErrors(error);
  const failures = errors.flatMap(({ path, type, message }) => {
    const alias = path?.[0];
    return typeof alias === 'string' ? [{ alias, type, message }] : [];
  });
  const isWhole = failures.length < errors.length || failures.length === 0 || errors.some(isGraphqlLimit);
  return isWhole ? undefined : failures;
}

/** Octokit hands out an answer that was cut off as a text or as nothing. */
function expectAnswer(data: unknown, kind: 'unavailable' | 'unknown-outcome' = 'unavailable'): unknown {
  if (typeof data === 'object' && data !== null) return data;
  throw new ApiTrouble({ kind, reason: 'the answer was cut off' });
}
