import { describe, expect, test } from '@jest/globals';
import { ApiTrouble } from '../../../src/adapters/github/api-trouble.ts';
import { createAppClient } from '../../../src/adapters/github/app-client.ts';
import { createFixedClock } from '../../support/fixed-clock.ts';
import { makeAppKey } from '../../support/make-app-key.ts';

const privateKey = makeAppKey();

/** What the app gets of an answer; or the kind of trouble. */
async function ask(body: ReadableStream | string): Promise<unknown> {
  const client = createAppClient({
    auth: { kind: 'app', appId: 7, privateKey },
    apiUrl: 'https://github.test/api/v3',
    clock: createFixedClock(),
    userAgent: 'test',
    fetch: () => Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } })),
  });
  const answer = client.get('GET /app/hook/deliveries');
  return answer.then(
    ({ data }) => data,
    (error: unknown) => (error instanceof ApiTrouble ? error.trouble.kind : error),
  );
}

/** An answer that begins like this and then breaks off, as the connection does. */
function breakOff(text: string): ReadableStream {
  let isBegun = false;
  return new ReadableStream({
    pull: (controller) => {
      if (isBegun) controller.error(new TypeError('terminated'));
      else controller.enqueue(new TextEncoder().encode(text));
      isBegun = true;
    },
  });
}

describe('requests of the app itself', () => {
  test('an id with more digits than a number keeps is a text', async () => {
    expect(await ask('[{"id":1700000000000000001},{"id":12}]')).toEqual([{ id: '1700000000000000001' }, { id: 12 }]);
  });

  test.each([
    ['breaks off with its connection', breakOff('[{"id":1')],
    ['is cut off half way', '[{"id":1'],
    ['is a page for people', '<html>Unicorn!</html>'],
  ])('an answer that %s is trouble of GitHub, and no bug', async (_, body) => {
    expect(await ask(body)).toBe('unavailable');
  });
});
