import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloneBundle } from '../../../src/adapters/git/clone-bundle.ts';
import { describeGitTrouble } from '../../../src/adapters/git/git-trouble.ts';
import { openRepository } from '../../../src/adapters/git/open-repository.ts';
import { makeRepository, type TestRepository } from './make-repository.ts';

let place: TestRepository;
let bundle: string;

beforeAll(() => {
  place = makeRepository();
  place.commit({ 'draft/one.md': 'a\n' });
  place.git('update-ref', 'refs/pull/7/head', place.commit({ 'draft/one.md': 'a\nb\n' }));
  place.git('update-ref', 'refs/pull/8/head', 'HEAD^');
  bundle = join(place.folder, 'all.bundle');
  place.git('bundle', 'create', '--quiet', bundle, '--all');
});

afterAll(() => place.remove());

async function resolveIn(folder: string, revision: string): Promise<string> {
  const opened = await openRepository(folder, process.env);
  if (!opened.ok) return describeGitTrouble(opened.trouble);
  const commit = await opened.value.resolveCommit(revision);
  await opened.value.close();
  return commit.ok ? commit.value : describeGitTrouble(commit.trouble);
}

test('a bundle becomes a bare repository with all its refs', async () => {
  const target = join(place.folder, 'clone');
  expect(await cloneBundle(bundle, target, process.env)).toEqual({ ok: true, value: target });
  expect(await resolveIn(target, 'refs/pull/7/head')).toBe(place.git('rev-parse', 'HEAD'));
  expect(await resolveIn(target, 'main')).toBe(place.git('rev-parse', 'main'));
});

test('a folder serves as well, and refs can be chosen', async () => {
  const target = join(place.folder, 'chosen');
  await cloneBundle(place.folder, target, process.env, ['refs/pull/8/*']);
  expect(await resolveIn(target, 'refs/pull/8/head')).toBe(place.git('rev-parse', 'HEAD^'));
  expect(await resolveIn(target, 'refs/pull/7/head')).toBe('unknown revision: refs/pull/7/head');
});

test('a broken, missing or cut bundle leaves nothing behind', async () => {
  const target = join(place.folder, 'never');
  const cut = join(place.folder, 'cut.bundle');
  writeFileSync(cut, readFileSync(bundle).subarray(0, -60));
  const text = join(place.folder, 'text.bundle');
  writeFileSync(text, 'not a bundle\n');
  for (const source of [cut, text]) {
    const outcome = await cloneBundle(source, target, process.env);
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'broken-bundle', subject: source } });
  }
  const missing = await cloneBundle(join(place.folder, 'none'), target, process.env);
  expect(missing.ok ? '' : describeGitTrouble(missing.trouble)).toContain('none (no such file)');
  expect(existsSync(target)).toBe(false);
});
