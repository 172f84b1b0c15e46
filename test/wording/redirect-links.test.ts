import { describe, expect, test } from '@jest/globals';
import { redirectLinks } from '../../src/wording/redirect-links.ts';

describe('links to GitHub do not notify the threads they lead to', () => {
  test.each([
    ['https://github.com/o/r/pull/1', 'https://redirect.github.com/o/r/pull/1'],
    ['[t](http://www.github.com/o/r)', '[t](http://redirect.github.com/o/r)'],
    ['HTTPS://GitHub.com', 'HTTPS://redirect.github.com'],
    ['https://redirect.github.com/o', 'https://redirect.github.com/o'],
    ['https://docs.github.com/en', 'https://docs.github.com/en'],
    ['https://github.community/', 'https://github.community/'],
    ['`https://github.com/o` and https://github.com/p', '`https://github.com/o` and https://redirect.github.com/p'],
    ['```suggestion\n* [t](https://github.com/o)\n```', '```suggestion\n* [t](https://github.com/o)\n```'],
    ['a lone ` before https://github.com/o', 'a lone ` before https://redirect.github.com/o'],
  ])('%j', (markdown, expected) => expect(redirectLinks(markdown)).toBe(expected));
});
