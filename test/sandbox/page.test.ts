import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readDiffLines } from '../../src/sandbox/page/diff-lines.ts';
import { renderMarkdown } from '../../src/sandbox/page/render-markdown.ts';
import { createPage } from '../../src/sandbox/page/serve-page.ts';
import type { SandboxState } from '../../src/sandbox/state.ts';
import { getStatusForHost, listen, type Listening } from '../support/listen.ts';
import { pageState } from './page-state.ts';

describe('what people write stays text', () => {
  test.each([
    [
      'HTML',
      'a <b onclick="x()">b</b>',
      '<p>a <span>&lt;b onclick=&quot;x()&quot;&gt;</span>b<span>&lt;/b&gt;</span></p>',
    ],
    ['a script', '<script>\nalert(1)\n</script>', '<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>'],
    ['a comment is not shown', 'a <!-- secret --> b', '<p>a  b</p>'],
    ['a comment of many lines', '<!-- one\n\ntwo --> three', '<p> three</p>'],
    ['a comment in code is code', '`<!-- a -->`', '<p><code>&lt;!-- a --&gt;</code></p>'],
    [
      'an image is named, not loaded',
      '![a "b"](https://spy.example/x.png)',
      '<p><span class="image">image: a &quot;b&quot;</span></p>',
    ],
    ['a link that would run', '[a](javascript:alert(1))', '<p><a href="">a</a></p>'],
    ['a link', '[a](https://a.example/?b=1&c=2)', '<p><a href="https://a.example/?b=1&amp;c=2">a</a></p>'],
    ['a line of 6,000 signs', '- '.repeat(3000), `<pre class="as-written">${'- '.repeat(3000)}</pre>`],
  ])('%s', (_, body, expected) => {
    expect(renderMarkdown(body).text).toBe(expected);
  });

  test('a suggestion shows the lines it replaces, escaped, and is plain code outside a thread', () => {
    const body = '```suggestion\n* <b>\n```';
    expect(renderMarkdown(body, ['- <i>']).text.replaceAll(/\s*\n\s*/g, '')).toMatchInlineSnapshot(
      `"<figure class="suggestion"><figcaption>Suggested change</figcaption><div class="line removed"><span class="sign" aria-hidden="true">−</span><code>- &lt;i&gt;</code></div><div class="line added"><span class="sign" aria-hidden="true">+</span><code>* &lt;b&gt;</code></div></figure>"`,
    );
    expect(renderMarkdown(body).text).toMatchInlineSnapshot(`
     "<pre><code class="language-suggestion">* &lt;b&gt;
     </code></pre>"
    `);
  });

  test('a suggestion to delete a line adds none', () => {
    expect(renderMarkdown('```suggestion\n```', ['gone']).text).not.toContain('class="line added"');
  });
});

describe('a diff row by row', () => {
  test.each([
    ['numbers follow the header', '@@ -3,2 +5,3 @@ x\n a\n+b\n c', ['hunk', 'context 3 5', 'added - 6', 'context 4 7']],
    [
      'two hunks',
      '@@ -1 +1 @@\n-a\n+b\n@@ -9,0 +10 @@\n+c',
      ['hunk', 'removed 1 -', 'added - 1', 'hunk', 'added - 10'],
    ],
    [
      'no newline at the end',
      '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n',
      ['hunk', 'removed 1 -', 'note', 'added - 1'],
    ],
    ['nothing at all', '', ['context 1 1']],
  ])('%s', (_, patch, expected) => {
    const rows = readDiffLines(patch).map(({ kind, oldLine, newLine }) =>
      kind === 'hunk' || kind === 'note' ? kind : `${kind} ${oldLine ?? '-'} ${newLine ?? '-'}`,
    );
    expect(rows).toEqual(expected);
  });
});

describe('over HTTP', () => {
  let page: Listening;
  let readState: () => Promise<SandboxState> = async () => Promise.resolve(pageState);
  beforeAll(async () => {
    page = await listen(createServer(createPage(async () => readState())));
  });
  afterAll(async () => page.close());

  test.each([
    ['/', 200, 'text/html', 'Add &quot;Salt&quot; &lt;img src=x onerror=alert(1)&gt;'],
    ['/letter/weekly/pull/7', 200, 'text/html', 'One thing to fix'],
    ['/letter/weekly/pull/7?x=1', 200, 'text/html', 'One thing to fix'],
    ['/letter/weekly/pull/7/files', 200, 'text/html', 'Resolved by copydesk[bot]'],
    ['/letter/weekly/pull/7/checks', 200, 'text/html', 'An item starts with &quot;* &quot;.'],
    ['/style.css', 200, 'text/css', 'prefers-color-scheme: dark'],
    ['/icon.svg', 200, 'image/svg+xml', '<svg'],
    ['/letter/weekly/pull/8', 404, 'text/html', 'There is no such page.'],
    ['/letter/weekly/pull/7/toString', 404, 'text/html', 'There is no such page.'],
    ['//', 404, 'text/html', 'There is no such page.'],
  ])('%s answers %i', async (path, status, type, text) => {
    const response = await fetch(page.url + path);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, `${type}; charset=utf-8`]);
    expect(await response.text()).toContain(text);
  });

  test('no view lets through a tag that somebody wrote', async () => {
    for (const view of ['', '/files', '/checks']) {
      const text = await (await fetch(`${page.url}/letter/weekly/pull/7${view}`)).text();
      expect(text.match(/<(script|img|iframe|time>)[^>]*>|\son\w+="|javascript:/gi)).toBeNull();
    }
  });

  test('every answer forbids scripts and foreign sources', async () => {
    const response = await fetch(`${page.url}/nowhere`);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/);
  });

  test('nothing can be sent to it, and no other name reaches it', async () => {
    expect((await fetch(`${page.url}/`, { method: 'POST' })).status).toBe(405);
    expect(await getStatusForHost(page.url, 'evil.example')).toBe(403);
  });

  test('an embedded GitHub that has gone is said', async () => {
    readState = async () => Promise.reject(new Error('gone'));
    const response = await fetch(`${page.url}/`);
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining('does not answer')]);
  });
});
