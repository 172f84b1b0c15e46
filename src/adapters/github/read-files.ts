import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import type { Config } from '../../config/schema.ts';
import { CONFIG_PATH } from '../../config/config-problem.ts';
import { getFileRole } from '../../config/file-role.ts';
import type { FileSnapshot, PullRequestRef } from '../../ports.ts';
import { type RepositoryPath, toRepositoryPath } from '../../shared/brand.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { InstallationClient } from './installation-client.ts';

/** A newsletter file of the list, its text still to be read by blob id. */
export interface ListedFile extends Omit<FileSnapshot, 'text'> {
  readonly blob: string;
}

/** The configuration file in the list. */
export type ListedConfiguration = Pick<ListedFile, 'kind' | 'patch' | 'blob'>;

export interface FileList {
  readonly entries: readonly FileEntry[];
  /** The head commit the list was made for; undefined for a list that is empty, or of removed files alone. */
  readonly head: string | undefined;
  /** GitHub refuses to compare so much. */
  readonly isTooLarge: boolean;
}

export const NO_FILES: FileList = { entries: [], head: undefined, isTooLarge: false };

const PER_PAGE = 100;
/** GitHub lists no more than 3,000 files. */
const MAX_PAGES = 30;
/** Of the patches of all files; those beyond count as left out, as GitHub itself leaves out large ones. */
const MAX_PATCH_CHARACTERS = 2_500_000;

const fileSchema = z.object({
  filename: z.string(),
  previous_filename: z.string().optional(),
  sha: z.string().nullable(),
  status: z.string(),
  changes: z.number(),
  patch: z.string().optional(),
  contents_url: z.string(),
});

export type FileEntry = z.infer<typeof fileSchema>;

/** GitHub's answers to who asks for a diff that it cannot make. */
const TOO_LARGE = [406, 422];

/** Which files a pull request touches, with GitHub's patches; the first hundred for each page. */
export async function readFiles(
  client: InstallationClient,
  ref: PullRequestRef,
  pages: number = MAX_PAGES,
): Promise<FileList> {
  try {
    const entries = await listEntries(client, ref, pages);
    return { entries, head: readHead(entries), isTooLarge: false };
  } catch (error) {
    if (isTooLarge(error)) return { ...NO_FILES, isTooLarge: true };
    throw error;
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof ApiTrouble && error.cause instanceof RequestError && TOO_LARGE.includes(error.cause.status);
}

/** Those that are the newsletter's. */
export function chooseFiles({ entries }: FileList, config: Config): readonly ListedFile[] {
  return entries.flatMap((entry) => toListedFile(entry, config) ?? []);
}

/** The configuration file, if the pull request touches it; moved away it is gone. */
export function findConfiguration({ entries }: FileList): ListedConfiguration | undefined {
  const isMoved = (entry: FileEntry): boolean => entry.status === 'renamed' && entry.previous_filename === CONFIG_PATH;
  const entry = entries.find(({ filename }) => filename === CONFIG_PATH) ?? entries.find(isMoved);
  if (entry === undefined) return undefined;
  return { kind: isMoved(entry) ? 'removed' : getKind(entry), patch: entry.patch, blob: entry.sha ?? '' };
}

async function listEntries(
  client: InstallationClient,
  ref: PullRequestRef,
  pages: number,
): Promise<readonly FileEntry[]> {
  const entries: FileEntry[] = [];
  let characters = 0;
  for (let page = 1; page <= pages; page += 1) {
    const answer = await client.get('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
      owner: ref.owner,
      repo: ref.repository,
      pull_number: ref.number,
      per_page: PER_PAGE,
      page,
    });
    const found = z.array(fileSchema).parse(answer);
    for (const { patch = '', ...entry } of found) {
      const isKept = patch !== '' && characters + patch.length <= MAX_PATCH_CHARACTERS;
      if (isKept) characters += patch.length;
      entries.push(isKept ? { ...entry, patch } : entry);
    }
    if (found.length < PER_PAGE) break;
  }
  return entries;
}

/** undefined for a file that is none of the newsletter's. */
function toListedFile(entry: FileEntry, config: Config): ListedFile | undefined {
  const path = toRepositoryPath(entry.filename);
  const previousPath = entry.status === 'renamed' ? toOptionalPath(entry.previous_filename) : undefined;
  const role = getFileRole(config, path);
  const previousRole = previousPath === undefined ? undefined : getFileRole(config, previousPath);
  const common = { patch: entry.patch, blob: entry.sha ?? '' };
  if (role !== undefined) return { ...common, path, previousPath, role, previousRole, kind: getKind(entry) };
  if (previousPath === undefined || previousRole === undefined) return undefined;
  // Moved out of the newsletter: for its readers it is gone.
  return {
    ...common,
    path: previousPath,
    previousPath: undefined,
    role: previousRole,
    previousRole: undefined,
    kind: 'removed',
  };
}

function getKind({ status, changes, patch }: FileEntry): FileSnapshot['kind'] {
  if (status === 'added' || status === 'copied') return 'added';
  if (status === 'removed') return 'removed';
  // Binary files and those too large for a patch have `changes` 0 as well, but only `modified` ones.
  const isSame = patch === undefined && changes === 0 && (status === 'renamed' || status === 'changed');
  return isSame || status === 'unchanged' ? 'same' : 'changed';
}

function toOptionalPath(path: string | undefined): RepositoryPath | undefined {
  return path === undefined ? undefined : toRepositoryPath(path);
}

/** The list itself does not name its commit, but the addresses in it do; those of removed files name an older one. */
function readHead(entries: readonly FileEntry[]): string | undefined {
  const present = entries.find(({ status }) => status !== 'removed');
  return present === undefined ? undefined : /[?&]ref=([0-9a-f]{40,64})/.exec(present.contents_url)?.[1];
}
