import { z } from 'zod';
import type { OwnPlace } from '../../../ports/proposals.ts';
import type { RepositoryRef } from '../../../ports.ts';
import type { OwnTexts } from '../../../proposals/proposal-facts.ts';
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
            nodes { oid committedDate author { email user { login } } signature { isValid wasSignedByGitHub } parents(first: 2) { nodes { oid } } }
          }
        }
      }
    }
  }`;

const authorSchema = z.object({ email: z.string().nullish(), user: z.object({ login: z.string() }).nullish() });

const commitSchema = z.object({
  oid: z.string(),
  committedDate: z.string(),
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

/** More than one commit in a row that could not be written down is rare. */
const MAX_BEFORE = 5;

/** Reads the draft as the app's own commits at both ends of a branch found it and left it; nothing of a very long branch. */
export async function readOwnTexts(
  client: InstallationClient,
  ref: RepositoryRef,
  { branch, head, path, since, defaultBranch }: OwnPlace,
): Promise<OwnTexts> {
  const variables = { owner: ref.owner, name: ref.repository, base: `refs/heads/${defaultBranch}`, branch };
  const { viewer, repository } = replySchema.parse(await client.query(COMMITS_QUERY, variables));
  const { totalCount, nodes } = repository?.ref?.compare?.commits ?? { totalCount: 0, nodes: [] };
  // Of a part nobody can tell where it begins.
  const commits = totalCount > nodes.length ? [] : nodes;
  const own = commits.filter((commit) => commit.parents.nodes.length === 1 && isOwn(commit, viewer));
  const ids = new Set(commits.map(({ oid }) => oid));
  const first = since === undefined ? findLastOfFirst(own, ids) : undefined;
  const before = since === undefined ? [] : listBefore(own.filter(isLaterThan(since)), ids, head);
  const toName = (oid: string): string => `${oid}:${path}`;
  const texts = await readTexts(client, ref, [...(first === undefined ? [] : [first]), ...before].map(toName));
  const textAt = (oid: string): readonly string[] => {
    const found = texts.get(toName(oid));
    return found?.kind === 'text' ? [found.text] : [];
  };
  return { first: first === undefined ? undefined : textAt(first)[0], before: before.flatMap(textAt) };
}

/** The last of the own commits that follow the default branch one by one. */
function findLastOfFirst(own: readonly Commit[], ids: ReadonlySet<string>): string | undefined {
  let last = own.find((commit) => !ids.has(parentOf(commit)));
  for (let next = last; next !== undefined; next = own.find((commit) => parentOf(commit) === last?.oid)) last = next;
  return last?.oid;
}

/** What stands in the branch below each own commit at its end, the newest first. */
function listBefore(own: readonly Commit[], ids: ReadonlySet<string>, head: string): readonly string[] {
  const before: string[] = [];
  for (let at = head; before.length < MAX_BEFORE; at = before.at(-1) ?? at) {
    const commit = own.find(({ oid }) => oid === at);
    if (commit === undefined || !ids.has(parentOf(commit))) break;
    before.push(parentOf(commit));
  }
  return before;
}

function isLaterThan(since: Date): (commit: Commit) => boolean {
  return ({ committedDate }) => new Date(committedDate) > since;
}

function parentOf({ parents }: Commit): string {
  return parents.nodes[0]?.oid ?? '';
}

/** Anybody can write our name on a commit, but GitHub signs only what it made for us itself. */
function isOwn({ author, signature }: Commit, { login, databaseId }: z.infer<typeof viewerSchema>): boolean {
  if (signature?.isValid !== true || !signature.wasSignedByGitHub) return false;
  return author?.user?.login === login || author?.email?.startsWith(`${databaseId ?? 0}+${login}@`) === true;
}
