import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openSandbox, PULL, REPO, writeLines } from './open-sandbox.ts';

const filesSchema = z.array(
  z.object({
    filename: z.string(),
    status: z.string(),
    patch: z.string().optional(),
    previous_filename: z.string().optional(),
  }),
);

describe('the files of a pull request', () => {
  test('have the patch that git makes, in hunks', async () => {
    const { asBot } = await openSandbox();
    const [file] = filesSchema.parse((await asBot('GET', `${PULL}/files`)).body);
    expect(file?.patch).toMatchInlineSnapshot(`
     "@@ -7,8 +7,8 @@ line 6
      line 7
      line 8
      line 9
     -line 10
     -line 11
     +ten
     +eleven
      line 12
      line 13
      line 14"
    `);
  });

  test('of every kind', async () => {
    const { asBot, people } = await openSandbox();
    await people.push({
      repo: 'ada/letter',
      by: 'ada',
      branch: 'mine',
      files: {
        'draft/one.md': null,
        'draft/moved "quoted" ü.md': writeLines(),
        'empty.md': '',
        'no-newline.md': 'end',
        'image.png': 'PNG\0\0',
        'big.md': 'a line of text\n'.repeat(21_000),
      },
    });
    const files = filesSchema.parse((await asBot('GET', `${PULL}/files`)).body);
    const told = files.map(
      ({ filename, status, patch, previous_filename: from }) =>
        `${status} ${filename}${from === undefined ? '' : ` (was ${from})`}: ${patch === undefined ? 'no patch' : JSON.stringify(patch)}`,
    );
    expect(told.join('\n')).toMatchInlineSnapshot(`
     "added big.md: no patch
     renamed draft/moved "quoted" ü.md (was draft/one.md): no patch
     added empty.md: no patch
     added image.png: no patch
     added no-newline.md: "@@ -0,0 +1 @@\\n+end\\n\\\\ No newline at end of file""
    `);
  });
});

test('long lists come in pages, with links', async () => {
  const { asBot, people } = await openSandbox();
  for (let count = 1; count <= 5; count += 1) {
    await people.comment({ repo: REPO, number: 1, by: 'ada', body: `comment ${count}` });
  }
  const answer = await asBot('GET', `/repos/${REPO}/issues/1/comments?per_page=2&page=2`);
  const bodies = z.array(z.object({ body: z.string() })).parse(answer.body);
  const links = answer.headers
    .get('link')
    ?.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '')
    .split(', ');
  expect(bodies.map(({ body }) => body)).toEqual(['comment 3', 'comment 4']);
  expect(links).toEqual([
    '</repos/news/letter/issues/1/comments?per_page=2&page=1>; rel="prev"',
    '</repos/news/letter/issues/1/comments?per_page=2&page=3>; rel="next"',
    '</repos/news/letter/issues/1/comments?per_page=2&page=3>; rel="last"',
    '</repos/news/letter/issues/1/comments?per_page=2&page=1>; rel="first"',
  ]);
});

test('never more than a hundred on a page', async () => {
  const { asBot, people } = await openSandbox();
  for (let count = 1; count <= 101; count += 1) {
    await people.comment({ repo: REPO, number: 1, by: 'ada', body: `comment ${count}` });
  }
  const answer = await asBot('GET', `/repos/${REPO}/issues/1/comments?per_page=1000`);
  expect(answer.body).toHaveLength(100);
  expect(answer.headers.get('link')).toContain('page=2');
});

test('what has not changed is answered 304, and costs nothing', async () => {
  const { sandbox, asBot, people } = await openSandbox();
  const path = `/repos/${REPO}/issues/1/comments`;
  const first = await asBot('GET', path);
  const again = { 'if-none-match': first.headers.get('etag') ?? '' };
  const second = await asBot('GET', path, undefined, again);
  await people.comment({ repo: REPO, number: 1, by: 'ada', body: 'news' });
  const third = await asBot('GET', path, undefined, again);
  expect([first.status, second.status, third.status]).toEqual([200, 304, 200]);
  expect(second.headers.get('x-ratelimit-used')).toBe(first.headers.get('x-ratelimit-used'));
  expect(sandbox.requests.slice(-3).map((request) => request.wasConditional304)).toEqual([false, true, false]);
});

test('what it does not know is answered 404 and told', async () => {
  const { sandbox, asBot } = await openSandbox();
  expect((await asBot('GET', `/repos/${REPO}/releases`)).status).toBe(404);
  expect((await asBot('GET', `/repos/${REPO}/pulls/99`)).status).toBe(404);
  expect([...sandbox.unimplemented]).toEqual(['GET /repos/news/letter/releases']);
});

test('contents and comparisons', async () => {
  const { asBot } = await openSandbox();
  const { head } = z.object({ head: z.object({ sha: z.string() }) }).parse((await asBot('GET', PULL)).body);
  const file = await asBot('GET', `/repos/${REPO}/contents/draft/one.md?ref=${head.sha}`);
  const { content } = z.object({ content: z.string() }).parse(file.body);
  expect(Buffer.from(content, 'base64').toString()).toContain('line 9\nten\neleven\n');
  expect((await asBot('GET', `/repos/${REPO}/contents/draft`)).body).toMatchObject([{ path: 'draft/one.md' }]);
  expect((await asBot('GET', `/repos/${REPO}/contents/nothing`)).status).toBe(404);
  expect((await asBot('GET', `/repos/${REPO}/compare/main...${head.sha}`)).body).toMatchObject({
    status: 'ahead',
    ahead_by: 1,
    files: [{ filename: 'draft/one.md' }],
  });
  const more = await asBot('GET', `/repos/${REPO}/compare/main...${head.sha}?per_page=1&page=2`);
  expect(more.body).toMatchObject({ ahead_by: 1, files: [] });
});
