import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createFactExtractor } from '../../src/pages/extract-facts.ts';
import type { PageContent } from '../../src/pages/page-facts.ts';

/** Reads a page in pieces of some length, as networks deliver them. */
function read(html: string, length = 7): PageContent {
  const extractor = createFactExtractor('https://ada.dev/blog/moon?x=1');
  for (let start = 0; start < html.length; start += length) extractor.write(html.slice(start, start + length));
  return extractor.finish();
}

test('an ordinary page', () => {
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>
  Rust on the Moon &mdash; Ada&#39;s blog
</title>
<meta property="og:title" content="Rust on the Moon"><meta property="og:site_name" content="Ada's blog">
<meta property="og:type" content="article"><meta property="article:published_time" content="2026-02-03T04:05:06Z">
<link rel="canonical" href="/blog/moon"><link rel="stylesheet" href="/x.css">
<script type="application/ld+json">{"@type":"BlogPosting","isAccessibleForFree":true}</script>
</head><body><nav>Menu</nav><h1>Rust on <em>the</em> Moon</h1><p>We went to the moon.</p></body></html>`;
  const { sample, ...facts } = read(html);
  expect(facts).toEqual({
    mediaType: 'text/html',
    titles: {
      openGraph: 'Rust on the Moon',
      document: "Rust on the Moon — Ada's blog",
      heading: 'Rust on the Moon',
      site: "Ada's blog",
    },
    canonical: 'https://ada.dev/blog/moon',
    language: 'en',
    detectedLanguage: undefined,
    medium: undefined,
    isFree: true,
    publishedOn: '2026-02-03',
    codeShare: undefined,
  });
  expect(sample).toContain('We went to the moon.');
  expect(sample).not.toContain('Menu');
});

describe('titles', () => {
  test.each([
    ['<title>One</title><title>Two</title>', 'One'],
    ['<svg><title>Icon</title></svg><title>Page</title>', 'Page'],
    ['<title></title><title>Second</title>', 'Second'],
    ['<TITLE>Loud</TITLE>', 'Loud'],
    ['<title>Never closed', 'Never closed'],
    ['<title>A &lt;b&gt; <i>C</title>', 'A <b> <i>C'],
    ['<!-- <title>No</title> --><title>Yes</title>', 'Yes'],
    ['<script>"<title>No</title>"</script><title>Yes</title>', 'Yes'],
    ['no title at all', undefined],
  ])('%s', (html, title) => {
    expect(read(html).titles.document).toBe(title);
  });

  test('are cut to a bounded length', () => {
    expect(read(`<title>${'moon '.repeat(5000)}</title>`).titles.document).toHaveLength(1000);
  });
});

describe('the canonical address', () => {
  test.each([
    ['<link rel="canonical" href="https://ada.dev/moon">', 'https://ada.dev/moon'],
    ['<link REL="alternate Canonical" HREF="//ada.dev/moon">', 'https://ada.dev/moon'],
    ['<link rel="canonical" href="/moon"><link rel="canonical" href="/sun">', undefined],
    ['<link rel="canonical" href="/moon"><link rel="canonical" href="https://ada.dev/moon">', 'https://ada.dev/moon'],
    ['<link rel="canonical" href="javascript:alert(1)">', undefined],
    ['<link rel="canonical" href="http://[">', undefined],
    ['<link rel="canonical">', 'https://ada.dev/blog/moon?x=1'],
  ])('%s', (html, canonical) => {
    expect(read(html).canonical).toBe(canonical);
  });
});

describe('what a page is for', () => {
  const ld = (json: string): string => `<script type="application/ld+json">${json}</script>`;
  test.each([
    ['<meta property="og:type" content="video.other">', 'video'],
    ['<meta property="og:type" content="music.song">', 'audio'],
    ['<meta property="og:type" content="article"><meta property="og:video" content="x">', undefined],
    ['<meta property="og:type" content="videogame">', undefined],
    [ld('{"@type":"VideoObject"}'), 'video'],
    [ld('{"@graph":[{"@type":["PodcastEpisode"]}]}'), 'audio'],
    [ld('[{"@type":"BlogPosting","video":{"@type":"VideoObject"}}]'), undefined],
    [ld('[{"@type":"WebPage"},{"@type":"VideoObject"}]'), undefined],
    [ld('{not json'), undefined],
  ])('%s: %s', (html, medium) => {
    expect(read(html).medium).toBe(medium);
  });
});

describe('whether it is for everybody', () => {
  test.each([
    ['<script type="application/ld+json">{"isAccessibleForFree":false}</script>', false],
    ['<script type="application/ld+json">{"isAccessibleForFree":"False"}</script>', false],
    ['<script type="application/ld+json">{"isAccessibleForFree":"True"}</script>', true],
    ['<script>{"isAccessibleForFree":false}</script>', undefined],
    ['<meta name="article:content_tier" content="metered">', false],
    ['<meta name="article:content_tier" content="free">', undefined],
  ])('%s: %s', (html, isFree) => {
    expect(read(html).isFree).toBe(isFree);
  });
});

test.each([
  ['<html lang="DE">', 'de'],
  ['<html lang="zh_Hans-CN">', 'zh'],
  ['<html lang="">', undefined],
  ['<html lang="x-klingon">', undefined],
  ['<html><div lang="fr">', undefined],
])('the language of %s is %s', (html, language) => {
  expect(read(html).language).toBe(language);
});

test('the share of code, where there is enough text', () => {
  const text = 'word '.repeat(50);
  expect(read(`<body><p>${text}</p><pre><code>${text}</code></pre>`).codeShare).toBeCloseTo(0.5, 1);
  expect(read('<body><pre>let x</pre>').codeShare).toBeUndefined();
});

test('a date that is none is left out', () => {
  expect(read('<meta name="date" content="2026-13-45">').publishedOn).toBeUndefined();
  expect(read('<meta name="citation_publication_date" content="2026/02/03">').publishedOn).toBe('2026-02-03');
});

test('it has seen enough when the head is over and some text came', () => {
  const extractor = createFactExtractor('https://ada.dev/');
  extractor.write('<head><title>Moon</title>');
  expect(extractor.hasHead()).toBe(false);
  extractor.write('</head>');
  expect([extractor.hasHead(), extractor.isEnough()]).toEqual([true, false]);
  extractor.write(`<p>${'word '.repeat(10_000)}`);
  expect(extractor.isEnough()).toBe(true);
});

test('any text in any pieces reads the same, and never throws', () => {
  const piece = fc.constantFrom(
    '<title>', '</title>', '<h1>', '</h1>', '<head>', '</head>', '<body>', '<p>', '</p>', '<script>', '</script>',
    '<svg>', '</svg>', '<meta property="og:title" content="', '">', '<link rel=canonical href=', '>', '<!--', '-->',
    '&amp;', '&#0;', '<![CDATA[', ']]>', 'moon', ' ', '"', "'", '<', '/', '\u0000', '\uD800', '<html lang=fr>',
  ); // prettier-ignore
  const html = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(html, fc.integer({ min: 1, max: 20 }), (text, length) => {
      const { titles } = read(text, length);
      expect(titles).toEqual(read(text, 10_000).titles);
    }),
    { numRuns: 500, seed: 7 },
  );
});
