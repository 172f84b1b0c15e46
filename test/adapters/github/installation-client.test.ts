import { describe, expect, jest, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import { createEtagCache, type EtagCache } from '../../../src/adapters/github/etag-cache.ts';
import { createInstallationClient } from '../../../src/adapters/github/installation-client.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';
import { makeAppKey } from '../../support/make-app-key.ts';

const privateKey = makeAppKey();

type Answer = (init: RequestInit | undefined) => Response | Error;

const json = (status: number, data: unknown, headers: Readonly<Record<string, string>> = {}) =>
  new Response(status === 304 ? null : JSON.stringify(data), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

const reset = () => new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });

/** A client whose requests get these answers in turn, the last one for ever; and what it asked, without the token. */
function connect(...answers: readonly Answer[]) {
  return connectWithTokens([], answers);
}

/** The same, with what GitHub says first when it is asked for a token. */
function connectWithTokens(cut: readonly Answer[], answers: readonly Answer[]) {
  const tokens = [...cut];
  const clock = createFixedClock();
  const asked: string[] = [];
  const fetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname.endsWith('/access_tokens')) {
      const first = tokens.shift()?.(init);
      if (first instanceof Response) return Promise.resolve(first);
      const permissions = { contents: 'read', checks: 'write' };
      const expires_at = new Date(Date.now() + 3_600_000).toISOString();
      return Promise.resolve(json(201, { token: 'ghs_test', expires_at, permissions }));
    }
    const answer = answers[Math.min(asked.length, answers.length - 1)]?.(init);
    asked.push(`${init?.method ?? 'GET'} ${pathname}`);
    return answer instanceof Error || answer === undefined
      ? Promise.reject(answer ?? reset())
      : Promise.resolve(answer);
  };
  const auth = { kind: 'app', appId: 7, privateKey } as const;
  const options = { auth, apiUrl: 'https://github.test/api/v3', clock, userAgent: 'test', fetch };
  const clientOf = (installationId: number, answers?: EtagCache) =>
    createInstallationClient(options, installationId, answers);
  return { client: clientOf(1), clientOf, clock, asked };
}

/** The value, or the kind of trouble. */
async function tell(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    return error instanceof ApiTrouble ? error.trouble.kind : error;
  }
}

const path = '/repos/o/r/pulls';

