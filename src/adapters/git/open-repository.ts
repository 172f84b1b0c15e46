import { resolve } from 'node:path';
import { type CommitSha, toCommitSha } from '../../shared/brand.ts';
import { compareText } from '../../shared/compare-text.ts';
import { type BlobText, MAX_BLOB_BYTES, toBlobText } from './blob-text.ts';
import { getGitEnvironment, type Variables } from './git-environment.ts';
import { fail, type Outcome, succeed } from './git-trouble.ts';
import { createObjectReader, type ObjectReader } from './object-reader.ts';
import { type CommitObject, parseCommit, parseTree, type TreeEntry } from './parse-objects.ts';
import { type DiffEntry, parseRawDiff } from './parse-raw-diff.ts';
import { runGit } from './run-git.ts';
import { snapshotWorkTree } from './snapshot-work-tree.ts';
import { talkToGit } from './talk-to-git.ts';

/** Reads a git repository through git's plumbing. Writes nothing to it, and needs no work tree for commits. */
export interface Repository {
  /** Where it is: the folder it was opened by, absolute. */
  readonly folder: string;
  /** Where that folder lies in the work tree: empty, or like `docs/`. */
  readonly prefix: string;
  /** The full id of the commit that a revision names. */
  readonly resolveCommit: (revision: string) => Promise<Outcome<CommitSha>>;
  readonly readCommit: (commit: CommitSha) => Promise<Outcome<CommitObject>>;
  /** Where the two histories parted: what GitHub compares a pull request with. */
  readonly findMergeBase: (base: CommitSha, head: CommitSha) => Promise<Outcome<CommitSha>>;
  /** Regular files that differ between two trees (ids of trees), with renames found, sorted by path. */
  readonly listChanges: (before: string, after: string) => Promise<Outcome<readonly DiffEntry[]>>;
  /** Regular files in one folder of a tree, folders below it left out; empty where there is no such folder. */
  readonly listFolder: (tree: string, folder: string) => Promise<Outcome<readonly TreeEntry[]>>;
  /** Whether a tree has a file at a path. */
  readonly hasFile: (tree: string, path: string) => Promise<Outcome<boolean>>;
  readonly readBlob: (id: string) => Promise<Outcome<BlobText>>;
  /** Makes a tree of the work tree's files as they would be committed; gone when the repository is closed. */
  readonly snapshotWorkTree: (folders: readonly string[]) => Promise<Outcome<Repository & { readonly tree: string }>>;
  /** Ends git's processes. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the repository that a folder is or lies in.
 * @param variables the process's variables; those that would lead git elsewhere are not passed on
 */
export async function openRepository(folder: string, variables: Variables): Promise<Outcome<Repository>> {
  const environment = getGitEnvironment(variables);
  const found = await runGit({ folder, environment, args: ['rev-parse', '--show-prefix'] });
  if (!found.ok) return found;
  return succeed(connect(resolve(folder), found.value.toString().replace(/\n$/, ''), environment));
}

function connect(folder: string, prefix: string, environment: Variables): Repository {
  const objects = createObjectReader(folder, environment);
  const differ = talkToGit({ folder, environment, args: DIFFER_ARGS }, (bytes) => {
    const diff = parseRawDiff(bytes, END_OF_DIFF);
    return diff && { answer: diff.entries, length: diff.length };
  });
  return {
    folder,
    prefix,
    resolveCommit: async (revision) => resolveCommit(objects, revision),
    readCommit: async (commit) => readCommit(objects, commit),
    findMergeBase: async (base, head) => findMergeBase(objects, folder, environment, base, head),
    listChanges: async (before, after) => {
      const changes = await differ.ask(`${before} ${after}\n${END_OF_DIFF}\n`);
      return changes.ok ? succeed(changes.value.filter(isFile).sort(byPath)) : changes;
    },
    listFolder: async (tree, path) => listFolder(objects, tree, path),
    hasFile: async (tree, path) => {
      const info = await objects.getInfo(`${tree}:${path}`);
      return info.ok ? succeed(info.value?.type === 'blob') : info;
    },
    readBlob: async (id) => readBlob(objects, id),
    snapshotWorkTree: async (folders) => {
      const snapshot = await snapshotWorkTree(folder, environment, folders);
      if (!snapshot.ok) return snapshot;
      const { tree, remove } = snapshot.value;
      const opened = connect(folder, prefix, snapshot.value.environment);
      const close = async (): Promise<void> => {
        await opened.close();
        await remove();
      };
      return succeed({ ...opened, tree, close });
    },
    close: async () => {
      await Promise.all([objects.close(), differ.close()]);
    },
  };
}

// diff-tree writes back a line that is no object id, and flushes: that is how the end of an answer is known.
const END_OF_DIFF = 'end of diff';
const DIFFER_ARGS = ['diff-tree', '--stdin', '--raw', '-z', '-r', '-M', '-l400', '--no-ext-diff', '--no-textconv'];

async function resolveCommit(objects: ObjectReader, revision: string): Promise<Outcome<CommitSha>> {
  const info = await objects.getInfo(`${revision}^{commit}`);
  if (!info.ok) return info;
  return info.value === undefined ? fail('unknown-revision', revision) : succeed(toCommitSha(info.value.id));
}

/** A commit or tree; one of many megabytes is nobody's honest work and would take minutes. */
async function readBounded(objects: ObjectReader, id: string): Promise<Outcome<Buffer>> {
  const info = await objects.getInfo(id);
  if (!info.ok) return info;
  const size = info.value?.size ?? 0;
  return size > MAX_BLOB_BYTES ? fail('failed', `object ${id} is too large (${size} bytes)`) : objects.readObject(id);
}

async function readCommit(objects: ObjectReader, id: CommitSha): Promise<Outcome<CommitObject>> {
  const content = await readBounded(objects, id);
  if (!content.ok) return content;
  const commit = parseCommit(content.value);
  return commit === undefined ? fail('failed', `object ${id} is no commit`) : succeed(commit);
}

async function findMergeBase(
  objects: ObjectReader,
  folder: string,
  environment: Variables,
  base: CommitSha,
  head: CommitSha,
): Promise<Outcome<CommitSha>> {
  const commit = await readCommit(objects, head);
  // The usual pull request is one commit on its base: no need to walk.
  if (base === head || (commit.ok && commit.value.parents.includes(base))) return succeed(base);
  const args = ['rev-list', '--max-count=1', '--end-of-options', head];
  const merge = await runGit({ folder, environment, args: ['merge-base', base, head] });
  if (merge.ok) return succeed(toCommitSha(merge.value.toString().trim()));
  // merge-base says nothing and fails where there is none; rev-list tells that from a broken repository.
  const walk = await runGit({ folder, environment, args });
  return walk.ok ? fail('no-merge-base', `${base} and ${head}`) : walk;
}

async function listFolder(objects: ObjectReader, tree: string, path: string): Promise<Outcome<readonly TreeEntry[]>> {
  const info = await objects.getInfo(`${tree}:${path}`);
  if (!info.ok) return info;
  if (info.value?.type !== 'tree') return succeed([]);
  const content = await readBounded(objects, info.value.id);
  if (!content.ok) return content;
  return succeed(parseTree(content.value, info.value.id.length / 2).filter((entry) => isFileMode(entry.mode)));
}

async function readBlob(objects: ObjectReader, id: string): Promise<Outcome<BlobText>> {
  const info = await objects.getInfo(id);
  if (!info.ok) return info;
  if (info.value?.type !== 'blob') return fail('failed', `object ${id} is no file`);
  if (info.value.size > MAX_BLOB_BYTES) return succeed({ kind: 'too-large', bytes: info.value.size });
  const content = await objects.readObject(id);
  return content.ok ? succeed(toBlobText(content.value)) : content;
}

function isFileMode(mode: string): boolean {
  return mode.startsWith('100');
}

/** Symbolic links and submodules are nobody's text. */
function isFile(entry: DiffEntry): boolean {
  return isFileMode((entry.after ?? entry.before)?.mode ?? '');
}

function byPath(one: DiffEntry, other: DiffEntry): number {
  return compareText(one.path, other.path);
}
