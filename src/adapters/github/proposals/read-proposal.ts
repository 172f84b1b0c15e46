import { z } from 'zod';
import type { ProposalPlace, ProposalState } from '../../../ports/proposals.ts';
import type { RepositoryRef } from '../../../ports.ts';
import type { StandingProposal } from '../../../proposals/proposal-facts.ts';
import { toCommitSha } from '../../../shared/brand.ts';
import { ApiTrouble } from '../api-trouble.ts';
import type { InstallationClient } from '../installation-client.ts';
import { nodesOf } from '../pull-request-query.ts';
import { readTexts } from '../read-texts.ts';

const PULLS = `nodes { number state body viewerDidAuthor isCrossRepository }`;

/** Of other pull requests the newest 100; which of them touch the draft, their list of files says. */
const PROPOSAL_QUERY = `
  query ReadProposal($owner: String!, $name: String!, $branch: String!, $head: String!, $previous: String!, $before: String!) {
    repository(owner: $owner, name: $name) {
      ref(qualifiedName: $branch) { target { oid } }
      own: pullRequests(headRefName: $head, first: 20, orderBy: { field: CREATED_AT, direction: DESC }) { ${PULLS} }
      previous: pullRequests(headRefName: $previous, first: 20, orderBy: { field: CREATED_AT, direction: DESC }) { ${PULLS} }
      before: pullRequests(headRefName: $before, first: 20, orderBy: { field: CREATED_AT, direction: DESC }) { ${PULLS} }
      others: pullRequests(states: [OPEN], first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { number headRefOid viewerDidAuthor files(first: 100) { nodes { path } } }
      }
    }
  }`;

const pullSchema = z.object({
  number: z.number(),
  state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
  body: z.string(),
  viewerDidAuthor: z.boolean(),
  isCrossRepository: z.boolean(),
});

const otherSchema = z.object({
  number: z.number(),
  headRefOid: z.string(),
  viewerDidAuthor: z.boolean(),
  files: z.object({ nodes: nodesOf(z.object({ path: z.string() })) }).nullish(),
});

const replySchema = z.object({
  repository: z
    .object({
      ref: z.object({ target: z.object({ oid: z.string() }) }).nullable(),
      own: z.object({ nodes: nodesOf(pullSchema) }),
      previous: z.object({ nodes: nodesOf(pullSchema) }),
      before: z.object({ nodes: nodesOf(pullSchema) }),
      others: z.object({ nodes: nodesOf(otherSchema) }),
    })
    .nullable(),
});

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/** Reads the proposal, its branch, and the draft as others would have it, in two requests. */
export async function readProposal(
  client: InstallationClient,
  ref: RepositoryRef,
  { branch, previousBranches, path }: ProposalPlace,
): Promise<ProposalState> {
  const [previous, before] = previousBranches;
  const variables = { branch: `refs/heads/${branch}`, head: branch, previous, before };
  const reply = await client.query(PROPOSAL_QUERY, { owner: ref.owner, name: ref.repository, ...variables });
  const { repository } = replySchema.parse(reply);
  if (repository === null) throw new ApiTrouble({ kind: 'absent', reason: 'the repository is gone' });
  const head = repository.ref?.target.oid;
  const others = repository.others.nodes.filter(
    (pull) => !pull.viewerDidAuthor && pull.files?.nodes.some((file) => file.path === path) === true,
  );
  const heads = [...(head === undefined ? [] : [head]), ...others.map(({ headRefOid }) => headRefOid)];
  const texts = await readTexts(
    client,
    ref,
    [...new Set(heads)].map((oid) => `${oid}:${path}`),
  );
  const textAt = (oid: string): string | undefined => {
    const found = texts.get(`${oid}:${path}`);
    return found?.kind === 'text' ? found.text : undefined;
  };
  return {
    branch: head === undefined ? undefined : { head: toCommitSha(head), text: textAt(head) },
    proposal: toProposal(repository.own.nodes),
    previous: toPrevious(previous, repository.previous.nodes) ?? toPrevious(before, repository.before.nodes),
    others: new Map(
      others.flatMap(({ number, headRefOid }) => {
        const text = textAt(headRefOid);
        return text === undefined ? [] : [[number, text] as const];
      }),
    ),
  };
}

function toPrevious(branch: string, pulls: readonly z.infer<typeof pullSchema>[]): ProposalState['previous'] {
  const proposal = toProposal(pulls);
  return proposal && { ...proposal, branch };
}

/** Of the app's own pull requests of a branch the open one, else the newest. */
function toProposal(pulls: readonly z.infer<typeof pullSchema>[]): StandingProposal | undefined {
  const own = pulls.filter(({ viewerDidAuthor, isCrossRepository }) => viewerDidAuthor && !isCrossRepository);
  const pull = own.find(({ state }) => state === 'OPEN') ?? own[0];
  return pull && { number: pull.number, state: STATES[pull.state], body: pull.body };
}
