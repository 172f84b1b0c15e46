import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { canonicalLink } from '../../src/rules/canonical-link.ts';
import { compileRewrites } from '../../src/rules/rewrite-address.ts';
import { trackingParameters } from '../../src/rules/tracking-parameters.ts';
import { reviewLines, reviewPush, writeDraft } from '../support/check-rule.ts';
import { MUCH_WORK, measureWork } from '../support/measure-work.ts';

function review(url: string, section?: string): string {
  return reviewLines([`* [Moon](${url})`], section, [canonicalLink, trackingParameters]);
}

test('a short address of a video', () => {
  expect(review('https://youtu.be/aBcDeFgHiJk')).toMatchInlineSnapshot(`
   "warning canonical-link: The address ‹youtu.be/aBcDeFgHiJk› is not the usual one of the page: write ‹www.youtube.com/watch?v=aBcDeFgHiJk›.
   - * [Moon](https://youtu.be/aBcDeFgHiJk)
   + * [Moon](https://www.youtube.com/watch?v=aBcDeFgHiJk)"
  `);
});

test('several addresses of one item, with the same thing wrong, are told once', () => {
  const write = (site: string, end: string): string =>
    ['ada', 'ben', 'cleo'].map((name) => `[${name}](https://www.meetup.com/${site}${name}/${end})`).join(' + ');
  const told = reviewLines([`* ${write('de-DE/', '?eventOrigin=home')}`], 'Virtual', [
    canonicalLink,
    trackingParameters,
  ]);
  expect(told.match(/^(?:error|warning) [\w-]+/gm)).toEqual(['error tracking-parameters', 'warning canonical-link']);
  expect(told).toContain(`+ * ${write('', '')}`);
});

describe('one address becomes another', () => {
  test.each([
    ['https://youtu.be/aBcDeFgHiJk/', 'https://www.youtube.com/watch?v=aBcDeFgHiJk'],
    ['https://youtu.be/aBcDeFgHiJk?t=30', 'https://www.youtube.com/watch?v=aBcDeFgHiJk&t=30'],
    ['https://youtu.be/aBcDeFgHiJk?si=x&t=30', 'https://www.youtube.com/watch?v=aBcDeFgHiJk&t=30'],
    ['https://youtu.be/aBcDeFgHiJk?t=30&si=x', 'https://www.youtube.com/watch?v=aBcDeFgHiJk&t=30'],
    ['https://youtu.be/aBcDeFgHiJk?si=x', 'https://www.youtube.com/watch?v=aBcDeFgHiJk'],
    ['https://youtu.be/aBcDeFgHiJk/?si=x#a', 'https://www.youtube.com/watch?v=aBcDeFgHiJk#a'],
    ['HTTP://YOUTU.BE:80/aBcDeFgHiJk', 'HTTP://www.youtube.com/watch?v=aBcDeFgHiJk'],
    ['https://m.youtube.com/watch?v=aBcDeFgHiJk', 'https://www.youtube.com/watch?v=aBcDeFgHiJk'],
    ['https://m.youtube.com/watch?aBcDeFgHiJk&t=1', 'https://www.youtube.com/watch?v=aBcDeFgHiJk&t=1'],
    ['https://www.youtube.com/embed/aBcDeFgHiJk?start=3', 'https://www.youtube.com/watch?v=aBcDeFgHiJk&start=3'],
    ['https://www.meetup.com/es-ES/moon-rust/events/1/', 'https://www.meetup.com/moon-rust/events/1/'],
    ['https://open.substack.com/pub/ada/p/moon?utm_medium=web', 'https://ada.substack.com/p/moon'],
    ['https://en.m.wikipedia.org/wiki/Moon', 'https://en.wikipedia.org/wiki/Moon'],
    ['https://www.google.com/amp/s/ada.example/moon', 'https://ada.example/moon'],
    ['https://ada.example:443/Moon', 'https://ada.example/Moon'],
    ['https://Ada.Example/Moon', 'https://ada.example/Moon'],
    ['https://ada.example//blog///moon//?a=//', 'https://ada.example/blog/moon/?a=//'],
    ['https://m.youtube.com//watch?v=aBcDeFgHiJk', 'https://www.youtube.com/watch?v=aBcDeFgHiJk'],
  ])('%s → %s', (url, usual) => {
    expect(review(url)).toContain(`\n+ * [Moon](${usual})`);
    expect(review(usual)).toBe('nothing to say');
  });
});

