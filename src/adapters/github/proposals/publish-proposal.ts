import { z } from 'zod';
import type { RepositoryRef } from '../../../ports.ts';
import type { CommitPlan, ProposalPlan, PullPlan } from '../../../proposals/plan-proposal.ts';
import { ApiTrouble } from '../api-trouble.ts';
import type { InstallationClient, MutationFailure } from '../installation-client.ts';

type Published = 'published' | 'moved';

const COMMIT = `
  mutation Commit($input: CreateCommitOnBranchInput!) {
    commit: createCommitOnBranch(input: $input) { clientMutationId }
  }`;

const BODY_QUERY = `
  query ReadProposalBody($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) { pullRequest(number: $number) { body state } }
  }`;

const bodySchema = z.object({
  repository: z.object({ pullRequest: z.object({ body: z.string(), state: z.string() }).nullable() }).nullable(),
});

/** How GitHub says that a branch is there already, or that two wrote at once. */
const BRANCH_RACE = /already exists|conflict|locked/i;

/** How it says that a pull request is there already, or that its branch is gone or was taken back. */
const PULL_RACE = /already exists|No commits between|"field":"head"/;

/**
 * Executes a plan: branch, commit, description. Each step is refused by GitHub, or left out here, where somebody was
 * faster; then the proposal is to be planned anew by what stands there, so that nothing is written twice.
 */
export async function publishProposal(
  client: InstallationClient,
  ref: RepositoryRef,
  { branch, start, commit, pull }: ProposalPlan,
  base: string,
): Promise<Published> {
  const place = { owner: ref.owner, repo: ref.repository };
  if (start !== undefined) {
    const reference = { ...place, ref: `refs/heads/${branch}`, sha: start };
    const isThere = !(await succeeds(client.send('POST /repos/{owner}/{repo}/git/refs', reference), BRANCH_RACE));
    if (isThere) return 'moved';
  }
  if (commit !== undefined && !(await makeCommit(client, ref, branch, commit))) return 'moved';
  if (pull === undefined) return 'published';
  const updated = pull.kind === 'update' ? await updatePull(client, ref, pull) : undefined;
  // GitHub does not open one again whose branch was rewritten, or deleted and made anew.
  const isNew = pull.kind === 'open' || updated === 'refused';
  if (!isNew) return updated === 'published' ? 'published' : 'moved';
  const { title, body } = pull;
  const opened = client.send('POST /repos/{owner}/{repo}/pulls', { ...place, head: branch, base, title, body });
  return (await succeeds(opened, PULL_RACE)) ? 'published' : 'moved';
}

/**
 * false where GitHub says that it cannot be done as things stand; rejects where it would say the same again.
 * @param race how it tells the one from the other; without it, all that it refuses is the one
 */
async function succeeds(write: Promise<unknown>, race = /^/): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ApiTrouble && error.trouble.kind === 'refused' && race.test(error.trouble.reason))
      return false;
    throw error;
  }
}

/** false where the branch has another head by now. */
async function makeCommit(
  client: InstallationClient,
  { owner, repository }: RepositoryRef,
  branch: string,
  { path, text, message, expectedHead }: CommitPlan,
): Promise<boolean> {
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${repository}`, branchName: branch },
    message: { headline: message },
    expectedHeadOid: expectedHead,
    fileChanges: { additions: [{ path, contents: Buffer.from(text).toString('base64') }] },
  };
  const [failure] = await client.mutate(COMMIT, { input });
  if (failure === undefined) return true;
  if (isStale(failure)) return false;
  const { type, message: reason } = failure;
  if (type !== 'FORBIDDEN') throw new ApiTrouble({ kind: 'unknown-outcome', reason });
  throw new ApiTrouble({ kind: 'not-permitted', missing: ['contents: write'], target: undefined });
}

function isStale({ type, message }: MutationFailure): boolean {
  return type === 'STALE_DATA' || /^Expected branch to point to/.test(message);
}

/** Descriptions have no compare-and-set: looked at just before, so that a tick made meanwhile is not lost. */
async function updatePull(
  client: InstallationClient,
  { owner, repository }: RepositoryRef,
  { proposal, body, isReopened }: PullPlan & { kind: 'update' },
): Promise<Published | 'refused'> {
  const { number } = proposal;
  const reply = await client.query(BODY_QUERY, { owner, name: repository, number });
  const now = bodySchema.parse(reply).repository?.pullRequest;
  if (now?.body !== proposal.body || now.state.toLowerCase() !== proposal.state) return 'moved';
  const change = { body, ...(isReopened ? { state: 'open' } : {}) };
  const route = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}';
  const write = client.send(route, { owner, repo: repository, pull_number: number, ...change });
  if (isReopened) return (await succeeds(write)) ? 'published' : 'refused';
  await write;
  return 'published';
}
