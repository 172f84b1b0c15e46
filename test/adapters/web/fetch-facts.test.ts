// Each fact, proved on an internet of this machine.
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createPages, type PageLimits } from '../../../src/adapters/web/create-pages.ts';
import type { PageFacts } from '../../../src/pages/page-facts.ts';
import type { Pages } from '../../../src/ports/pages.ts';
import { createFixedClock, type FixedClock } from '../../support/fixed-clock.ts';
import { always, type FakeWeb, type FakeWebOptions, paths, type Site, startFakeWeb } from '../../support/fake-web.ts';

let web: FakeWeb;
let pages: Pages;
let clock: FixedClock;

afterEach(async () => {
  await pages.close();
  await web.close();
});

async function start(
  sites: Readonly<Record<string, Site>>,
  options: FakeWebOptions = {},
  limits: Partial<PageLimits> = {},
): Promise<void> {
  web = await startFakeWeb(sites, options);
  clock = createFixedClock();
  const detector = { detect: () => Promise.resolve('de'), close: () => Promise.resolve() };
  const quick = { total: 2000, grace: 20, ...limits };
  pages = createPages({ clock, proxyUrl: undefined, guard: web.guard, detector, limits: quick });
}

function tell(facts: PageFacts): string {
  const { finalUrl, status } = facts.evidence;
  return facts.kind === 'page'
    ? `page ${status ?? ''} ${finalUrl} ${facts.content.titles.document ?? '-'}`
    : `${facts.kind} ${facts.reason} ${status ?? '-'} ${finalUrl}`;
}

test('a page, whatever it is packed in, and whatever it is written in', async () => {
  const html = '<!doctype html><title>Mond &amp; Räder</title><body>';
  const send = (body: Buffer, headers: Record<string, string>): Site => ({
    answer: (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
    },
  });
  const latin = Buffer.from(html.replace('<title>', '<meta charset="windows-1252"><title>'), 'latin1');
  await start({
    'https://plain.dev': send(Buffer.from(html), {}),
    'https://gzip.dev': send(gzipSync(html), { 'content-encoding': 'gzip' }),
    'https://brotli.dev': send(brotliCompressSync(html), { 'content-encoding': 'br' }),
    'https://deflate.dev': send(deflateSync(html), { 'content-encoding': 'deflate' }),
    'https://latin.dev': send(latin, {}),
    'https://header.dev': send(Buffer.from(html, 'latin1'), { 'content-type': 'text/html; charset=iso-8859-1' }),
    'https://utf16.dev': send(Buffer.from(`\uFEFF${html}`, 'utf16le'), {}),
    'https://unheard.dev': send(Buffer.from(html), { 'content-type': 'text/html; charset=klingon' }),
  });
  for (const origin of Object.keys(web.ports)) {
    expect(tell(await pages.read(`${origin}/`))).toBe(`page 200 ${origin}/ Mond & Räder`);
  }
});

describe('what an answer means', () => {
  test.each([
    [404, 'unreachable not-found'],
    [410, 'unreachable gone'],
    [401, 'unverified denied'],
    [403, 'unverified denied'],
    [429, 'unverified denied'],
    [418, 'unverified denied'],
    [500, 'unverified server'],
    [503, 'unverified server'],
    [999, 'unverified denied'],
    [204, 'unverified unreadable'],
    [304, 'unverified unreadable'],
  ])('%d', async (status, fact) => {
    await start({ 'https://ada.dev': always('', {}, status) });
    expect(tell(await pages.read('https://ada.dev/moon'))).toBe(`${fact} ${status} https://ada.dev/moon`);
  });

  test('a name that does not exist, and one that nobody can tell about', async () => {
    await start({}, { names: { 'away.dev': [{ kind: 'unknown' }] } });
    expect(tell(await pages.read('https://gone.dev/'))).toContain('unreachable no-such-host');
    expect(tell(await pages.read('https://away.dev/'))).toContain('unverified network');
  });

  test('a wrong certificate is wrong for everybody; one whose issuer we do not know may be our fault', async () => {
    await start({});
    for (const [code, fact] of [
      ['CERT_HAS_EXPIRED', 'unreachable certificate'],
      ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable certificate'],
      ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unverified network'],
      ['SELF_SIGNED_CERT_IN_CHAIN', 'unverified network'],
    ] as const) {
      const dial = async () => Promise.reject(Object.assign(new Error('no'), { code }));
      const resolve = web.guard.resolve;
      const guarded = createPages({ clock, proxyUrl: undefined, guard: { resolve, dial } });
      expect(tell(await guarded.read('https://93.184.216.34/'))).toContain(fact);
    }
  });
});

