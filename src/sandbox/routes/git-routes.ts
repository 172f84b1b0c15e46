import type { GitRepository } from '../git/git-repository.ts';
import type { TreeEntry } from '../git/parse-objects.ts';
import { nodeId } from '../node-id.ts';
import { notFound, Refusal } from '../refusal.ts';
import { renderRef } from '../render/render-ref.ts';
import { renderBase64, renderContent } from '../render/render-content.ts';
import { inRepository, ok, type RepositoryCall, type Reply, type Route } from './route.ts';
import { repositoryAddress } from '../render/addresses.ts';

const MAX_TREE = 100_000;

export const gitRoutes: readonly Route[] = [
  inRepository('GET /repos/{owner}/{repo}/contents/{path}', [['contents', 'read']], showContents),
  inRepository('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', [['contents', 'read']], showTree),
  inRepository('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', [['contents', 'read']], showBlob),
  inRepository('GET /repos/{owner}/{repo}/git/ref/{ref}', [['contents', 'read']], showRef),
  inRepository('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', [['contents', 'read']], listRefs),
];

async function showContents({ world, repository, params, url }: RepositoryCall): Promise<Reply> {
  const ref = url.searchParams.get('ref') ?? repository.defaultBranch;
  if ((await repository.git.resolveCommit(ref)) === undefined)
    throw new Refusal(404, `No commit found for the ref ${ref}`);
  const shown = await renderContent(world, repository, ref, params['path'] ?? '');
  if (shown === undefined) throw notFound();
  return ok(shown);
}

async function showTree({ world, repository, params, url }: RepositoryCall): Promise<Reply> {
  const api = `${repositoryAddress(world, repository)}/git`;
  const found = await repository.git.look(`${params['tree_sha'] ?? ''}^{tree}`);
  if (found === undefined) throw notFound();
  const isDeep = url.searchParams.has('recursive');
  const entries = await listEntries(repository.git, found.oid, isDeep);
  const tree = await Promise.all(
    entries.slice(0, MAX_TREE).map(async ({ name, mode, type, oid }) => {
      const size = type === 'blob' ? { size: (await repository.git.look(oid))?.size ?? 0 } : {};
      return { path: name, mode, type, sha: oid, ...size, url: `${api}/${type}s/${oid}` };
    }),
  );
  return ok({ sha: found.oid, url: `${api}/trees/${found.oid}`, tree, truncated: entries.length > MAX_TREE });
}

async function listEntries(git: GitRepository, tree: string, isDeep: boolean): Promise<readonly TreeEntry[]> {
  const entries = (await git.readTree(tree)) ?? [];
  if (!isDeep) return entries;
  const nested = entries.map(async (entry) => {
    if (entry.type !== 'tree') return [entry];
    const inner = await listEntries(git, entry.oid, true);
    return [entry, ...inner.map((one) => ({ ...one, name: `${entry.name}/${one.name}` }))];
  });
  return (await Promise.all(nested)).flat();
}

async function showBlob({ world, repository, params }: RepositoryCall): Promise<Reply> {
  const sha = params['file_sha'] ?? '';
  const blob = /^[0-9a-f]{40}$/.test(sha) ? await repository.git.read(sha) : undefined;
  if (blob?.type !== 'blob') throw notFound();
  return ok({
    sha,
    node_id: nodeId('Blob', `${repository.id}:${sha}`),
    size: blob.size,
    url: `${repositoryAddress(world, repository)}/git/blobs/${sha}`,
    content: renderBase64(blob.content),
    encoding: 'base64',
  });
}

async function showRef(call: RepositoryCall): Promise<Reply> {
  const name = `refs/${call.params['ref'] ?? ''}`;
  const found = (await call.repository.git.listRefs(name)).find(({ ref }) => ref === name);
  if (found === undefined) throw notFound();
  return ok(renderRef(call.world, call.repository, found));
}

async function listRefs(call: RepositoryCall): Promise<Reply> {
  const prefix = `refs/${call.params['ref'] ?? ''}`;
  const refs = (await call.repository.git.listRefs('refs/')).filter(({ ref }) => ref.startsWith(prefix));
  return ok(refs.map((one) => renderRef(call.world, call.repository, one)));
}
