import { describe, expect, test } from '@jest/globals';
import { createFaults } from '../../src/sandbox/faults.ts';
import { openSandbox, REPO } from './open-sandbox.ts';

const path = `/repos/${REPO}/issues/1/comments`;

describe('a comment', () => {
  test.each([
    ['bad-gateway-before', '502', 0],
    ['bad-gateway-after', '502', 1],
    ['cut-before', 'cut', 0],
    ['cut-after', 'cut', 1],
    ['primary-limit', '403', 0],
    ['secondary-limit', '403', 0],
  ] as const)('under %s is answered %s, and there are then %i', async (kind, told, count) => {
    const { sandbox, asBot } = await openSandbox();
    sandbox.faults.addApiFault({ on: 'POST /repos/{owner}/{repo}/issues', times: 1, fault: { kind } });
    const answered = await asBot('POST', path, { body: 'hello' }).then(
      ({ status }) => String(status),
      () => 'cut',
    );
    expect(answered).toBe(told);
    expect((await asBot('GET', path)).body).toHaveLength(count);
    expect((await asBot('POST', path, { body: 'hello' })).status).toBe(201);
  });

  test('is told to wait, or not how long', async () => {
    const { sandbox, asBot } = await openSandbox();
    sandbox.faults.addApiFault({ times: 1, fault: { kind: 'secondary-limit', status: 429, retryAfter: 7 } });
    sandbox.faults.addApiFault({ times: 1, fault: { kind: 'secondary-limit' } });
    const [first, second] = [await asBot('POST', path, { body: 'a' }), await asBot('POST', path, { body: 'a' })];
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7']);
    expect([second.status, second.headers.get('retry-after')]).toEqual([403, null]);
    expect(second.body).toMatchObject({ message: expect.stringContaining('secondary rate limit') });
  });
});

test('a share of the requests fails, the same ones with the same seed', () => {
  const run = (seed: number) => {
    const faults = createFaults(seed);
    faults.addApiFault({ share: 0.5, fault: { kind: 'cut-before' } });
    return Array.from({ length: 24 }, () => (faults.takeApiFault('GET /app') === undefined ? '.' : 'x')).join('');
  };
  expect(run(1)).toMatchInlineSnapshot(`".x...x..x.xxxxxxxxx.xxxx"`);
  expect(run(1)).toBe(run(1));
  expect(run(2)).not.toBe(run(1));
});
