import { GraphqlResponseError } from '@octokit/graphql';
import { RequestError } from '@octokit/request-error';
import type { Trouble } from '../../ports.ts';
import { ApiTrouble } from './api-trouble.ts';
import { getGraphqlErrors } from './graphql-errors.ts';
import { isGraphqlLimit, isTooFast, speaksOfLimit } from './limit-words.ts';

/** Without a word from GitHub, what its documentation asks for. */
const DEFAULT_WAIT = 60_000;

/** Failures before anything was sent. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

type Headers = Readonly<Record<string, string | number | undefined>>;

/** What an error of octokit means; undefined for one that is a bug of ours and should be thrown on. */
export function toTrouble(error: unknown, { isWrite, now }: { isWrite: boolean; now: Date }): Trouble | undefined {
  if (error instanceof ApiTrouble) return error.trouble;
  if (error instanceof GraphqlResponseError) return explainGraphql(error, { isWrite, now });
  if (!(error instanceof RequestError)) return undefined;
  const headers = error.response?.headers ?? {};
  const reason = `${error.request.method} ${new URL(error.request.url).pathname}: ${error.message}`;
  if (isLimit(error.status, headers, error.message)) return toLimit(headers, now);
  if (error.status === 403) return { kind: 'not-permitted', missing: readMissing(headers), target: undefined };
  if (error.status === 404 || error.status === 410) return { kind: 'absent', reason };
  // Without a token nothing was sent. GitHub may know a key again in a moment.
  if (error.status === 401 && isTokenRequest(error)) return { kind: 'unavailable', reason };
  if (isPassing(error)) return { kind: 'unavailable', reason };
  if (error.status < 500) return { kind: 'refused', reason };
  const wasSent = error.response !== undefined || !NOT_SENT.has(getCauseCode(error));
  return isWrite && wasSent ? { kind: 'unknown-outcome', reason } : { kind: 'unavailable', reason };
}

/** Whether GitHub did nothing, and may do it in a moment: something else is under way, or a commit is not known everywhere yet. */
function isPassing({ status, message }: RequestError): boolean {
  return status === 409 || status === 423 || (status === 422 && message.includes('No commit found for SHA'));
}

/** Whether it was a token of an installation that was asked for. */
export function isTokenRequest({ request }: RequestError): boolean {
  return request.url.endsWith('/access_tokens');
}

function explainGraphql(
  error: GraphqlResponseError<unknown>,
  { isWrite, now }: { isWrite: boolean; now: Date },
): Trouble {
  const { headers, message } = error;
  const errors = getGraphqlErrors(error);
  const types = errors.map(({ type }) => type);
  if (errors.some(isGraphqlLimit) || speaksOfLimit(message)) return toLimit(headers, now);
  if (types.includes('FORBIDDEN')) return { kind: 'not-permitted', missing: [], target: undefined };
  // GitHub reports its own time-outs and crashes without a type; what it did not find beside one may well be there.
  const isWhole = types.length > 0 && !types.includes(undefined);
  if (!isWhole) return { kind: isWrite ? 'unknown-outcome' : 'unavailable', reason: message };
  return { kind: types.includes('NOT_FOUND') ? 'absent' : 'refused', reason: message };
}

function isLimit(status: number, headers: Headers, message: string): boolean {
  if (status === 429) return true;
  if (status === 422) return isTooFast(message);
  if (status !== 403) return false;
  const isOut = String(headers['x-ratelimit-remaining']) === '0';
  return headers['retry-after'] !== undefined || isOut || speaksOfLimit(message);
}

function toLimit(headers: Headers, now: Date): Trouble {
  return { kind: 'limited', waitMilliseconds: readWait(headers, now) };
}

function readWait(headers: Headers, now: Date): number {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) return seconds * 1000;
  const reset = Number(headers['x-ratelimit-reset']) * 1000 - now.getTime();
  const isOut = String(headers['x-ratelimit-remaining']) === '0';
  return isOut && reset > 0 ? reset : DEFAULT_WAIT;
}

/** `checks=write; contents=read` as GitHub names what a request needs. */
function readMissing(headers: Headers): readonly string[] {
  const accepted = String(headers['x-accepted-github-permissions'] ?? '');
  return accepted
    .split(/[;,]/)
    .map((permission) => permission.trim().replace('=', ': '))
    .filter((permission) => permission !== '');
}

function getCauseCode(error: Error): string {
  const outer = error.cause;
  const inner = outer instanceof Error && outer.cause instanceof Error ? outer.cause : outer;
  return inner instanceof Error && 'code' in inner ? String(inner.code) : '';
}
