import type { GitObject } from '../git/object-reader.ts';
import { parseCommit, parseTree, type TreeEntry } from '../git/parse-objects.ts';
import { nodeId } from '../node-id.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../world.ts';
import { viewCommit } from './commit-view.ts';
import { viewRepository } from './repository-view.ts';
import type { View } from './view.ts';

/** GraphQL gives no more of a file's text. */
const MAX_TEXT = 512_000;

/** The object that a revision expression names, or null. */
export async function viewObject(
  world: World,
  repository: Repository,
  expression: string,
  folder = expression.split(':')[1] ?? '',
): Promise<View | null> {
  const found = await repository.git.read(expression);
  switch (found?.type) {
    case 'blob':
      return viewBlob(world, repository, found);
    case 'tree':
      return viewTree(world, repository, found, folder);
    case 'commit':
      return viewCommit(world, repository, parseCommit(found.oid, found.content));
    case 'tag':
      return viewObject(world, repository, `${found.oid}^{}`, folder);
    case undefined:
      return null;
  }
}

/** The entry of a tree that a path leads to, or null. */
export async function viewEntryAt(
  world: World,
  repository: Repository,
  tree: string,
  path: string,
): Promise<View | null> {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const entries = await repository.git.readTree(folder === '' ? tree : `${tree}:${folder}`);
  const entry = entries?.find(({ name }) => name === path.slice(path.lastIndexOf('/') + 1));
  return entry === undefined ? null : viewEntry(world, repository, entry, folder);
}

function viewBlob(world: World, repository: Repository, { oid, size, content }: GitObject): View {
  const isBinary = content.subarray(0, 8000).includes(0);
  const isTruncated = size > MAX_TEXT;
  return {
    __typename: 'Blob',
    id: nodeId('Blob', `${repository.id}:${oid}`),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    byteSize: size,
    isBinary,
    isTruncated,
    text: isBinary ? null : content.subarray(0, MAX_TEXT).toString('utf8'),
    repository: () => viewRepository(world, repository),
  };
}

function viewTree(world: World, repository: Repository, { oid, content }: GitObject, folder: string): View {
  return {
    __typename: 'Tree',
    id: nodeId('Tree', `${repository.id}:${oid}`),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    repository: () => viewRepository(world, repository),
    entries: () => parseTree(content).map((entry) => viewEntry(world, repository, entry, folder)),
  };
}

function viewEntry(world: World, repository: Repository, entry: TreeEntry, folder: string): View {
  const path = folder === '' ? entry.name : `${folder.replace(/\/$/, '')}/${entry.name}`;
  return {
    __typename: 'TreeEntry',
    name: entry.name,
    path,
    type: entry.type,
    mode: Number.parseInt(entry.mode, 8),
    oid: entry.oid,
    extension: /\.[^.]*$/.exec(entry.name)?.[0] ?? '',
    size: async () => (entry.type === 'blob' ? ((await repository.git.look(entry.oid))?.size ?? 0) : 0),
    object: () => viewObject(world, repository, entry.oid, path),
    repository: () => viewRepository(world, repository),
  };
}
