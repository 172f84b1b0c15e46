import { z } from 'zod';
import type { ProposalPlace, ProposalState } from '../../../ports/proposals.ts';
import type { RepositoryRef } from '../../../ports.ts';
import { toCommitSha } from '../../../shared/brand.ts';
import { ApiTrouble } from '../api-trouble.ts';
import type { InstallationClient } from '../installation-client.ts';
import { BLOB, blobSchema, nodesOf } from '../pull-request-query.ts';
import { readTexts, toBlobText } from '../read-texts.ts';
import { findOwnPull, NAMED_PULLS, namedPullsSchema } from './find-own-pull.ts';

/** Of other pull requests the newest 100; which of them touch the draft, their list of files says. */
const PROPOSAL_QUERY = `
  query ReadProposal($owner: String!, $name: String!, $path: String!, $branch: String!, $head: String!, $previous: String!, $before: String!) {
    repository(owner: $owner, name: $name) {
      defaultBranchRef { target { oid } }
      ref(qualifiedName: $branch) { target { oid ... on Commit { file(path: $path) { object { ${BLOB} } } } } }
      own: pullRequests(headRefName: $head, first: 20, orderBy: { field: CREATED_AT, direction: DESC }) { ${NAMED_PULLS} }
      previous: pullRequests(headRefName: $previous, first: 20, orderBy: { field: CREATED_AT, direction: DESC }) { ${NAMED_PULLS} }
      before: pullRequests(headRefName: $before, first: 20, orderBy: { field: CREATED_AT, direction: DESC }) { ${NAMED_PULLS} }
      others: pullRequests(states: [OPEN], first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { number headRefOid viewerDidAuthor files(first: 100) { nodes { path } } }
      }
    }
  }`;

const otherSchema = z.object({
  number: z.number(),
  headRefOid: z.string(),
  viewerDidAuthor: z.boolean(),
  files: z.object({ nodes: nodesOf(z.object({ path: z.string() })) }).nullish(),
});

const branchSchema = z.object({
  oid: z.string(),
  file: z.object({ object: blobSchema.nullish() }).nullish(),
});

const replySchema = z.object({
  repository: z
    .object({
      defaultBranchRef: z.object({ target: z.object({ oid: z.string() }) }).nullable(),
      ref: z.object({ target: branchSchema }).nullable(),
      own: namedPullsSchema,
      previous: namedPullsSchema,
      before: namedPullsSchema,
      others: z.object({ nodes: nodesOf(otherSchema) }),
    })
    .nullable(),
});

/** Reads the proposal and its branch, in one request; in two with the draft as others would have it, or where the branch has none. */
export async function readProposal(
  client: InstallationClient,
  ref: RepositoryRef,
  { branch, previousBranches, path }: ProposalPlace,
): Promise<ProposalState> {
  const [previous, before] = previousBranches;
  const variables = { path, branch: `refs/heads/${branch}`, head: branch, previous, before };
  const reply = await client.query(PROPOSAL_QUERY, { owner: ref.owner, name: ref.repository, ...variables });
  const { repository } = replySchema.parse(reply);
  if (repository === null) throw new ApiTrouble({ kind: 'absent', reason: 'the repository is gone' });
  const { defaultBranchRef } = repository;
  const { oid: head, file } = repository.ref?.target ?? {};
  const own = toBlobText(file?.object);
  const others = repository.others.nodes.filter(
    (pull) => !pull.viewerDidAuthor && pull.files?.nodes.some((file) => file.path === path) === true,
  );
  const toName = (oid: string): string => `${oid}:${path}`;
  const known = new Map(head === undefined || own === undefined ? [] : [[toName(head), own]]);
  const heads = [...(head === undefined ? [] : [head]), ...others.map(({ headRefOid }) => headRefOid)];
  const names = [...new Set(heads.map(toName))].filter((name) => !known.has(name));
  const texts = await readTexts(client, ref, names, { known });
  const textAt = (oid: string): string | undefined => {
    const found = texts.get(toName(oid));
    return found?.kind === 'text' ? found.text : undefined;
  };
  const find = async (name: string, first: typeof repository.own): Promise<ProposalState['previous']> => {
    const pull = await findOwnPull(client, ref, { branch: name, first });
    return pull && { ...pull, branch: name };
  };
  return {
    defaultHead: defaultBranchRef === null ? undefined : toCommitSha(defaultBranchRef.target.oid),
    branch: head === undefined ? undefined : { head: toCommitSha(head), text: textAt(head) },
    proposal: await findOwnPull(client, ref, { branch, first: repository.own }),
    previous: (await find(previous, repository.previous)) ?? (await find(before, repository.before)),
    others: new Map(
      others.flatMap(({ number, headRefOid }) => {
        const text = textAt(headRefOid);
        return text === undefined ? [] : [[number, text] as const];
      }),
    ),
  };
}
