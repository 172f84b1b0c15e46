import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getLinkIdentity } from '../../src/archive/link-identity.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { hostilePiece, url } from '../support/arbitrary-draft.ts';

const identify = (address: string): string => getLinkIdentity(address, defaultConfig.trackingParameters);

const part = fc.oneof(
  fc.constantFrom('https://', 'HTTP://', 'www.', 'm.', 'ada.example', 'github.com', 'youtu.be', 'meetup.com', ':443'),
  fc.constantFrom(
    '/',
    '//',
    '/de-DE',
    '.git',
    '?',
    '&',
    '&amp;',
    '=',
    '#',
    '#:~:text=x',
    '%',
    '%20',
    '%FF',
    'watch?v=',
  ),
  fc.constantFrom('utm_source=x', 'UTM_MEDIUM=y', 'v=abc_def', 'a', 'B', 'é', '@', ':', '[::1]', '/shorts/abcdef'),
  hostilePiece,
);
const address = fc.oneof(
  url,
  fc.array(part, { maxLength: 10 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('ada.example', 'github.com', 'www.meetup.com'), fc.array(part, { maxLength: 8 }))
    .map(([host, parts]) => `https://${host}/${parts.join('')}`),
);
const runs = { numRuns: 400, seed: 3 };

describe('whatever the address', () => {
  test('it has an identity, and that identity as an address has the same', () => {
    fc.assert(
      fc.property(address, (text) => {
        const identity = identify(text);
        if (/^https?:/i.test(identity) || !/^\s*https?:/i.test(text)) return;
        expect(identify(`https://${identity}`)).toBe(identity);
      }),
      runs,
    );
  });

  test('blanks around it, the other scheme and a tracking parameter make no other page of it', () => {
    fc.assert(
      fc.property(url, (text) => {
        if (!/^https?:/i.test(text)) return;
        const other = ` ${text.replace(/^https?:/i, (scheme) => (/s:/i.test(scheme) ? 'http:' : 'https:'))}\t`;
        expect(identify(other)).toBe(identify(text));
        const [before = '', after] = text.split('#');
        const tracked = `${before}${before.includes('?') ? '&' : '?'}utm_campaign=x${after === undefined ? '' : `#${after}`}`;
        expect(identify(tracked)).toBe(identify(text));
      }),
      runs,
    );
  });
});
