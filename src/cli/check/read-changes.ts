import type { DiffEntry, DiffSide } from '../../adapters/git/parse-raw-diff.ts';
import { type Outcome, succeed } from '../../adapters/git/git-trouble.ts';
import type { BlobText } from '../../adapters/git/blob-text.ts';
import type { Repository } from '../../adapters/git/open-repository.ts';
import { getFileRole } from '../../config/file-role.ts';
import type { Config } from '../../config/schema.ts';
import type { ChangedFile } from '../../newsletter/changed-file.ts';
import type { Unreadable } from '../../newsletter/unreadable.ts';
import { toRepositoryPath } from '../../shared/brand.ts';

/** The newsletter files that differ between two trees, and those of them that are no text. */
export interface Changes {
  readonly files: readonly ChangedFile[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads the newsletter files that differ between two trees of a repository; other files are left out.
 * @param only if given, files with other paths are left out too
 */
export async function readChanges(
  repository: Repository,
  config: Config,
  before: string,
  after: string,
  only?: readonly string[],
): Promise<Outcome<Changes>> {
  const entries = await repository.listChanges(before, after);
  if (!entries.ok) return entries;
  const touching = entries.value.filter(
    (entry) => touchesNewsletter(config, entry) && (only?.includes(entry.path) ?? true),
  );
  const sides = await Promise.all(touching.map(async (entry) => readSides(repository, entry)));
  const files: ChangedFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const [index, entry] of touching.entries()) {
    const read = sides[index];
    if (read?.ok === false) return read;
    const file = read && toChangedFile(config, entry, read.value);
    if (file !== undefined && 'reason' in file) unreadable.push(file);
    else if (file !== undefined) files.push(file);
  }
  return succeed({ files, unreadable });
}

function touchesNewsletter(config: Config, { path, previousPath }: DiffEntry): boolean {
  return [path, previousPath].some((one) => one !== undefined && getFileRole(config, one) !== undefined);
}

interface Sides {
  readonly base: BlobText | undefined;
  readonly head: BlobText | undefined;
}

async function readSides(repository: Repository, entry: DiffEntry): Promise<Outcome<Sides>> {
  const read = async (side: DiffSide | undefined): Promise<Outcome<BlobText | undefined>> =>
    side === undefined ? succeed(undefined) : repository.readBlob(side.id);
  const [base, head] = await Promise.all([read(entry.before), read(entry.after)]);
  if (!base.ok) return base;
  return head.ok ? succeed({ base: base.value, head: head.value }) : head;
}

/** A file moved out of the newsletter's folders counts as removed, one moved into them as added. */
function toChangedFile(config: Config, entry: DiffEntry, { base, head }: Sides): ChangedFile | Unreadable | undefined {
  const path = toRepositoryPath(entry.path);
  const odd = [head, base].find((side) => side !== undefined && side.kind !== 'text');
  if (odd !== undefined) return { path, reason: odd.kind, line: 1 };
  const role = getFileRole(config, entry.path);
  const previousRole = entry.previousPath === undefined ? undefined : getFileRole(config, entry.previousPath);
  const texts = { base: toText(base), head: toText(head), patch: undefined };
  const stayed = { previousPath: undefined, previousRole: undefined };
  if (entry.previousPath === undefined) return role && { path, role, ...stayed, ...texts };
  const previousPath = toRepositoryPath(entry.previousPath);
  if (role === undefined)
    return previousRole && { path: previousPath, role: previousRole, ...stayed, ...texts, head: undefined };
  if (previousRole === undefined) return { path, role, ...stayed, ...texts, base: undefined };
  return { path, role, previousPath, previousRole, ...texts };
}

function toText(side: BlobText | undefined): string | undefined {
  return side?.kind === 'text' ? side.text : undefined;
}
