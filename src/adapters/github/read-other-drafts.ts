import type { Config } from '../../config/schema.ts';
import type { FileSnapshot, PullHead, RepositoryRef } from '../../ports.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { InstallationClient } from './installation-client.ts';
import { chooseFiles, type FileList, type ListedFile, NO_FILES, readFiles } from './read-files.ts';
import { readTexts } from './read-texts.ts';

/** Of a pull request; a submission touches one. What others send must not make this review expensive. */
const MAX_DRAFTS = 5;

/**
 * The drafts that other pull requests touch, in one request for each and one for all their texts. One that has moved on
 * since is left out: its new head is asked for next time. What is odd about one keeps nobody from the rest.
 */
export async function readOtherDrafts(
  client: InstallationClient,
  repository: RepositoryRef,
  { pulls, config }: { readonly pulls: readonly PullHead[]; readonly config: Config },
): Promise<ReadonlyMap<number, readonly FileSnapshot[]>> {
  const lists = [];
  for (const { number, head } of pulls) {
    const list = await readFiles(client, { ...repository, number }, 1).catch(toNoFiles);
    const drafts = chooseFiles(list, config).filter(({ role, kind }) => role === 'draft' && kind !== 'removed');
    const files = drafts.slice(0, MAX_DRAFTS);
    if (files.length === 0 || list.head === head) lists.push({ number, files });
  }
  const blobs = lists.flatMap(({ files }) => files.map(({ blob }) => blob)).filter((blob) => blob !== '');
  const texts = await readTexts(client, repository, [...new Set(blobs)]);
  const toSnapshots = ({ blob, ...file }: ListedFile): readonly FileSnapshot[] => {
    const text = texts.get(blob);
    return text === undefined ? [] : [{ ...file, text }];
  };
  return new Map(lists.map(({ number, files }) => [number, files.flatMap(toSnapshots)]));
}

/** A pull request whose author is hidden is not found. */
function toNoFiles(error: unknown): FileList {
  if (error instanceof ApiTrouble && ['absent', 'refused'].includes(error.trouble.kind)) return NO_FILES;
  throw error;
}
