import type { CheckTarget, PullRequestRef } from '../../ports.ts';
import type { EarlierCheck } from '../../review/review-plan.ts';
import { toCommitSha } from '../../shared/brand.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { InstallationClient } from './installation-client.ts';
import {
  type CheckedNode,
  CHECKS_QUERY,
  COMMIT_CHECKS_QUERY,
  commitReplySchema,
  HEAD_QUERY,
  headReplySchema,
} from './pull-request-query.ts';
import { toEarlierChecks } from './to-spoken.ts';

/**
 * The app's check runs on the head, the newest first. A pull request that brings no commit of its own does not lead to
 * them: then the head is asked for by itself.
 */
export async function readChecks(
  client: InstallationClient,
  { owner, repository }: PullRequestRef,
  { node, appId }: { node: CheckedNode; appId: number },
): Promise<readonly EarlierCheck[]> {
  const { headRefOid, commits } = node;
  if (commits.nodes.some(({ commit }) => commit.oid === headRefOid)) return toEarlierChecks(node);
  const variables = { owner, name: repository, oid: headRefOid, appId };
  const commit = commitReplySchema.parse(await client.query(COMMIT_CHECKS_QUERY, variables)).repository?.object;
  return toEarlierChecks({ headRefOid, commits: { nodes: commit ? [{ commit }] : [] } });
}

/** Where a check run can go, read with as few permissions as there are; undefined where there is no such pull request. */
export async function readCheckTarget(
  client: InstallationClient,
  { owner, repository, number }: PullRequestRef,
  { appId }: { appId: number },
): Promise<CheckTarget | undefined> {
  const variables = { owner, name: repository, number };
  const reply = await client.query(CHECKS_QUERY, { ...variables, appId }).catch((error: unknown) => {
    const isDenied = error instanceof ApiTrouble && error.trouble.kind === 'not-permitted';
    if (isDenied) return client.query(HEAD_QUERY, variables);
    throw error;
  });
  const node = headReplySchema.parse(reply).repository?.pullRequest;
  if (!node) return undefined;
  const { headRefOid, commits = { nodes: [] } } = node;
  return { head: toCommitSha(headRefOid), checks: toEarlierChecks({ headRefOid, commits }) };
}
