import { getGitEnvironment, type Variables } from '../../adapters/git/git-environment.ts';
import { runGit } from '../../adapters/git/run-git.ts';
import { DemoTrouble } from './demo-trouble.ts';

/** A commit of a recorded pull request, and the newsletter as it was for its author. */
export interface RecordedPush {
  readonly sha: string;
  readonly base: string;
}

/** A pull request as a bundle or a repository keeps it. */
export interface RecordedPull {
  readonly number: number;
  /** Made from the name in the commit, which need not be a login. */
  readonly author: string;
  readonly title: string;
  /** ISO 8601. */
  readonly openedAt: string;
  /** The first push, and the last one if that is another. */
  readonly pushes: readonly RecordedPush[];
}

interface Commit {
  readonly sha: string;
  readonly base: string;
  readonly name: string;
  readonly at: string;
  readonly subject: string;
}

/**
 * Reads what `refs/pull/N/first` and `refs/pull/N/head` say of a pull request; either may be missing. Rejects with a
 * `DemoTrouble` where both are, or where there is no commit it was made against.
 */
export async function readRecordedPull(
  folder: string,
  number: number,
  source: string,
  variables: Variables,
): Promise<RecordedPull> {
  const last = await readCommit(folder, `refs/pull/${number}/head`, variables);
  const first = (await readCommit(folder, `refs/pull/${number}/first`, variables)) ?? last;
  if (first === undefined)
    throw new DemoTrouble(`no pull request ${number} in ${source}: it has no refs/pull/${number}/first or …/head.`);
  const pushes = last === undefined || last.sha === first.sha ? [first] : [first, last];
  if (pushes.some((push) => push.base === '')) {
    throw new DemoTrouble(`pull request ${number} starts a history: there is nothing to compare it with.`);
  }
  const { name, subject, at } = first;
  return { number, author: toLogin(name), title: subject, openedAt: at, pushes };
}

async function readCommit(folder: string, ref: string, variables: Variables): Promise<Commit | undefined> {
  const found = await runGit({
    folder,
    environment: getGitEnvironment(variables),
    args: ['log', '--max-count=1', '--format=%H%x00%P%x00%an%x00%aI%x00%s', '--end-of-options', ref, '--'],
  });
  if (!found.ok) return undefined;
  const [sha = '', parents = '', name = '', at = '', subject = ''] = found.value.toString().trim().split('\0');
  return { sha, base: parents.split(' ')[0] ?? '', name, at, subject };
}

/** A name as a login could be: letters, digits and single hyphens. */
export function toLogin(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, 39).replace(/-$/, '') || 'contributor';
}
