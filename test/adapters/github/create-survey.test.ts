import { describe, expect, test } from '@jest/globals';
import { createSurvey } from '../../../src/adapters/github/create-survey.ts';
import { createInstallationClients } from '../../../src/adapters/github/installation-clients.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';
import { makeAppKey } from '../../support/make-app-key.ts';

const privateKey = makeAppKey();

type Answer = readonly [status: number, data: unknown, link?: string];

/** A survey of a GitHub that answers like this, by method and path; and what was sent. */
function survey(answers: Readonly<Record<string, Answer>>) {
  const sent: string[] = [];
  const fetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    const [, , installation] = /^(\/app\/installations\/(\d+))/.exec(pathname) ?? [];
    const isToken = pathname.endsWith('/access_tokens');
    const bearer = new Headers(init?.headers).get('authorization') ?? '';
    const cursor = searchParams.has('cursor') ? `?cursor=${searchParams.get('cursor')}` : '';
    const place = pathname === '/installation/repositories' ? `${pathname} ${bearer}` : `${pathname}${cursor}`;
    if (method === 'POST' && !isToken) sent.push(pathname);
    const token = { token: `of-${installation}`, expires_at: '2099-01-01T00:00:00Z', permissions: {} };
    const [status, data, link] = answers[`${method} ${place}`] ?? (isToken ? [201, token] : [404, {}]);
    const headers = { 'content-type': 'application/json', ...(link === undefined ? {} : { link }) };
    return Promise.resolve(new Response(JSON.stringify(data), { status, headers }));
  };
  const clock = createFixedClock();
  const auth = { kind: 'app', appId: 7, privateKey } as const;
  const options = { auth, appId: 7, apiUrl: 'https://github.test', clock, userAgent: 'test', fetch };
  return { ...createSurvey(options, createInstallationClients(options)), sent, clock };
}

const refused: Answer = [
  403,
  { message: 'Although you appear to have the correct authorization, your IP is not allowed' },
];
const repositories: Answer = [200, { repositories: [{ name: 'news', owner: { login: 'ferris' } }] }];

describe('the look at all that the app is installed on', () => {
  test('goes on where GitHub refuses one installation, and says which', async () => {
    const { listRepositories } = survey({
      'GET /app/installations': [200, [{ id: 1 }, { id: 2 }]],
      'POST /app/installations/1/access_tokens': refused,
      'GET /installation/repositories token of-2': repositories,
    });
    expect(await listRepositories()).toEqual({
      ok: true,
      value: {
        repositories: [{ installationId: 2, owner: 'ferris', repository: 'news' }],
        refused: [{ installationId: 1, trouble: { kind: 'not-permitted', missing: [], target: undefined } }],
      },
    });
  });

  test('waits where GitHub stumbles, which says nothing about one of them', async () => {
    const { listRepositories } = survey({
      'GET /app/installations': [200, [{ id: 1 }, { id: 2 }]],
      'GET /installation/repositories token of-1': [502, {}],
      'GET /installation/repositories token of-2': repositories,
    });
    expect(await listRepositories()).toMatchObject({ ok: false, trouble: { kind: 'unavailable' } });
  });
});

describe('webhooks that failed', () => {
  const failed = (id: number) => ({ id, guid: `guid-${id}`, delivered_at: '2026-03-01T12:00:00Z', status_code: 502 });
  const attempt = (id: number): string => `/app/hook/deliveries/${id}/attempts`;
  const list: Answer = [200, [failed(3), failed(2), failed(1)]];
  const asFar = { [`POST ${attempt(1)}`]: [202, {}], [`POST ${attempt(3)}`]: [202, {}] } as const;

  test('are asked for again where GitHub will not send one of them', async () => {
    const { redeliverFailed, sent } = survey({
      ...{ 'GET /app/hook/deliveries': list, ...asFar, [`POST ${attempt(2)}`]: [422, { message: 'no longer' }] },
    });
    expect(await redeliverFailed()).toEqual({ ok: true, value: 2 });
    expect(sent.toSorted()).toEqual([1, 2, 3].map(attempt));
  });

  test('more than are asked for in one look are not forgotten: the next look asks for the others', async () => {
    const all = Array.from({ length: 450 }, (_, index) => failed(index));
    const taken = all.map(({ id }) => [`POST ${attempt(id)}`, [202, {}]] as const);
    const known: Record<string, Answer> = { 'GET /app/hook/deliveries': [200, all], ...Object.fromEntries(taken) };
    const { redeliverFailed, sent, clock } = survey(known);
    expect(await redeliverFailed()).toEqual({ ok: true, value: 300 });
    known['GET /app/hook/deliveries'] = [
      200,
      all.map((one) => (sent.includes(attempt(one.id)) ? { ...one, status_code: 202 } : one)),
    ];
    await clock.sleep(3_600_000);
    expect(await redeliverFailed()).toEqual({ ok: true, value: 150 });
    expect(new Set(sent).size).toBe(450);
    await clock.sleep(3_600_000);
    expect(await redeliverFailed()).toEqual({ ok: true, value: 0 });
  });

  test('are looked for on every page of the log, back to three days ago', async () => {
    const next = '<https://github.test/app/hook/deliveries?per_page=100&cursor=v1>; rel="next"';
    const old = { ...failed(4), delivered_at: '2026-02-27T08:00:00Z' };
    const { redeliverFailed, sent } = survey({
      ...asFar,
      'GET /app/hook/deliveries': [200, [failed(3)], next],
      'GET /app/hook/deliveries?cursor=v1': [200, [failed(1), old], next.replace('v1', 'v2')],
      'GET /app/hook/deliveries?cursor=v2': [502, {}],
    });
    expect(await redeliverFailed()).toEqual({ ok: true, value: 2 });
    expect(sent).toEqual([attempt(1), attempt(3)]);
  });

  test('that fail whenever they come are asked for five times and no more; one that came late into the log is found', async () => {
    const known: Record<string, Answer> = { ...asFar, 'GET /app/hook/deliveries': [200, [failed(1)]] };
    const { redeliverFailed, sent, clock } = survey(known);
    for (let look = 0; look < 8; look += 1) {
      const delivered_at = clock.now().toISOString();
      known['GET /app/hook/deliveries'] = [200, [{ ...failed(1), delivered_at }]];
      await redeliverFailed();
      await clock.sleep(600_000);
    }
    expect(sent).toEqual(Array(5).fill(attempt(1)));
    const late = { ...failed(3), delivered_at: new Date(clock.now().getTime() - 15 * 60_000).toISOString() };
    known['GET /app/hook/deliveries'] = [
      200,
      [late, { ...late, ...failed(2), status_code: 204, delivered_at: late.delivered_at }],
    ];
    expect(await redeliverFailed()).toEqual({ ok: true, value: 1 });
  });

  test('wait where GitHub stumbles', async () => {
    const { redeliverFailed } = survey({
      ...{ 'GET /app/hook/deliveries': list, ...asFar, [`POST ${attempt(2)}`]: [502, {}] },
    });
    expect(await redeliverFailed()).toMatchObject({ ok: false, trouble: { kind: 'unknown-outcome' } });
  });
});
