import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real repository in a temporary folder. Nothing of the machine's own git configuration counts in it. */
export interface TestRepository {
  readonly folder: string;
  /** Writes files (null removes one) and commits all; returns the commit's id. */
  readonly commit: (files: Readonly<Record<string, string | Buffer | null>>) => string;
  /** Writes files without committing them. */
  readonly write: (files: Readonly<Record<string, string | Buffer | null>>) => void;
  /** Runs git; returns what it wrote, without the last line feed. */
  readonly git: (...args: readonly string[]) => string;
  readonly remove: () => void;
}

const variables = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_AUTHOR_DATE: '2026-03-01T12:00:00Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_COMMITTER_DATE: '2026-03-01T12:00:00Z',
};

/** Makes an empty repository with the branch `main`. */
export function makeRepository(): TestRepository {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-test-'));
  const git = (...args: readonly string[]): string => {
    const env = { ...process.env, ...variables };
    return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).replace(/\n$/, '');
  };
  const write: TestRepository['write'] = (files) => {
    for (const [path, content] of Object.entries(files)) {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      if (content === null) rmSync(place);
      else writeFileSync(place, content);
    }
  };
  git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    git,
    write,
    commit: (files) => {
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message=change');
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
