import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openSandbox, PULL, REPO, tell, writeLines } from './open-sandbox.ts';

const comment = (fields: object) => ({ path: 'draft/one.md', line: 10, side: 'RIGHT', body: 'hm', ...fields });
const review = (...comments: object[]) => ({ event: 'COMMENT', body: 'See below.', comments });

describe('a review', () => {
  test.each([
    ['on an added line', comment({}), '200'],
    ['on a context line', comment({ line: 7 }), '200'],
    ['on two added lines', comment({ start_line: 10, line: 11 }), '200'],
    ['on a removed line', comment({ line: 10, side: 'LEFT' }), '200'],
    ['below the hunk', comment({ line: 25 }), '422 Unprocessable Entity: Line could not be resolved'],
    ['on no line at all', comment({ line: undefined }), '422 Unprocessable Entity: Line could not be resolved'],
    ['in a file nobody changed', comment({ path: 'README' }), '422 Unprocessable Entity: Path could not be resolved'],
    [
      'from a line to the same line',
      comment({ start_line: 10, line: 10 }),
      '422 Unprocessable Entity: Start line must precede the end line',
    ],
    [
      'from outside the diff',
      comment({ start_line: 2, line: 10 }),
      '422 Unprocessable Entity: Start line could not be resolved',
    ],
    [
      'too long',
      comment({ body: 'x'.repeat(65_537) }),
      '422 Validation Failed: body is too long (maximum is 65536 characters)',
    ],
    ['as long as can be', comment({ body: 'x'.repeat(65_536) }), '200'],
  ])('%s', async (_, wanted, told) => {
    const { asBot } = await openSandbox();
    expect(tell(await asBot('POST', `${PULL}/reviews`, review(wanted)))).toBe(told);
  });

  test('fails whole when one of its comments does', async () => {
    const { asBot } = await openSandbox();
    await asBot('POST', `${PULL}/reviews`, review(comment({}), comment({ line: 25 })));
    expect((await asBot('GET', `${PULL}/comments`)).body).toEqual([]);
    expect((await asBot('GET', `${PULL}/reviews`)).body).toEqual([]);
  });

  test('across two hunks', async () => {
    const { asBot, people } = await openSandbox();
    const files = { 'draft/one.md': writeLines({ 1: 'first', 30: 'last' }) };
    await people.push({ repo: 'ada/letter', by: 'ada', branch: 'other', files });
    const opened = await people.openPullRequest({ repo: REPO, by: 'ada', head: 'ada:other', title: 'Both ends' });
    const wanted = review(comment({ start_line: 1, line: 30 }));
    expect(tell(await asBot('POST', `/repos/${REPO}/pulls/${opened.number}/reviews`, wanted))).toBe(
      '422 Unprocessable Entity: Start line must be part of the same hunk as the line',
    );
  });
});

describe('a check run', () => {
  const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' };
  const output = (fields: object) => ({ output: { title: 't', summary: 's', ...fields } });

  test.each([
    ['as it should be', output({ annotations: Array(50).fill(annotation) }), '201'],
    [
      'with 51 annotations',
      output({ annotations: Array(51).fill(annotation) }),
      '422 Invalid request. No more than 50 items are allowed; 51 were supplied.',
    ],
    [
      'with a long summary',
      output({ summary: 'x'.repeat(65_536) }),
      '422 Validation Failed: summary exceeds a maximum length of 65535 characters',
    ],
    [
      'with a long text',
      output({ text: 'x'.repeat(65_536) }),
      '422 Validation Failed: text exceeds a maximum length of 65535 characters',
    ],
    ['without a summary', { output: { title: 't' } }, '422 Invalid request. "summary" wasn\'t supplied.'],
    [
      'with columns over two lines',
      output({ annotations: [{ ...annotation, end_line: 2, start_column: 1 }] }),
      '422 Validation Failed: columns need start_line and end_line on the same line',
    ],
    [
      'with four buttons',
      { actions: Array(4).fill({ label: 'a', description: 'b', identifier: 'c' }) },
      '422 Invalid request. No more than 3 items are allowed; 4 were supplied.',
    ],
    [
      'with a wordy button',
      { actions: [{ label: 'x'.repeat(21), description: 'b', identifier: 'c' }] },
      '422 Validation Failed: label is too long (maximum is 20 characters)',
    ],
    [
      'completed without a conclusion',
      { status: 'completed', conclusion: undefined },
      '422 Invalid request. Missing required keys "conclusion" and "completed_at".',
    ],
    [
      'with a conclusion of its own',
      { conclusion: 'fine' },
      /^422 Invalid request\. For 'conclusion', "fine" is not one of/,
    ],
    ['on a commit nobody has', { head_sha: 'f'.repeat(40) }, /^422 No commit found for SHA: f+$/],
  ])('%s', async (_, fields, told) => {
    const { asBot } = await openSandbox();
    const head_sha = await headOf(asBot);
    const wanted = { name: 'Desk', head_sha, conclusion: 'success', ...fields };
    expect(tell(await asBot('POST', `/repos/${REPO}/check-runs`, wanted))).toEqual(
      typeof told === 'string' ? told : expect.stringMatching(told),
    );
  });

  test('is not for people, nor for the app itself', async () => {
    const { asBot, asPerson, asApp } = await openSandbox();
    const wanted = { name: 'Desk', head_sha: await headOf(asBot) };
    const person = await asPerson('news');
    expect(tell(await person('POST', `/repos/${REPO}/check-runs`, wanted))).toBe(
      '403 You must authenticate via a GitHub App.',
    );
    expect(tell(await asApp('POST', `/repos/${REPO}/check-runs`, wanted))).toMatch(/^401 /);
  });
});

describe('what belongs to others', () => {
  test('a fork cannot be written to', async () => {
    const { asBot } = await openSandbox();
    const wanted = { name: 'Desk', head_sha: await headOf(asBot) };
    expect(tell(await asBot('POST', '/repos/ada/letter/check-runs', wanted))).toBe(
      '403 Resource not accessible by integration',
    );
    expect((await asBot('GET', '/repos/ada/letter')).status).toBe(200);
  });

  test("others' comments cannot be changed", async () => {
    const { asBot, asPerson, people } = await openSandbox();
    const { id } = await people.comment({ repo: REPO, number: 1, by: 'ada', body: 'mine' });
    const path = `/repos/${REPO}/issues/comments/${id}`;
    const grace = await asPerson('grace');
    expect(tell(await asBot('PATCH', path, { body: 'ours' }))).toBe('403 Resource not accessible by integration');
    expect(tell(await asBot('DELETE', path))).toBe('403 Resource not accessible by integration');
    expect(tell(await grace('PATCH', path, { body: 'ours' }))).toBe('403 Must have admin rights to Repository.');
    const ada = await asPerson('ada');
    expect((await ada('PATCH', path, { body: 'still mine' })).status).toBe(200);
  });
});

async function headOf(ask: Awaited<ReturnType<typeof openSandbox>>['asBot']): Promise<string> {
  return z.object({ head: z.object({ sha: z.string() }) }).parse((await ask('GET', PULL)).body).head.sha;
}
