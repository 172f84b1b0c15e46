import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRepository } from '../adapters/git/make-repository.ts';
import { DRAFT, draftWith, OLD, makePlaceToCheck } from './place-to-check.ts';
import { runCopydesk } from './run-copydesk.ts';

const { remove, repository } = makePlaceToCheck();

afterAll(remove);

describe('the command itself', () => {
  test.each<readonly [number, readonly string[]]>([
    [0, ['--base', 'main', '--head', 'fine']],
    [1, ['--base', 'main', '--head', 'dirty', '--format', 'json']],
    [2, ['--base', 'nowhere']],
    [2, ['--unknown']],
  ])('ends with %i after %j', (code, args) => {
    const program = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url));
    const run = spawnSync(process.execPath, [program, 'check', ...args], { cwd: repository.folder, encoding: 'utf8' });
    expect(run.status).toBe(code);
    expect(code === 2 ? run.stdout : run.stderr).toBe('');
  });
});

describe('misuse is one line on standard error and exit code 2', () => {
  test.each<readonly [string, readonly string[]]>([
    ['nothing to check: name a FILE, or a revision with --base to check what was added since', []],
    ['--head needs --base: what is it compared with?', ['--head', 'main']],
    ['--repo needs --base: what is it compared with?', ['--repo', '.']],
    ['unknown revision: nowhere', ['--base', 'nowhere']],
    ['unknown revision: --output=x', ['--base', 'main', '--head=--output=x']],
    ['unknown revision: no⟨U+000A⟩where', ['--base', 'main', '--head', 'no\nwhere']],
    ['--base is empty: which revision is it?', ['--base', '', '--head', 'main']],
    ['--head is empty: which revision is it?', ['--base', 'main', '--head', '']],
    ['FILE is empty: which file is it?', ['']],
    ['cannot read README.md/x (no such file)', ['README.md/x']],
    ['bad date: 2026-02-30 (YYYY-MM-DD)', ['--base', 'main', '--date', '2026-02-30']],
    ['bad date: 2026-02-20 or so (YYYY-MM-DD)', ['--base', 'main', '--date', '2026-02-20 or so']],
    ['unknown permission: admin (read or write)', ['--base', 'main', '--permission', 'admin']],
    ['unknown format: xml (one of text, json, sarif, github)', ['--base', 'main', '--format', 'xml']],
    ['--batch reads revisions from standard input: leave out FILE, --base and --head', ['--batch', '--base', 'main']],
    ['--batch writes JSON, not text', ['--batch', '--format', 'text']],
    ['cannot read missing.md (no such file)', ['missing.md']],
    ['cannot read draft (it is a folder)', ['draft']],
    ['cannot read /dev/zero (it is no regular file)', ['/dev/zero']],
    ['not a git repository: /', ['--repo', '/', '--base', 'main']],
    ['no such folder: /no⟨U+001B⟩[1m/where', ['--repo', '/no\u001B[1m/where', '--base', 'main']],
  ])('%s', async (reason, args) => {
    const run = await runCopydesk(repository.folder, args);
    expect(run).toEqual({ code: 2, output: '', complaint: `copydesk check: ${reason}\n` });
  });

  test('of two configurations none would be judged by the other’s rules', async () => {
    for (const name of ['a', 'b']) {
      mkdirSync(join(repository.folder, name, '.github'), { recursive: true });
      writeFileSync(join(repository.folder, name, '.github/copydesk.yml'), 'bulet: x\n');
    }
    const { code, complaint } = await runCopydesk(
      repository.folder,
      ['a', 'b'].map((name) => `${name}/.github/copydesk.yml`),
    );
    expect(code).toBe(2);
    expect(complaint).toMatch(/at a time/);
  });

  test('without git there is a clear word', async () => {
    const run = await runCopydesk(repository.folder, ['--base', 'main'], '', { PATH: '/nonexistent' });
    expect(run.complaint).toBe('copydesk check: git is not installed, or not in PATH\n');
  });

  test('a broken repository is told from an unknown revision', async () => {
    const broken = makeRepository();
    broken.commit({ [DRAFT]: draftWith(OLD) });
    rmSync(join(broken.folder, '.git/HEAD'));
    expect((await runCopydesk(broken.folder, ['--base', 'main'])).complaint).toBe(
      `copydesk check: not a git repository: ${broken.folder}\n`,
    );
    broken.remove();
  });
});
