import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { privateKey, REPO } from './open-sandbox.ts';

const main = new URL('../../src/sandbox/main.ts', import.meta.url).pathname;

test('as a process of its own: people act through it, links lead to its pages, and it ends with its input', async () => {
  const child = spawn(process.execPath, [main], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const app = { id: 7, slug: 'desk', publicKey: privateKey, webhookSecret: 'a secret for webhooks' };
  child.stdin.write(`${JSON.stringify({ app })}\n`);
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(line));
  const act = async (action: string, order: object) => {
    const answer = await fetch(`${url}/_sandbox/${action}`, { method: 'POST', body: JSON.stringify(order) });
    return `${answer.status} ${JSON.stringify(await answer.json())}`;
  };
  expect(await act('createRepository', { repo: REPO, files: { 'a.md': 'a\n' } })).toMatch(
    /^200 \{"repo":"news\/letter"/,
  );
  expect(await act('fork', { repo: 'news/none', by: 'ada' })).toMatch(/^404 .*there is no repository news\/none/);
  expect(await act('dance', {})).toBe('404 {"message":"the control channel has no dance"}');
  expect(await (await fetch(`${url}/_sandbox/state`)).json()).toMatchObject({ repositories: [{ name: 'letter' }] });
  const follow = async (accept: string) => {
    const answer = await fetch(`${url}/news/letter/pull/1`, { headers: { accept }, redirect: 'manual' });
    return `${answer.status} ${answer.headers.get('location') ?? 'nowhere'}`;
  };
  expect(await follow('text/html')).toBe('404 nowhere');
  expect(await act('setPageUrl', { url: 'http://127.0.0.1:4000' })).toBe('200 {}');
  expect(await follow('text/html,*/*')).toBe('302 http://127.0.0.1:4000/news/letter/pull/1');
  expect(await follow('application/json')).toBe('404 nowhere');
  child.stdin.end();
  expect(await ended).toBe(0);
});
