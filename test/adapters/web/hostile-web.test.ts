// Links are written by strangers. Whatever they lead to: nothing that is not public is connected to, and it ends.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createPages } from '../../../src/adapters/web/create-pages.ts';
import { systemClock } from '../../../src/adapters/clock.ts';
import type { PageFacts } from '../../../src/pages/page-facts.ts';
import type { Pages } from '../../../src/ports/pages.ts';
import { always, type FakeWeb, type Site, startFakeWeb, toAddresses } from '../../support/fake-web.ts';
import { badAddresses, literalAddresses, privateNames } from './hostile-addresses.ts';
import { hostileRedirects, hostileSites } from './hostile-sites.ts';

const PUBLIC = '93.184.216.34';

/** What resolvers say of names that somebody else controls. */
const names = {
  'inside.dev': [toAddresses('10.0.0.5')],
  'mixed.dev': [toAddresses(PUBLIC, '192.168.0.1')],
  'inside6.dev': [toAddresses('fd00::1')],
  'mixed6.dev': [toAddresses('2606:4700::1', '::1')],
  'mapped.dev': [toAddresses('::ffff:10.0.0.5')],
  'nat64.dev': [toAddresses('64:ff9b::a00:5')],
  'rebound.dev': [toAddresses(PUBLIC), toAddresses('127.0.0.1')],
  'rebound-later.dev': [toAddresses(PUBLIC), toAddresses('127.0.0.1')],
  'nonsense.dev': [toAddresses('moon')],
  'octal.dev': [toAddresses('0177.0.0.1')],
  'short.dev': [toAddresses('127.1')],
  // аррӏе.com in Cyrillic letters.
  'xn--80ak6aa92e.com': [toAddresses('172.16.0.9')],
  'xn--gd-hkaa.dev': [toAddresses(PUBLIC)],
};

const namesWithFacts: readonly (readonly [string, string])[] = [
  ['https://inside.dev/', 'refused address'],
  ['https://INSIDE.dev./', 'refused address'],
  ['https://mixed.dev/', 'refused address'],
  ['https://inside6.dev/', 'refused address'],
  ['https://mixed6.dev/', 'refused address'],
  ['https://mapped.dev/', 'refused address'],
  ['https://nat64.dev/', 'refused address'],
  ['https://nonsense.dev/', 'refused address'],
  ['https://octal.dev/', 'refused address'],
  ['https://short.dev/', 'refused address'],
  ['https://аррӏе.com/', 'refused address'],
  ['https://turncoat.dev/', 'refused address'],
];

let web: FakeWeb;
let pages: Pages;
/** For sites that say nothing for as long as they are let. */
let impatient: Pages;

beforeAll(async () => {
  const sites: Record<string, Site> = {
    'https://good.dev': always('<title>Good</title>'),
    'https://turncoat.dev': always('<title>Inside</title>'),
    'https://rebound.dev': always('<title>Once</title>'),
    'https://rebound-later.dev': {
      answer: (request, response) => {
        const isFirst = request.url === '/';
        response.writeHead(isFirst ? 302 : 200, isFirst ? { location: '/again', connection: 'close' } : {}).end();
      },
    },
    'https://loop.dev': always('', { location: '/' }, 302),
    'https://ping.dev': always('', { location: 'https://pong.dev/' }, 301),
    'https://pong.dev': always('', { location: 'https://ping.dev/' }, 301),
    ...Object.fromEntries(hostileSites.map(([name, site]) => [`https://${name}`, site()])),
    ...Object.fromEntries(
      hostileRedirects.map(([target], index) => [`https://r${index}.dev`, always('', { location: target }, 302)]),
    ),
  };
  // The other end of the socket is not what was asked for, as where a name is bound anew below us.
  web = await startFakeWeb(sites, { names, peers: { 'turncoat.dev': '127.0.0.1' } });
  const options = { clock: systemClock, proxyUrl: undefined, guard: web.guard };
  pages = createPages({ ...options, limits: { pause: 0 } });
  impatient = createPages({ ...options, limits: { pause: 0, total: 400 } });
});

afterAll(async () => {
  await pages.close();
  await impatient.close();
  await web.close();
});

function tell(facts: PageFacts): string {
  return facts.kind === 'page' ? `page ${facts.content.titles.document ?? '-'}` : `${facts.kind} ${facts.reason}`;
}

/** What is said, and where sockets went meanwhile. */
async function visit(url: string, by = pages): Promise<{ readonly told: string; readonly dialled: readonly string[] }> {
  const before = web.dialled.length;
  const told = tell(await by.read(url));
  return { told, dialled: web.dialled.slice(before) };
}

describe('addresses that are numbers', () => {
  test.each(literalAddresses.map((host) => [host]))('%s is not connected to', async (host) => {
    expect(await visit(`http://${host}/`)).toEqual({ told: 'refused address', dialled: [] });
  });
});

describe('names that are never public', () => {
  test.each(privateNames.map((host) => [host]))('%s is not even looked up', async (host) => {
    const lookups = web.lookups.size;
    expect(await visit(`https://${host}/`)).toEqual({ told: 'refused address', dialled: [] });
    expect(web.lookups.size).toBe(lookups);
  });
});

describe('addresses of a bad form', () => {
  test.each(badAddresses)('%s', async (url, reason) => {
    expect(await visit(url)).toEqual({ told: `refused ${reason}`, dialled: [] });
  });
});

describe('names that lead where they should not', () => {
  test.each(namesWithFacts)('%s', async (url, told) => {
    const visited = await visit(url);
    expect(visited.told).toBe(told);
    expect(visited.dialled.filter((address) => address !== PUBLIC)).toEqual([]);
  });

  test('a name that is bound anew between check and connection: what was checked is what is connected to', async () => {
    expect(await visit('https://rebound.dev/')).toEqual({ told: 'page Once', dialled: [PUBLIC] });
    expect(web.lookups.get('rebound.dev')).toBe(1);
  });

  test('a name that is bound anew between two requests', async () => {
    expect(await visit('https://rebound-later.dev/')).toEqual({ told: 'refused address', dialled: [PUBLIC] });
  });
});

describe('redirects', () => {
  test.each(hostileRedirects.map(([target, fact], index) => [target.slice(0, 40), fact, index] as const))(
    'to %s: %s',
    async (_target, fact, index) => {
      expect(await visit(`https://r${index}.dev/`)).toEqual({ told: fact, dialled: [PUBLIC] });
    },
  );

  test('that never end', async () => {
    expect((await visit('https://loop.dev/')).told).toBe('unverified redirects');
    expect((await visit('https://ping.dev/')).told).toBe('unverified redirects');
  });
});

describe('sites that want to hurt', () => {
  test.each(hostileSites.map(([name, , fact]) => [name, fact] as const))(
    '%s: %s',
    async (name, fact) => {
      const { told } = await visit(`https://${name}/`, fact.source.includes('time-out') ? impatient : pages);
      expect(told).toMatch(fact);
    },
    20_000,
  );
});

test('all in all, no socket went anywhere but to the public internet', () => {
  expect(web.dialled.length).toBeGreaterThan(50);
  expect([...new Set(web.dialled)]).toEqual([PUBLIC]);
});
