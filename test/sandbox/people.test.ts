import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { readSuggestion, replaceLines } from '../../src/sandbox/people/read-suggestion.ts';
import { openSandbox, type Opened, PULL, REPO, writeLines } from './open-sandbox.ts';

const on = { repo: REPO, number: 1, by: 'ada' };

/** Lines of the file at the head of the pull request that are not as they were. */
async function readChangedLines({ asBot }: Opened): Promise<readonly string[]> {
  const { head } = z.object({ head: z.object({ sha: z.string() }) }).parse((await asBot('GET', PULL)).body);
  const file = await asBot('GET', `/repos/${REPO}/contents/draft/one.md?ref=${head.sha}`);
  const { content } = z.object({ content: z.string() }).parse(file.body);
  const lines = Buffer.from(content, 'base64').toString().split('\n');
  return lines.filter((line) => line !== '' && !/^line \d+$/.test(line));
}

describe('suggestions', () => {
  test('are applied together, each in place of its lines', async () => {
    const opened = await openSandbox();
    const suggest = (place: object, ...lines: string[]) => ({
      path: 'draft/one.md',
      ...place,
      body: ['Better:', '````suggestion', ...lines, '````'].join('\n'),
    });
    await opened.asBot('POST', `${PULL}/reviews`, {
      event: 'COMMENT',
      comments: [
        suggest({ line: 10 }, 'TEN', '```not the end'),
        suggest({ start_line: 11, line: 12 }),
        { path: 'draft/one.md', line: 13, body: 'no suggestion' },
      ],
    });
    await opened.people.applySuggestions(on);
    expect(await readChangedLines(opened)).toEqual(['TEN', '```not the end']);
    await expect(opened.people.applySuggestions(on)).rejects.toThrow('there is no suggestion to apply');
  });

  test.each([
    ['```suggestion\none\n```', ['one']],
    ['```suggestion\n```', []],
    ['text\n\n~~~suggestion\none\n\ntwo\n~~~\nmore', ['one', '', 'two']],
    ['````suggestion\n```\n````', ['```']],
    ['```suggestion\nnever ends', ['never ends']],
    ['```\nsuggestion\n```', undefined],
    ['no fence', undefined],
  ])('read from %j', (body, lines) => {
    expect(readSuggestion(body)).toEqual(lines);
  });

  test('keep the line ends of the lines they replace, and do not overlap', () => {
    const replacements = [
      { first: 2, last: 2, lines: ['B', 'B2'] },
      { first: 1, last: 2, lines: ['never'] },
    ];
    expect(replaceLines('a\r\nb\r\nc\r\n', replacements)).toBe('a\r\nB\r\nB2\r\nc\r\n');
  });
});

test('a fork that is gone leaves its pull request readable', async () => {
  const { people, asBot, graphql } = await openSandbox();
  await people.deleteRepository({ repo: 'ada/letter' });
  expect((await asBot('GET', PULL)).body).toMatchObject({ head: { repo: null, ref: 'mine' }, changed_files: 1 });
  expect((await asBot('GET', '/repos/ada/letter')).status).toBe(404);
  expect(
    await graphql('{ repository(owner: "news", name: "letter") { pullRequest(number: 1) { headRepository { id } } } }'),
  ).toEqual({
    data: { repository: { pullRequest: { headRepository: null } } },
  });
  await people.closePullRequest(on);
  await expect(people.reopenPullRequest(on)).rejects.toThrow('Validation Failed');
});

test('a repository that was renamed keeps its number, and its old name leads to it until another takes it', async () => {
  const { people, asBot, graphql } = await openSandbox();
  const query = `{ repository(owner: "news", name: "LETTER") { databaseId nameWithOwner } }`;
  const before = JSON.stringify(await graphql(query));
  expect(before).toContain(`"${REPO}"`);
  await people.renameRepository({ repo: REPO, name: 'weekly' });
  expect(JSON.stringify(await graphql(query))).toBe(before.replace(REPO, 'news/weekly'));
  expect((await asBot('GET', PULL)).body).toMatchObject({ base: { repo: { full_name: 'news/weekly' } } });
  expect((await asBot('POST', `/repos/${REPO}/issues/1/comments`, { body: 'Hello.' })).status).toBe(201);
  await expect(people.createRepository({ repo: 'news/Weekly' })).rejects.toThrow('exists already');
  await people.createRepository({ repo: REPO, files: { 'draft/one.md': 'Another one.' } });
  expect((await asBot('GET', PULL)).status).toBe(404);
});

test('a merge moves the default branch; what conflicts is not merged', async () => {
  const opened = await openSandbox();
  const { people, asBot } = opened;
  await people.fork({ repo: REPO, by: 'grace' });
  await people.push({
    repo: 'grace/letter',
    by: 'grace',
    branch: 'other',
    files: { 'draft/one.md': writeLines({ 10: 'X' }) },
  });
  const second = await people.openPullRequest({ repo: REPO, by: 'grace', head: 'grace:other', title: 'Line ten' });
  const { sha } = await people.mergePullRequest({ ...on, by: 'news' });
  expect((await asBot('GET', `/repos/${REPO}/git/ref/heads/main`)).body).toMatchObject({ object: { sha } });
  expect((await asBot('GET', PULL)).body).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: sha });
  await expect(people.mergePullRequest({ repo: REPO, number: second.number, by: 'news' })).rejects.toThrow(
    'merge-tree',
  );
  const later = await people.openPullRequest({ repo: REPO, by: 'ada', head: 'ada:main', title: 'Once merged' });
  expect((await asBot('GET', `/repos/${REPO}/pulls/${later.number}`)).body).toMatchObject({
    author_association: 'CONTRIBUTOR',
  });
});

test('everything there is to see is told as plain data', async () => {
  const { people, asBot, sandbox } = await openSandbox();
  await asBot('POST', `${PULL}/reviews`, {
    event: 'COMMENT',
    comments: [{ path: 'draft/one.md', line: 10, body: 'hm' }],
  });
  const [thread] = (await sandbox.state()).repositories[0]?.pulls[0]?.threads ?? [];
  await people.reply({ ...on, thread: thread?.id ?? 0, body: 'why?' });
  await people.comment({ ...on, body: 'Please look.' });
  const [pull] = (await sandbox.state()).repositories[0]?.pulls ?? [];
  expect(
    pull?.threads.map(({ line, comments }) => [line, comments.map(({ by, body }) => `${by.login}: ${body}`)]),
  ).toEqual([[10, ['desk[bot]: hm', 'ada: why?']]]);
  expect(pull?.timeline.map(({ kind, by }) => `${kind} by ${by.login}`)).toEqual([
    'comment by ada',
    'review by desk[bot]',
    'review by ada',
  ]);
  expect(JSON.parse(JSON.stringify(pull))).toEqual(pull);
});

test('a repository can start from another one on disk', async () => {
  const { people, sandbox, asBot } = await openSandbox();
  const [newsletter] = (await sandbox.state()).repositories;
  const [oldest = ''] = (await readdir(sandbox.folder)).toSorted();
  const folder = `${sandbox.folder}/${oldest}`;
  await people.createRepository({ repo: 'news/copy', from: folder, refs: ['+refs/pull/1/head:refs/heads/main'] });
  const tip = z.object({ object: z.object({ sha: z.string() }) });
  const copied = tip.parse((await asBot('GET', '/repos/news/copy/git/ref/heads/main')).body);
  expect(copied.object.sha).toBe(newsletter?.pulls[0]?.head.sha);
  await expect(people.createRepository({ repo: 'news/none', from: `${folder}/none` })).rejects.toThrow('git fetch');
});