describe('requests of an installation', () => {
  test.each<[string, Answer]>([
    ['a 502', () => json(502, { message: 'Server Error' })],
    ['a cut connection', reset],
    ['an answer cut off half way', () => new Response('{"half', { headers: { 'content-type': 'application/json' } })],
  ])('a read is repeated after %s, each time later', async (_, failure) => {
    const { client, asked, clock } = connect(failure, failure, () => json(200, [1]));
    expect(await tell(client.get(`GET ${path}`, {}))).toEqual([1]);
    expect(asked).toHaveLength(3);
    expect(clock.naps).toEqual([1000, 3000]);
  });

  test('an answer without end is broken off before it takes all memory', async () => {
    let megabytes = 0;
    const endless = () => {
      const pull = (controller: ReadableStreamDefaultController): void => {
        megabytes += 1;
        controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
        if (megabytes > 1000) controller.close();
      };
      return new Response(new ReadableStream({ pull }), { headers: { 'content-type': 'application/json' } });
    };
    const { client } = connect(endless, () => json(200, [1]));
    expect(await tell(client.get('GET /x', {}))).toEqual([1]);
    expect(megabytes).toBeLessThan(30);
  });

  test('a read is repeated three times and no more', async () => {
    const { client, asked } = connect(() => json(502, {}));
    expect(await tell(client.get(`GET ${path}`, {}))).toBe('unavailable');
    expect(asked).toHaveLength(4);
  });

  test('a query is repeated like any read', async () => {
    const broken = { errors: [{ message: 'Something went wrong while executing your query' }] };
    const { client, asked } = connect(
      () => json(200, broken),
      () => json(200, { data: { viewer: 1 } }),
    );
    expect(await tell(client.query('query { viewer { login } }', {}))).toEqual({ viewer: 1 });
    expect(asked).toEqual(['POST /api/graphql', 'POST /api/graphql']);
  });

  test('a query whose answer lacks only ids too large for GraphQL has its answer', async () => {
    const data = { check: { id: 'CR_1', databaseId: null } };
    const message = 'Int cannot represent non 32-bit signed integer value: 40000000001';
    const lacks = (...fields: readonly string[]): Answer => {
      const errors = fields.map((field) => ({ message, path: ['check', field] }));
      return () => json(200, { data, errors });
    };
    expect(await tell(connect(lacks('databaseId')).client.query('query { x }', {}))).toEqual(data);
    expect(await tell(connect(lacks('databaseId', 'status')).client.query('query { x }', {}))).toBe('unavailable');
  });

  test.each<[string, Answer]>([
    ['a 502', () => json(502, { message: 'Server Error' })],
    ['a cut connection', reset],
  ])('a write is never repeated after %s: nobody knows whether it landed', async (_, failure) => {
    const write = connect(failure, () => json(201, {}));
    expect(await tell(write.client.send(`POST ${path}`, {}))).toBe('unknown-outcome');
    const mutation = connect(failure, () => json(200, { data: {} }));
    expect(await tell(mutation.client.mutate('mutation { x }', {}))).toBe('unknown-outcome');
    expect([...write.asked, ...mutation.asked]).toEqual([`POST /api/v3${path}`, 'POST /api/graphql']);
  });

  test('a write whose answer was cut off half way may have landed', async () => {
    const half: Answer = () => new Response('{"half', { headers: { 'content-type': 'application/json' } });
    expect(await tell(connect(half).client.send(`POST ${path}`, {}))).toBe('unknown-outcome');
    expect(await tell(connect(half).client.mutate('mutation { x }', {}))).toBe('unknown-outcome');
  });

  test('a token that ended before its time is replaced, and even a write goes on', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const expired: Answer = () => json(401, { message: 'Bad credentials' });
    const { client, asked } = connect(expired, () => json(201, { id: 1 }));
    await client.readPermissions();
    // A token that is only seconds old may not have reached all of GitHub; octokit waits for that one.
    jest.setSystemTime(Date.now() + 60_000);
    expect(await tell(client.send(`POST ${path}`, {}))).toEqual({ id: 1 });
    jest.useRealTimers();
    expect(asked).toHaveLength(2);
  });

  test('a new token that GitHub does not know yet was not sent anything with: that comes back later', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const unknown: Answer = () => json(401, { message: 'Bad credentials' });
    const { client } = connect(...Array.from({ length: 9 }, () => unknown));
    await client.readPermissions();
    jest.setSystemTime(Date.now() + 60_000);
    expect(await tell(client.mutate('mutation { x }', {}))).toBe('unavailable');
    jest.useRealTimers();
  });

  const json201 = { status: 201, headers: { 'content-type': 'application/json' } };
  const cut: Answer = () => new Response('{"tok', json201);

  test('a token whose answer was cut off is asked for again and not taken for one', async () => {
    const once = connectWithTokens([cut], [() => json(200, [1])]);
    expect(await tell(once.client.readPermissions())).toEqual({ contents: 'read', checks: 'write' });
    const always = connectWithTokens(
      Array.from({ length: 8 }, () => cut),
      [() => json(200, [1])],
    );
    expect(await tell(always.client.readPermissions())).toBe('unavailable');
    expect(await tell(always.client.readPermissions())).toEqual({ contents: 'read', checks: 'write' });
  });

  test('a token that GitHub refuses to make for a moment is asked for again; a write that got none was not sent', async () => {
    const refused: Answer = () => json(401, { message: 'Bad credentials' });
    const once = connectWithTokens([refused], [() => json(200, [1])]);
    expect(await tell(once.client.get(`GET ${path}`, {}))).toEqual([1]);
    const write = connectWithTokens([refused], [() => json(201, { id: 1 })]);
    expect(await tell(write.client.send(`POST ${path}`, {}))).toBe('unavailable');
    expect(write.asked).toEqual([]);
  });

  test('a query may name what is not there and have the rest, but not where GitHub breaks', async () => {
    const gone = { type: 'NOT_FOUND', path: ['b'], message: 'Could not resolve to a Repository' };
    const broken = { path: ['a'], message: 'Something went wrong' };
    const data = { a: {}, b: null };
    const ask = (rest: 'null' | 'refused', ...errors: readonly object[]) =>
      tell(connect(() => json(200, { data, errors })).client.query('{ a b }', {}, rest));
    expect(await ask('null', gone)).toEqual(data);
    expect(await ask('null', gone, broken)).not.toEqual(data);
    expect(await ask('refused', gone)).toBe('absent');
  });

  test('a mutation tells which of its fields failed', async () => {
    const errors = [{ type: 'FORBIDDEN', path: ['retire0'], message: 'Resource not accessible by integration' }];
    const { client } = connect(() => json(200, { data: { summary: {}, retire0: null }, errors }));
    expect(await client.mutate('mutation { x }', {})).toEqual([
      { alias: 'retire0', type: 'FORBIDDEN', message: 'Resource not accessible by integration' },
    ]);
  });

  test('a mutation of which a field came too fast waits as a whole', async () => {
    const errors = [
      { type: 'UNPROCESSABLE', path: ['summary'], message: 'was submitted too quickly' },
      { type: 'NOT_FOUND', path: ['retire0'], message: 'Could not resolve to a node' },
    ];
    const { client, asked } = connect(() => json(200, { data: { summary: null, retire0: {} }, errors }));
    expect(await tell(client.mutate('mutation { x }', {}))).toBe('limited');
    expect(await tell(client.mutate('mutation { x }', {}))).toBe('limited');
    expect(asked).toHaveLength(1);
  });

  test('what did not change is not sent again', async () => {
    const { client, asked } = connect((init) => {
      const known = new Headers(init?.headers).get('if-none-match');
      return known === '"v1"' ? json(304, undefined) : json(200, ['first'], { etag: '"v1"' });
    });
    expect(await client.get(`GET ${path}`, {})).toEqual(['first']);
    expect(await client.get(`GET ${path}`, {})).toEqual(['first']);
    expect(asked).toHaveLength(2);
  });

  test('what one installation was told, another one that shares the memory is not', async () => {
    const answers = createEtagCache();
    const first = connect(() => json(200, ['first'], { etag: '"v1"' }));
    const tell = (init: RequestInit | undefined) => new Headers(init?.headers).get('if-none-match');
    const second = connect((init) => json(200, [tell(init)]));
    expect(await first.clientOf(1, answers).get(`GET ${path}`, {})).toEqual(['first']);
    expect(await second.clientOf(2, answers).get(`GET ${path}`, {})).toEqual([null]);
    expect(await second.clientOf(1, answers).get(`GET ${path}`, {})).toEqual(['"v1"']);
  });

  test('comments and reviews wait at the limit for what people read; check runs do not', async () => {
    const { client } = connect(() => json(201, { id: 1 }));
    for (let count = 0; count < 70; count += 1) await client.send(`POST ${path}/7/reviews`, {});
    expect(await tell(client.send(`POST ${path}/7/reviews`, {}))).toBe('limited');
    expect(await tell(client.mutate('mutation { x }', {}))).toBe('limited');
    expect(await tell(client.send('POST /repos/o/r/check-runs', {}))).toEqual({ id: 1 });
  });

  test('after a secondary limit nothing is sent until the wait is over', async () => {
    const { client, asked, clock } = connect(
      () => json(403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '90' }),
      () => json(200, []),
    );
    expect(await tell(client.send(`POST ${path}`, {}))).toBe('limited');
    expect(await tell(client.get(`GET ${path}`, {}))).toBe('limited');
    expect(asked).toHaveLength(1);
    await clock.sleep(90_000);
    expect(await tell(client.get(`GET ${path}`, {}))).toEqual([]);
  });

  test('knows what it is permitted without another request', async () => {
    const { client, asked } = connect(() => json(200, []));
    expect(await client.readPermissions()).toEqual({ contents: 'read', checks: 'write' });
    expect(asked).toEqual([]);
  });
});
