import { request } from 'node:http';
import { expect, test } from '@jest/globals';
import { openSandbox, REPO } from './open-sandbox.ts';

/** The status of an answer to a request with these headers. */
async function ask(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test.each([
  ['a name that was made to lead here', 'GET', { host: 'evil.example' }, 403],
  ['a page elsewhere that posts here', 'POST', { origin: 'https://evil.example' }, 403],
  ['a page without a name that posts here', 'POST', { origin: 'null' }, 403],
  ['a program on this machine, as yet without a token', 'GET', { host: 'localhost:4000' }, 401],
])('%s', async (_, method, headers, status) => {
  const { sandbox } = await openSandbox();
  expect(await ask(`${sandbox.url}/repos/${REPO}`, method, headers)).toBe(status);
});
