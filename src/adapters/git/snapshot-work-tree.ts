import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disarmFilters } from './disarm-filters.ts';
import type { Variables } from './git-environment.ts';
import { fail, type Outcome, succeed } from './git-trouble.ts';
import { runGit } from './run-git.ts';

/** A tree object that stands in an object store of its own, beside the repository's. */
export interface WorkTreeSnapshot {
  readonly tree: string;
  /** With these, git sees the snapshot's objects and the repository's. */
  readonly environment: Variables;
  readonly remove: () => Promise<void>;
}

/**
 * Makes a tree of HEAD with the work tree's files of some folders in it: tracked or new, staged or not, but not ignored
 * ones. Index and objects go to a temporary folder; the repository stays as it is.
 */
export async function snapshotWorkTree(
  folder: string,
  environment: Variables,
  folders: readonly string[],
): Promise<Outcome<WorkTreeSnapshot>> {
  const places = await findPlaces(folder, environment);
  if (!places.ok) return places;
  const { top, objects } = places.value;
  const temporary = await mkdtemp(join(tmpdir(), 'copydesk-'));
  const remove = async (): Promise<void> => rm(temporary, { recursive: true, force: true });
  const own = {
    ...(await disarmFilters(top, environment)),
    GIT_INDEX_FILE: join(temporary, 'index'),
    GIT_OBJECT_DIRECTORY: join(temporary, 'objects'),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: quoteAlternate(objects),
  };
  await mkdir(own.GIT_OBJECT_DIRECTORY);
  const tree = await writeTree(top, own, folders);
  if (tree.ok) return succeed({ tree: tree.value, environment: own, remove });
  await remove();
  return tree;
}

async function findPlaces(
  folder: string,
  environment: Variables,
): Promise<Outcome<{ readonly top: string; readonly objects: string }>> {
  const top = await runGit({ folder, environment, args: ['rev-parse', '--show-toplevel'] });
  if (!top.ok) return top.trouble.kind === 'failed' ? fail('no-work-tree', folder) : top;
  const path = trimLine(top.value);
  const objects = await runGit({ folder: path, environment, args: ['rev-parse', '--git-path', 'objects'] });
  return objects.ok ? succeed({ top: path, objects: toAbsolute(path, trimLine(objects.value)) }) : objects;
}

async function writeTree(folder: string, environment: Variables, folders: readonly string[]): Promise<Outcome<string>> {
  // A repository without any commit has no HEAD to start from: an empty index is right then.
  await runGit({ folder, environment, args: ['read-tree', 'HEAD'] });
  const paths = folders.map((path) => `:(top,literal)${path}`);
  const lists = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...paths];
  const files = await runGit({ folder, environment, args: lists });
  if (!files.ok) return files;
  const update = ['update-index', '--add', '--remove', '-z', '--stdin'];
  const updated = await runGit({ folder, environment, args: update, input: files.value });
  if (!updated.ok) return updated;
  const tree = await runGit({ folder, environment, args: ['write-tree'] });
  return tree.ok ? succeed(trimLine(tree.value)) : tree;
}

function trimLine(output: Buffer): string {
  return output.toString().replace(/\r?\n$/, '');
}

function toAbsolute(folder: string, path: string): string {
  return /^(\/|[A-Za-z]:)/.test(path) ? path : join(folder, path);
}

/** The variable is a list parted by colons; a quoted entry may hold one. */
function quoteAlternate(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&')}"`;
}
