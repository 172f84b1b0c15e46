import { describe, expect, test } from '@jest/globals';
import { answerForToken, asker, askForToken, openSandbox, PULL, REPO, signToken, tell } from './open-sandbox.ts';
import { makeAppKey } from '../support/make-app-key.ts';

const now = Math.floor(Date.now() / 1000);

describe("the app's own token", () => {
  const forged = makeAppKey();

  test.each([
    ['is good', signToken(), '200'],
    ['is over', signToken({ exp: now - 1 }), /^401 'Expiration time' claim \('exp'\) must be a numeric value/],
    ['lives too long', signToken({ exp: now + 700 }), /^401 'Expiration time' claim \('exp'\) is too far/],
    ['was made tomorrow', signToken({ iat: now + 500 }), /^401 'Issued at' claim/],
    ['is of another app', signToken({ iss: '8' }), /^401 A JSON web token could not be decoded/],
    ['is signed by somebody else', signToken({}, forged), /^401 A JSON web token could not be decoded/],
    ['is no token', 'a.b.c', /^401 A JSON web token could not be decoded/],
    ['was never given out', 'ghs_made_up', '401 Bad credentials'],
  ])('%s', async (_, token, told) => {
    const { sandbox } = await openSandbox();
    const answer = await asker(sandbox, `Bearer ${token}`)('GET', '/app');
    expect(tell(answer)).toEqual(typeof told === 'string' ? told : expect.stringMatching(told));
  });

  test('opens the app, and nothing in a repository', async () => {
    const { asApp } = await openSandbox();
    expect(tell(await asApp('GET', '/api/v3/app'))).toBe('200');
    expect(tell(await asApp('GET', PULL))).toMatch(/^401 /);
  });

  test('nobody asks without credentials', async () => {
    const { sandbox } = await openSandbox();
    expect(tell(await asker(sandbox, '')('GET', PULL))).toBe('401 Requires authentication');
    expect(tell(await asker(sandbox, '')('POST', '/graphql', { query: '{viewer{login}}' }))).toMatch(/^401 /);
  });
});

describe("an installation's token", () => {
  test.each([
    ['GET', PULL, 'pull_requests=read'],
    ['POST', `${PULL}/reviews`, 'pull_requests=write'],
    ['POST', `/repos/${REPO}/issues/1/comments`, 'issues=write; pull_requests=write'],
    ['POST', `/repos/${REPO}/check-runs`, 'checks=write'],
    ['GET', `/repos/${REPO}/contents/draft`, 'contents=read'],
    ['GET', `/repos/${REPO}/compare/main...main`, 'contents=read'],
  ])('without the permission: %s %s', async (method, path, needed) => {
    const { sandbox, asBot } = await openSandbox();
    sandbox.setPermissions({});
    const answer = await asBot(method, path, method === 'POST' ? {} : undefined);
    expect(tell(answer)).toBe('403 Resource not accessible by integration');
    expect(answer.headers.get('x-accepted-github-permissions')).toBe(needed);
  });

  test('always tells who may do what', async () => {
    const { sandbox, asBot, people } = await openSandbox();
    sandbox.setPermissions({});
    await people.setRole({ repo: REPO, login: 'grace', role: 'maintain' });
    const ask = async (login: string) => asBot('GET', `/repos/${REPO}/collaborators/${login}/permission`);
    expect((await ask('grace')).body).toMatchObject({ permission: 'write', role_name: 'maintain' });
    expect((await ask('ada')).body).toMatchObject({ permission: 'read', role_name: 'read' });
    expect((await ask('nobody')).status).toBe(404);
  });

  test('can be narrowed, not widened', async () => {
    const { sandbox, asApp } = await openSandbox();
    const token = await askForToken(asApp, { permissions: { pull_requests: 'read' } });
    const narrow = asker(sandbox, `token ${token}`);
    expect(tell(await narrow('GET', PULL))).toBe('200');
    expect(tell(await narrow('POST', `${PULL}/reviews`, {}))).toBe('403 Resource not accessible by integration');
    expect(tell(await answerForToken(asApp, { permissions: { contents: 'write' } }))).toBe(
      '422 The permissions requested are not granted to this installation.',
    );
  });

  test('ends', async () => {
    const { sandbox, asBot } = await openSandbox();
    sandbox.expireTokens();
    expect(tell(await asBot('GET', PULL))).toBe('401 Bad credentials');
  });
});