describe('redirects', () => {
  test('are followed to their end, for good or for now, and keep the fragment', async () => {
    await start({
      'http://ada.dev': paths({ '/moon': '→ https://ada.dev/moon' }),
      'https://ada.dev': paths({ '/moon': '→ /m%C3%B6nd', '/m%C3%B6nd': '<title>Moon</title>' }),
      'https://brief.dev': always('', { location: 'https://ada.dev/m%C3%B6nd' }, 302),
    });
    const good = await pages.read('http://ada.dev/moon#dark');
    expect(tell(good)).toBe('page 200 https://ada.dev/m%C3%B6nd#dark Moon');
    expect(good.evidence.isPermanent).toBe(true);
    const brief = await pages.read('https://brief.dev/x');
    expect(brief.evidence).toMatchObject({ finalUrl: 'https://ada.dev/m%C3%B6nd', isPermanent: false });
  });

  test.each([
    [301, 'page 200 https://ada.dev/', true],
    [302, 'page 200 https://ada.dev/', false],
    [303, 'page 200 https://ada.dev/', false],
    [307, 'page 200 https://ada.dev/', false],
    [308, 'page 200 https://ada.dev/', true],
    [201, 'unverified unreadable 201 https://new.dev/', true],
    [200, 'page 200 https://new.dev/', true],
  ])('%d, with a place to go to: %s, for good: %s', async (status, told, isPermanent) => {
    await start({
      'https://ada.dev': always('<title>Moon</title>'),
      'https://new.dev': always('<title>Here</title>', { location: 'https://ada.dev/' }, status),
    });
    const facts = await pages.read('https://new.dev/');
    expect(tell(facts)).toContain(told);
    expect(facts.evidence.isPermanent).toBe(isPermanent);
  });

  test('five are many enough', async () => {
    const chain = Object.fromEntries([1, 2, 3, 4, 5, 6].map((step) => [`/${step}`, `→ /${step + 1}`]));
    await start({ 'https://ada.dev': paths({ ...chain, '/7': '<title>End</title>' }) });
    expect(tell(await pages.read('https://ada.dev/2'))).toContain('page 200 https://ada.dev/7');
    expect(tell(await pages.read('https://ada.dev/1'))).toContain('unverified redirects');
  });
});

test('what is no text to read is known by its type', async () => {
  await start({
    'https://film.dev': always('', { 'content-type': 'video/mp4' }),
    'https://paper.dev': always('%PDF', { 'content-type': 'Application/PDF; x=y' }),
  });
  expect(await pages.read('https://film.dev/')).toMatchObject({ kind: 'page', content: { medium: 'video' } });
  expect(await pages.read('https://paper.dev/')).toMatchObject({ content: { mediaType: 'application/pdf' } });
});

test('a video is asked about where the site tells programs', async () => {
  await start({
    'https://www.youtube.com': {
      answer: (request, response) => {
        const asked = new URL(request.url ?? '', 'https://www.youtube.com').searchParams.get('url') ?? '';
        if (asked.includes('gone')) response.writeHead(404).end('Not Found');
        else response.writeHead(200, { 'content-type': 'application/json' }).end('{"title":"Rust on the moon"}');
      },
    },
  });
  const found = await pages.read('https://youtu.be/aBcDeFgHiJk');
  expect(found).toMatchObject({
    evidence: { finalUrl: 'https://youtu.be/aBcDeFgHiJk' },
    content: { medium: 'video', titles: { openGraph: 'Rust on the moon' } },
  });
  expect(tell(await pages.read('https://www.youtube.com/watch?v=gone-for-ever'))).toContain('not-found');
});

test.each(['<title>Sign in</title>', 'null', '[]', '{"title":5}'])(
  'a video of which the site tells programs %s, which is no title, may be there all the same',
  async (answer) => {
    await start({ 'https://www.youtube.com': always(answer, { 'content-type': 'application/json' }) });
    expect(tell(await pages.read('https://youtu.be/aBcDeFgHiJk'))).toContain('unverified unreadable');
  },
);

