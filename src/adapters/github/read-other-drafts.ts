import type { Config } from '../../config/schema.ts';
import type { FileSnapshot, PullHead, RepositoryRef } from '../../ports.ts';
import type { InstallationClient } from './installation-client.ts';
import { chooseFiles, readFiles } from './read-files.ts';
import { toFileSnapshot } from './read-pull-request.ts';
import { readTexts } from './read-texts.ts';

/**
 * The drafts that other pull requests touch, in one request for each and one for all their texts. One that has moved on
 * since is left out: its new head is asked for next time.
 */
export async function readOtherDrafts(
  client: InstallationClient,
  repository: RepositoryRef,
  { pulls, config }: { readonly pulls: readonly PullHead[]; readonly config: Config },
): Promise<ReadonlyMap<number, readonly FileSnapshot[]>> {
  const lists = [];
  for (const { number, head } of pulls) {
    const list = await readFiles(client, { ...repository, number });
    const files = chooseFiles(list, config).filter(({ role, kind }) => role === 'draft' && kind !== 'removed');
    if (files.length === 0 || list.head === head) lists.push({ number, files });
  }
  const blobs = lists.flatMap(({ files }) => files.map(({ blob }) => blob)).filter((blob) => blob !== '');
  const texts = await readTexts(client, repository, [...new Set(blobs)]);
  return new Map(
    lists.map(({ number, files }) => [number, files.flatMap((file) => toFileSnapshot(file, texts) ?? [])]),
  );
}
