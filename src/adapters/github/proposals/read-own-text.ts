import { z } from 'zod';
import type { OwnPlace } from '../../../ports/proposals.ts';
import type { RepositoryRef } from '../../../ports.ts';
import type { InstallationClient } from '../installation-client.ts';
import { nodesOf } from '../pull-request-query.ts';
import { readTexts } from '../read-texts.ts';

const COMMITS_QUERY = `
  query ReadBranchCommits($owner: String!, $name: String!, $base: String!, $branch: String!) {
    viewer { login databaseId }
    repository(owner: $owner, name: $name) {
      ref(qualifiedName: $base) {
        compare(headRef: $branch) {
          commits(first: 100) {
            totalCount
            nodes { oid author { email user { login } } signature { isValid wasSignedByGitHub } parents(first: 2) { nodes { oid } } }
          }
        }
      }
    }
  }`;

const authorSchema = z.object({ email: z.string().nullish(), user: z.object({ login: z.string() }).nullish() });

const commitSchema = z.object({
  oid: z.string(),
  author: authorSchema.nullish(),
  signature: z.object({ isValid: z.boolean(), wasSignedByGitHub: z.boolean() }).nullish(),
  parents: z.object({ nodes: nodesOf(z.object({ oid: z.string() })) }),
});

type Commit = z.infer<typeof commitSchema>;

const viewerSchema = z.object({ login: z.string(), databaseId: z.number().nullish() });

const replySchema = z.object({
  viewer: viewerSchema,
  repository: z
    .object({
      ref: z
        .object({
          compare: z.object({ commits: z.object({ totalCount: z.number(), nodes: nodesOf(commitSchema) }) }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

/**
 * Reads the draft as the app's own commits left it, with which a branch leaves the default branch; undefined where it begins
 * with somebody else's.
 */
export async function readOwnText(
  client: InstallationClient,
  ref: RepositoryRef,
  { branch, path, defaultBranch }: OwnPlace,
): Promise<string | undefined> {
  const variables = { owner: ref.owner, name: ref.repository, base: `refs/heads/${defaultBranch}`, branch };
  const { viewer, repository } = replySchema.parse(await client.query(COMMITS_QUERY, variables));
  const { totalCount, nodes } = repository?.ref?.compare?.commits ?? { totalCount: 0, nodes: [] };
  // Of a part nobody can tell where it begins.
  const last = totalCount > nodes.length ? undefined : findLastOwn(nodes, viewer);
  if (last === undefined) return undefined;
  const name = `${last}:${path}`;
  const found = (await readTexts(client, ref, [name])).get(name);
  return found?.kind === 'text' ? found.text : undefined;
}

/** The last of the commits that follow the default branch one by one and are all our own. */
function findLastOwn(commits: readonly Commit[], viewer: z.infer<typeof viewerSchema>): string | undefined {
  const ids = new Set(commits.map(({ oid }) => oid));
  const own = commits.filter((commit) => commit.parents.nodes.length === 1 && isOwn(commit, viewer));
  const parentOf = ({ parents }: Commit): string => parents.nodes[0]?.oid ?? '';
  let last = own.find((commit) => !ids.has(parentOf(commit)));
  for (let next = last; next !== undefined; next = own.find((commit) => parentOf(commit) === last?.oid)) last = next;
  return last?.oid;
}

/** Anybody can write our name on a commit, but GitHub signs only what it made for us itself. */
function isOwn({ author, signature }: Commit, { login, databaseId }: z.infer<typeof viewerSchema>): boolean {
  if (signature?.isValid !== true || !signature.wasSignedByGitHub) return false;
  return author?.user?.login === login || author?.email?.startsWith(`${databaseId ?? 0}+${login}@`) === true;
}
