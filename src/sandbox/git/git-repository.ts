import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { commitFiles, type CommitOrder } from './fast-import.ts';
import { createObjectReader, type ObjectReader } from './object-reader.ts';
import { type Commit, parseCommit, parseTree, type TreeEntry } from './parse-objects.ts';
import { type DiffFile, readDiff } from './read-diff.ts';
import { GitFailure, runGit } from './run-git.ts';
import { findFork } from './straight-history.ts';
import { writeSkeleton } from './write-skeleton.ts';

/** A bare repository on disk, through the git binary. */
export interface GitRepository extends ObjectReader {
  readonly folder: string;
  readonly commit: (order: CommitOrder) => Promise<string>;
  readonly setRef: (ref: string, sha: string) => Promise<void>;
  readonly listRefs: (prefix: string) => Promise<readonly { ref: string; sha: string }[]>;
  /** The commit a revision names, or undefined. */
  readonly resolveCommit: (revision: string) => Promise<string | undefined>;
  readonly readCommit: (sha: string) => Promise<Commit | undefined>;
  readonly readTree: (expression: string) => Promise<readonly TreeEntry[] | undefined>;
  /** The best common ancestor, or undefined for unrelated histories. */
  readonly findMergeBase: (one: string, other: string) => Promise<string | undefined>;
  /** Commits that `to` has and `from` has not, oldest first. */
  readonly listCommits: (from: string, to: string) => Promise<readonly Commit[]>;
  /** The commit and those before it, newest first; with a path only those that changed it. */
  readonly listHistory: (sha: string, path?: string) => Promise<readonly Commit[]>;
  readonly diff: (from: string, to: string) => Promise<readonly DiffFile[]>;
  /** Hunks without context of one file, empty when it did not change. */
  readonly diffClosely: (from: string, to: string, file: string) => Promise<string>;
  /** The tree of a merge without conflicts; rejects with `GitFailure` when there are some. */
  readonly mergeTrees: (one: string, other: string, message: string) => Promise<string>;
}

export async function createGitRepository(folder: string, branch: string, objects?: string): Promise<GitRepository> {
  await writeSkeleton(folder, objects === undefined ? { branch } : { branch, objects });
  return openGitRepository(folder);
}

function openGitRepository(folder: string): GitRepository {
  const reader = createObjectReader(folder);
  const git = async (...args: string[]) => (await runGit(folder, args)).toString().trim();
  // What lies between two commits never changes, and a process for each question would be most of the time that all takes.
  const diffOf = remember((from, to) => readDiff(folder, from, to));
  const forkOf = remember((one, other) => findFork(readCommit, one, other));
  const mergeBaseOf = remember(findMergeBase);
  const commitsOf = remember(listCommits);

  async function readCommit(sha: string): Promise<Commit | undefined> {
    const found = await reader.read(`${sha}^{commit}`);
    return found && parseCommit(found.oid, found.content);
  }

  async function findMergeBase(one: string, other: string) {
    const fork = await forkOf(one, other);
    if (fork !== undefined) return fork.base;
    const output = await runGit(folder, ['merge-base', one, other], { accepted: [0, 1] });
    return output.toString().trim() || undefined;
  }

  async function listCommits(from: string, to: string): Promise<readonly Commit[]> {
    const fork = await forkOf(from, to);
    if (fork !== undefined) return fork.commits;
    const shas = (await git('rev-list', '--reverse', '--topo-order', `${from}..${to}`)).split('\n').filter(Boolean);
    const commits = await Promise.all(shas.map((sha) => readCommit(sha)));
    return commits.filter((commit) => commit !== undefined);
  }

  async function listHistory(sha: string, file?: string): Promise<readonly Commit[]> {
    const filter = file === undefined ? [] : ['--', `:(literal)${file}`];
    const shas = (await git('rev-list', '--max-count=1000', sha, ...filter)).split('\n').filter(Boolean);
    const commits = await Promise.all(shas.map((one) => readCommit(one)));
    return commits.filter((commit) => commit !== undefined);
  }

  return {
    folder,
    ...reader,
    readCommit,
    findMergeBase: mergeBaseOf,
    listCommits: commitsOf,
    listHistory,
    commit: (order) => commitFiles(folder, order),
    setRef: (ref, sha) => writeRef(folder, ref, sha),
    listRefs: async (prefix) => parseRefs(await git('for-each-ref', '--format=%(objectname) %(refname)', prefix)),
    resolveCommit: async (revision) => (await reader.look(`${revision}^{commit}`))?.oid,
    readTree: async (expression) => {
      const found = await reader.read(expression);
      return found?.type === 'tree' ? parseTree(found.content) : undefined;
    },
    diff: diffOf,
    diffClosely: (from, to, file) => git('diff', '-U0', '--no-ext-diff', from, to, '--', `:(literal)${file}`),
    mergeTrees: async (one, other, message) => {
      const tree = (await git('merge-tree', '--write-tree', one, other)).split('\n')[0] ?? '';
      const signer = ['-c', 'user.name=GitHub', '-c', 'user.email=noreply@github.com'];
      return git(...signer, 'commit-tree', tree, '-p', one, '-p', other, '-m', message);
    },
  };
}

/** Asks once for each two commits; where they are named by anything but their ids, every time, and again after a failure. */
function remember<Answer>(ask: (one: string, other: string) => Promise<Answer>) {
  const known = new Map<string, Promise<Answer>>();
  return (one: string, other: string): Promise<Answer> => {
    const key = `${one} ${other}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const asked = ask(one, other);
    if (!/^[0-9a-f]{40} [0-9a-f]{40}$/.test(key)) return asked;
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  };
}

/** As git stores a loose ref; a process for it would be most of the time a test takes. */
async function writeRef(folder: string, ref: string, sha: string) {
  const file = path.join(folder, ref);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${sha}\n`);
}

function parseRefs(text: string): readonly { ref: string; sha: string }[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ sha: line.slice(0, 40), ref: line.slice(41) }));
}

/**
 * Fetches what refspecs name from a bundle or a repository, whose objects are borrowed, not copied. Rejects with
 * `GitFailure`.
 */
export async function fetchInto(repository: GitRepository, source: string, refspecs: readonly string[]): Promise<void> {
  const objects = await findObjects(source);
  if (objects !== undefined) {
    await writeFile(path.join(repository.folder, 'objects/info/alternates'), `${objects}\n`);
  }
  await runGit(repository.folder, ['fetch', '--quiet', '--no-tags', '--no-auto-gc', source, ...refspecs]);
}

async function findObjects(source: string): Promise<string | undefined> {
  try {
    const folder = (await runGit('/', ['-C', source, 'rev-parse', '--git-path', 'objects'])).toString().trim();
    return path.resolve(source, folder);
  } catch (error) {
    // A bundle is a file, not a repository: git fetches from it all the same.
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}
