import type { GitObject } from '../git/object-reader.ts';
import { fullName, type Repository } from '../records/repository.ts';
import type { World } from '../world.ts';

/** Above this, the contents API gives no text. */
const MAX_TEXT = 1_000_000;

/** A file or folder as the contents API shows it; undefined when there is none. */
export async function renderContent(world: World, repository: Repository, ref: string, path: string) {
  const { git } = repository;
  const place = path.replace(/\/+$/, '');
  const found = await git.read(`${ref}:${place}`);
  if (found === undefined) return undefined;
  if (found.type === 'blob')
    return { ...renderEntry(world, repository, { ref, path: place }, found), ...renderText(found) };
  const entries = (await git.readTree(found.oid)) ?? [];
  return Promise.all(
    entries.map(async ({ name, oid }) => {
      const object = await git.look(oid);
      return object && renderEntry(world, repository, { ref, path: place === '' ? name : `${place}/${name}` }, object);
    }),
  );
}

function renderText({ size, content }: GitObject) {
  if (size > MAX_TEXT) return { encoding: 'none', content: '' };
  return { encoding: 'base64', content: renderBase64(content) };
}

function renderEntry(
  world: World,
  repository: Repository,
  { ref, path }: { ref: string; path: string },
  { oid, type, size }: GitObject,
) {
  const isFile = type === 'blob';
  const name = fullName(repository);
  const self = `${world.url}/repos/${name}/contents/${encodeURI(path)}?ref=${ref}`;
  const git = `${world.url}/repos/${name}/git/${isFile ? 'blobs' : 'trees'}/${oid}`;
  const html = `${world.url}/${name}/${isFile ? 'blob' : 'tree'}/${ref}/${encodeURI(path)}`;
  return {
    name: path.split('/').at(-1) ?? '',
    path,
    sha: oid,
    size: isFile ? size : 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: isFile ? `${world.url}/raw/${name}/${ref}/${encodeURI(path)}` : null,
    type: isFile ? 'file' : 'dir',
    _links: { self, git, html },
  };
}

/** With line feeds between, as GitHub gives it. */
export function renderBase64(content: Buffer): string {
  return content.toString('base64').replaceAll(/.{60}/g, '$&\n');
}
