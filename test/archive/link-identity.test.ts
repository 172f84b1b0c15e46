import { describe, expect, test } from '@jest/globals';
import { getLinkIdentity } from '../../src/archive/link-identity.ts';
import { defaultConfig } from '../../src/config/defaults.ts';

function identify(url: string): string {
  return getLinkIdentity(url, defaultConfig.trackingParameters);
}

describe('one page, many spellings', () => {
  test.each([
    [
      'ada.example/moon',
      ['http://ada.example/moon', 'https://www.ada.example/moon/', 'HTTPS://m.ADA.example:443//moon'],
    ],
    [
      'ada.example',
      ['https://ada.example', 'https://ada.example/', 'http://ada.example:80/#', 'https://ada.example/?'],
    ],
    [
      'ada.example/a?b=2&c=1',
      ['https://ada.example/a?c=1&b=2', 'https://ada.example/a/?b=2&utm_source=x&c=1&amp;fbclid=1'],
    ],
    ['ada.example/a', ['https://amp.ada.example/a#:~:text=moon', 'https://ada.example/a?UTM_SOURCE=x']],
    ['ada.substack.com/p/a', ['https://ada.substack.com/p/a?r=1x2&showWelcomeOnShare=true']],
    [
      'youtube.com/watch?v=abc_def-123',
      [
        'https://youtu.be/abc_def-123?si=xyz',
        'https://m.youtube.com/watch?t=7&v=abc_def-123',
        'https://www.youtube.com/shorts/abc_def-123',
        'https://youtube.com/live/abc_def-123?feature=share',
        'https://www.youtube-nocookie.com/embed/abc_def-123',
      ],
    ],
    [
      'meetup.com/rust/events/1',
      ['https://www.meetup.com/es-ES/rust/events/1/', 'https://meetup.com/rust/events/1/?eventOrigin=x'],
    ],
    ['github.com/ada', ['https://github.com/Ada', 'https://www.github.com/ada/']],
    ['github.com/ada/moon', ['https://github.com/Ada/Moon.git', 'http://www.github.com/ada/moon/']],
    ['github.com/ada/moon/blob/main/README.md', ['https://github.com/Ada/Moon/blob/main/README.md']],
  ])('%s', (identity, urls) => {
    expect(urls.map(identify)).toEqual(urls.map(() => identity));
  });
});

describe('different pages stay different', () => {
  test.each([
    ['https://netstack.example/#episode-5', 'https://netstack.example/#episode-6'],
    ['https://ada.example/changelog.md#v055', 'https://ada.example/changelog.md#v056'],
    ['https://ada.example/#/post', 'https://ada.example/'],
    ['https://ada.example/?page=2', 'https://ada.example/?page=3'],
    ['https://ada.example/?user=2', 'https://ada.example/?user=3'],
    ['https://ada.example/watch?v=abc_def', 'https://youtu.be/abc_def'],
    ['https://www.youtube.com/@ada/abc_def', 'https://youtu.be/abc_def'],
    ['https://github.com/ada', 'https://github.com/bea'],
    ['https://ada.example/Moon', 'https://ada.example/moon'],
    ['https://ada.example:8080/', 'https://ada.example/'],
    ['https://www.youtube.com/watch?v=abc_def', 'https://www.youtube.com/watch?v=abc_deg'],
    ['https://www.youtube.com/playlist?list=abc', 'https://www.youtube.com/playlist?list=abd'],
    ['https://m.co/', 'https://co/'],
    ['https://github.com/ada/moon/blob/main/README.md', 'https://github.com/ada/moon/blob/main/readme.md'],
  ])('%s and %s', (one, other) => {
    expect(identify(one)).not.toBe(identify(other));
  });
});

test('a path that ends in slashes ends in none, also behind an embedded scheme', () => {
  expect(identify('https://web.archive.org/save/https://')).toBe(identify('https://web.archive.org/save/https:'));
});

test('the double slash of an archived address is no slip', () => {
  expect(identify('https://web.archive.org/web/2020/https://x.example//a')).toBe(
    'web.archive.org/web/2020/https://x.example/a',
  );
});

test.each([
  [''],
  ['moon'],
  ['mailto:ada@ada.example'],
  [' https:// '],
  ['mailto:ada@ada.example'],
  ['https://[::1'],
  ['http://%'],
  ['https://a.example/%'],
])('%j is not taken apart in anger', (text) => {
  expect(typeof identify(text)).toBe('string');
});
