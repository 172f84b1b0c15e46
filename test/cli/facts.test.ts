import { expect, test } from '@jest/globals';
import { tellFacts } from './tell-facts.ts';

test('without a network nothing is verified, and that is no error', async () => {
  expect(await tellFacts(['https://cleo.example/'])).toMatchInlineSnapshot(`
   {
     "code": 0,
     "complaint": "",
     "output": "https://cleo.example/
     unverified: the site could not be reached from here
     asked:     2026-03-02T09:00:00.000Z
   ",
   }
  `);
});

test('what a page says is shown and not obeyed', async () => {
  const { output } = await tellFacts(['https://ada.example/evil']);
  expect(output).toMatchInlineSnapshot(`
   "https://ada.example/evil
     page
     title:     Moon⟨U+001B⟩[2J⟨U+202E⟩
     type:      text/html
     free:      no
     code:      26 %
     leads to:  https://ada.example/⟨U+001B⟩evil
     status:    200
     asked:     2026-03-02T09:00:00.000Z
   "
  `);
});

test('one line of JSON for each, in the order that was given', async () => {
  const { output } = await tellFacts(['https://b.example/', 'https://ada.example/gone', '--json']);
  const lines = output.trim().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { kind: 'unverified', evidence: { url: 'https://b.example/' } },
    { kind: 'unreachable', reason: 'not-found' },
  ]);
});

test('a proxy that is none is misuse', async () => {
  expect(await tellFacts(['https://b.example/'], { PAGES_PROXY: 'proxy:3128' })).toEqual({
    code: 2,
    output: '',
    complaint:
      'copydesk facts: PAGES_PROXY must be the http(s) address of a proxy, like http://proxy.example.com:3128\n',
  });
  expect((await tellFacts(['https://b.example/'], { PAGES_PROXY: ' ' })).code).toBe(0);
});
