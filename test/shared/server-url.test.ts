import { expect, test } from '@jest/globals';
import { getServerUrl } from '../../src/shared/server-url.ts';

test.each([
  [{ address: '127.0.0.1', family: 'IPv4', port: 4000 }, 'http://127.0.0.1:4000'],
  [{ address: '::1', family: 'IPv6', port: 4000 }, 'http://[::1]:4000'],
])('%j', (bound, url) => {
  expect(getServerUrl({ address: () => bound })).toBe(url);
});

test.each([[null], ['/run/copydesk.sock']])('%j is no port', (bound) => {
  expect(() => getServerUrl({ address: () => bound })).toThrow('the server listens on no port');
});
