import { describe, expect, test } from '@jest/globals';
import { checkTarget } from '../../../src/adapters/web/check-target.ts';
import { literalAddresses } from './hostile-addresses.ts';

describe('an address that anybody may go to', () => {
  test.each([
    'https://good.dev/',
    'HTTP://GOOD.dev:80/',
    'https://good.dev.:443/',
    'https://local.dev/',
    'https://mylocal.dev/',
    'https://localhost.dev/',
    'http://93.184.216.34/',
    'https://[2606:4700:4700::1111]/',
  ])('%s', (address) => {
    expect([false, true].map((hasProxy) => checkTarget(address, hasProxy).ok)).toEqual([true, true]);
  });
});

describe('behind a proxy, which looks names up', () => {
  test('a name is its business', () => {
    expect(checkTarget('http://linkers.example/', true).ok).toBe(true);
  });

  test.each([...literalAddresses, 'localhost', 'a.LOCALHOST.'])('%s is not even asked of it', (host) => {
    expect(checkTarget(`http://${host}/`, true).ok).toBe(false);
  });
});