describe('only the page knows its usual address', () => {
  test.each([
    ['https://m.ada.example/moon'],
    ['https://amp.ada.example/moon'],
    ['https://ada.example/moon/amp/'],
    ['https://ada.example/moon?x=1&amp=1'],
  ])('%s', (url) => {
    expect(review(url)).toBe(
      'warning canonical-link: The link leads to the version of the page for phones: write the address it has on a computer.',
    );
  });
});

test.each([
  ['https://ada.example/moon'],
  ['https://ada.example:8443/'],
  ['http://ada.example:443/'],
  ['https://m.example/moon'],
  ['https://amplify.ada.example/amp'],
  ['https://www.youtube.com/live/aBcDeFgHiJk'],
  ['https://www.youtube.com/watch?list=PL0&v=aBcDeFgHiJk'],
  ['https://youtu.be/@ada'],
  ['https://www.meetup.com/es-rust/'],
  ['https://web.archive.org/web/2020/https://ADA.example//moon'],
  ['https://ada.example/?next=https://youtu.be/aBcDeFgHiJk'],
  ['https://ada.example/#//moon'],
  ['mailto:Ada@Ada.example'],
  ['README.md'],
  ['//ada.example/moon'],
  [''],
])('%s is fine', (url) => {
  expect(review(url)).toBe('nothing to say');
});

test('links of events count as well', () => {
  const lines = ['* 2026-03-04 | Virtual | [Rust](https://www.meetup.com/de-DE/rust/)'];
  expect(reviewLines(lines, 'Virtual', [canonicalLink])).toContain('](https://www.meetup.com/rust/)');
});

test('the configuration may know other spellings; two that lead to each other do no harm', () => {
  const options = {
    rewrites: [
      { from: 'a.example/{name}/', to: 'b.example/{name}/' },
      { from: 'b.example/{name}/', to: 'a.example/{name}/' },
      { from: 'moon.example/', to: 'ada.example/$&/' },
    ],
  };
  const config = { ...defaultConfig, rules: { 'canonical-link': [{ options }] } };
  const head = writeDraft({ Official: ['* [Moon](https://a.example/x/y)', '* [Moon](https://moon.example/1)'] });
  const { findings } = reviewPush({ files: [{ base: writeDraft(), head }], config }, [canonicalLink]);
  expect(findings.map(({ quotes }) => quotes)).toEqual([
    ['a.example/x/', 'b.example/x/'],
    ['moon.example/', 'ada.example/$&/'],
  ]);
});

test('a long address takes no long time', () => {
  const work = measureWork(() => {
    for (const part of ['/', 'm.', 'a/', '?amp&', '-', '/amp']) review(`https://m.${part.repeat(3000)}`);
  });
  expect(work).toBeLessThan(MUCH_WORK);
});

test('nor does a configured pattern with many gaps, which share no letter of an address', () => {
  const rewrite = compileRewrites([{ from: `ada.example/${'{name}'.repeat(4)}!`, to: 'ada.example/' }]);
  expect(measureWork(() => rewrite(`ada.example/${'a'.repeat(9_000)}`))).toBeLessThan(MUCH_WORK);
  const parted = compileRewrites([{ from: 'ada.example/{name}.{name}/', to: '{name}.ada.example/{name}' }]);
  expect(parted('ada.example/one-two.three/')?.text).toBe('one-two.ada.example/three');
});