test('a language is made sure of where a page says that it is not English', async () => {
  await start({
    'https://de.dev': always('<html lang="de-AT"><title>Der Mond</title>'),
    'https://en.dev': always('<html lang="en"><title>Der Mond</title>'),
  });
  expect(await pages.read('https://de.dev/')).toMatchObject({ content: { language: 'de', detectedLanguage: 'de' } });
  expect(await pages.read('https://en.dev/')).toMatchObject({ content: { language: 'en' } });
  expect(await pages.read('https://en.dev/')).not.toMatchObject({ content: { detectedLanguage: 'de' } });
});

describe('what is known already', () => {
  test('is not fetched again for a week, and then asked for changes only', async () => {
    const seen: (string | undefined)[] = [];
    await start({
      'https://ada.dev': {
        answer: (request, response) => {
          seen.push(request.headers['if-none-match']);
          const isSame = request.headers['if-none-match'] === '"1"';
          response.writeHead(isSame ? 304 : 200, { etag: '"1"' }).end(isSame ? '' : '<title>Moon</title>');
        },
      },
    });
    const first = await pages.read('https://ada.dev/');
    await clock.sleep(6 * 24 * 3_600_000);
    expect(await pages.read('https://ada.dev/')).toBe(first);
    await clock.sleep(2 * 24 * 3_600_000);
    const renewed = await pages.read('https://ada.dev/');
    expect(tell(renewed)).toBe('page 200 https://ada.dev/ Moon');
    expect(renewed.evidence.checkedAt > first.evidence.checkedAt).toBe(true);
    expect(seen).toEqual([undefined, '"1"']);
  });

  test('trouble is believed for an hour', async () => {
    await start({ 'https://ada.dev': always('', {}, 503) });
    await pages.read('https://ada.dev/');
    await clock.sleep(50 * 60_000);
    await pages.read('https://ada.dev/');
    expect(web.requests).toHaveLength(1);
    await clock.sleep(20 * 60_000);
    await pages.read('https://ada.dev/');
    expect(web.requests).toHaveLength(2);
  });

  test('two who ask at once share one visit', async () => {
    await start({ 'https://ada.dev': always('<title>Moon</title>') });
    await Promise.all([pages.read('https://ada.dev/'), pages.read('https://ada.dev/')]);
    expect(web.requests).toHaveLength(1);
  });
});

test('one visit at a time to a host, a second apart, and eight in all', async () => {
  let open = 0;
  let most = 0;
  let mostAtOne = 0;
  const site = (): Site => {
    let here = 0;
    return {
      answer: (_request, response) => {
        here += 1;
        open += 1;
        most = Math.max(most, open);
        mostAtOne = Math.max(mostAtOne, here);
        setTimeout(() => {
          here -= 1;
          open -= 1;
          response.end('<title>Moon</title>');
        }, 20);
      },
    };
  };
  const origins = Array.from({ length: 12 }, (_, index) => `https://host${index}.dev`);
  await start(Object.fromEntries(origins.map((origin) => [origin, site()])));
  // With a dot at its end a name is the same.
  const read = await Promise.all(origins.flatMap((origin) => [pages.read(`${origin}/1`), pages.read(`${origin}./2`)]));
  expect(read.filter(({ kind }) => kind !== 'page')).toEqual([]);
  expect({ mostAtOne, isBounded: most <= 8, isParallel: most > 4 }).toEqual({
    mostAtOne: 1,
    isBounded: true,
    isParallel: true,
  });
  expect(clock.naps.filter((nap) => nap > 0).length).toBeGreaterThanOrEqual(1);
});

test('we say who we are, and bring nothing along', async () => {
  let headers: Readonly<Record<string, unknown>> = {};
  await start({
    'https://ada.dev': {
      answer: (request, response) => {
        headers = request.headers;
        response.writeHead(200, { 'set-cookie': 'a=b' }).end('<title>Moon</title>');
      },
    },
  });
  await pages.read('https://ada.dev/1');
  await pages.read('https://ada.dev/2');
  expect(headers['user-agent']).toMatch(/^Copydesk\/[\d.]+ \(\+https:\/\/\S+\/page-fetching\.md; /);
  expect(headers['cookie']).toBeUndefined();
  expect(headers['authorization']).toBeUndefined();
});
