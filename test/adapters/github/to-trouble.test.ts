import { describe, expect, test } from '@jest/globals';
import { GraphqlResponseError } from '@octokit/graphql';
import { RequestError } from '@octokit/request-error';
import { toTrouble } from '../../../src/adapters/github/to-trouble.ts';

const now = new Date('2026-03-02T09:00:00Z');
const url = 'https://api.github.test/repos/o/r/check-runs';
const seconds = (after: number) => String(now.getTime() / 1000 + after);
const inAMinute = { 'x-ratelimit-reset': seconds(90) };
const left = (requests: number) => ({ 'x-ratelimit-remaining': String(requests) });
const needs = (permissions: string) => ({ 'x-accepted-github-permissions': permissions });

/** What a REST answer means, for a read and for a write. */
function judge(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
  const error = new RequestError(message, status, {
    request: { method: 'POST', url, headers: {} },
    response: { status, url, headers: { ...headers }, data: { message } },
  });
  return describeBoth(error);
}

function describeBoth(error: unknown) {
  const [read, write] = [false, true].map((isWrite) => describeTrouble(toTrouble(error, { isWrite, now })));
  return read === write ? read : `read: ${read ?? ''}, write: ${write ?? ''}`;
}

function describeTrouble(trouble: ReturnType<typeof toTrouble>) {
  if (trouble === undefined) return 'our bug';
  if (trouble.kind === 'limited') return `limited, ${trouble.waitMilliseconds / 1000} s`;
  if (trouble.kind !== 'not-permitted') return trouble.kind;
  return `not permitted, needs ${trouble.missing.join(' and ') || 'something'}`;
}

/** A request that got no answer. */
function fail(code: string) {
  const cause = new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  const error = new RequestError(code, 500, { request: { method: 'POST', url, headers: {} } });
  return describeBoth(Object.assign(error, { cause }));
}

function judgeGraphql(errors: readonly object[]) {
  const response = { data: {}, errors } as unknown as ConstructorParameters<typeof GraphqlResponseError>[2]; // wider than GitHub's
  return describeBoth(new GraphqlResponseError({ method: 'POST', url }, {}, response));
}

describe('what an answer of GitHub means', () => {
  test.each([
    [502, 'Server Error', {}, 'read: unavailable, write: unknown-outcome'],
    [503, 'Unavailable', {}, 'read: unavailable, write: unknown-outcome'],
    [404, 'Not Found', {}, 'absent'],
    [410, 'Gone', {}, 'absent'],
    [422, 'Validation Failed', {}, 'refused'],
    [422, 'No commit found for SHA: 1a2b', {}, 'unavailable'],
    [409, 'Conflict', {}, 'unavailable'],
    [423, 'Locked', {}, 'unavailable'],
    [451, 'Unavailable For Legal Reasons', {}, 'refused'],
    [422, 'Validation Failed: {"resource":"PullRequestReview","code":"abuse","field":"base"}', {}, 'limited, 60 s'],
    [422, 'Validation Failed: {"code":"custom","message":"was submitted too quickly"}', {}, 'limited, 60 s'],
    [400, 'was submitted too quickly', {}, 'refused'],
    [401, 'Bad credentials', {}, 'refused'],
    [403, 'You have exceeded a secondary rate limit', {}, 'limited, 60 s'],
    [403, 'You have triggered an Abuse Detection mechanism', {}, 'limited, 60 s'],
    [403, 'You have exceeded a secondary rate limit', { ...left(4000), ...inAMinute }, 'limited, 60 s'],
    [429, 'Too many requests', {}, 'limited, 60 s'],
    [429, 'Too many requests', { 'retry-after': '17' }, 'limited, 17 s'],
    [429, 'Too many requests', { 'retry-after': '0' }, 'limited, 60 s'],
    [429, 'Too many requests', { 'retry-after': 'Mon, 02 Mar 2026 10:00:00 GMT' }, 'limited, 60 s'],
    [403, 'Forbidden', { 'retry-after': '17' }, 'limited, 17 s'],
    [403, 'API rate limit exceeded', { ...left(0), ...inAMinute }, 'limited, 90 s'],
    [403, 'API rate limit exceeded', { ...left(0), 'x-ratelimit-reset': seconds(0) }, 'limited, 60 s'],
    [403, 'Forbidden', { ...left(0), ...inAMinute }, 'limited, 90 s'],
    [403, 'Resource not accessible by integration', {}, 'not permitted, needs something'],
    [403, 'No', { ...left(4000), ...needs('checks=write') }, 'not permitted, needs checks: write'],
    [403, 'No', needs('checks=write; issues=read'), 'not permitted, needs checks: write and issues: read'],
  ])('%i %s %j: %4$s', (status, message, headers, meaning) => {
    expect(judge(status, message, headers)).toBe(meaning);
  });

  test.each([
    ['ECONNRESET', 'read: unavailable, write: unknown-outcome'],
    ['UND_ERR_HEADERS_TIMEOUT', 'read: unavailable, write: unknown-outcome'],
    ['ECONNREFUSED', 'unavailable'],
    ['ENOTFOUND', 'unavailable'],
  ])('no answer, %s: %s', (code, meaning) => {
    expect(fail(code)).toBe(meaning);
  });

  test.each([
    [[{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }], 'limited, 60 s'],
    [[{ message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' }], 'limited, 60 s'],
    [[{ type: 'UNPROCESSABLE', message: 'was submitted too quickly' }], 'limited, 60 s'],
    [[{ type: 'RATE_LIMIT', message: 'Wait.' }], 'limited, 60 s'],
    [
      [
        { type: 'FORBIDDEN', message: 'No' },
        { type: 'RATE_LIMITED', message: 'Wait.' },
      ],
      'limited, 60 s',
    ],
    [[{ type: 'NOT_FOUND', message: 'Could not resolve to a PullRequest' }], 'absent'],
    [[{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }], 'not permitted, needs something'],
    [
      [
        { type: 'NOT_FOUND', message: 'Could not resolve to a PullRequest' },
        { message: 'Something went wrong while executing your query' },
      ],
      'read: unavailable, write: unknown-outcome',
    ],
    [[{ message: 'Something went wrong while executing your query' }], 'read: unavailable, write: unknown-outcome'],
    [[{ type: 'undefinedField', message: "Field 'x' doesn't exist on type 'Query'" }], 'refused'],
  ])('GraphQL %j: %s', (errors, meaning) => {
    expect(judgeGraphql(errors)).toBe(meaning);
  });

  test('what GitHub did not do is thrown on', () => {
    expect(describeBoth(new TypeError('undefined is not a function'))).toBe('our bug');
  });
});
