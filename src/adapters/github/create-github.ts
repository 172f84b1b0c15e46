import { z } from 'zod';
import type { GitHub, PullRequestRef, RepositoryRef } from '../../ports.ts';
import type { IssueReader } from '../../ports/pages.ts';
import type { WordStore } from '../../ports/word-store.ts';
import type { CommitSha } from '../../shared/brand.ts';
import { Latest } from '../../shared/latest.ts';
import { ApiTrouble } from './api-trouble.ts';
import type { ClientOptions, InstallationClient } from './installation-client.ts';
import type { ClientOf } from './installation-clients.ts';
import { readNumberedPages } from './page-trail.ts';
import { RecentWords } from './recent-words.ts';
import type { Speaker } from './speaker.ts';
import { publishAnswer } from './publish-answer.ts';
import { publishReview } from './publish-review.ts';
import { readBaseTexts } from './read-base-texts.ts';
import { readCheckTarget } from './read-checks.ts';
import { type KnownConfiguration, readConfiguration } from './read-configuration.ts';
import { readCalledIssues } from './read-called-issues.ts';
import { readPermission } from './read-permission.ts';
import { readOtherDrafts } from './read-other-drafts.ts';
import { listPublishedIssues } from './list-published-issues.ts';
import { readPullRequest } from './read-pull-request.ts';
import { readTexts } from './read-texts.ts';
import { toOutcome } from './to-outcome.ts';

/** What mode `review` cannot do without; metadata comes with every installation. */
const NEEDED = { contents: 'read', pull_requests: 'write', checks: 'write' } as const;

const PAGE = 100;

/** Published issues are no stranger's: a tenth of a megabyte each at most. */
const ISSUES_AT_ONCE = 40;

/** Of so many repositories the configuration is remembered: a few kilobytes each. */
const MAX_KNOWN = 500;

/** GitHub through its API, through the clients of the app's installations; `wordStore` is for what several processes say. */
export function createGitHub(options: ClientOptions, clientOf: ClientOf, wordStore?: WordStore): GitHub & IssueReader {
  const known = new Latest<KnownConfiguration>(MAX_KNOWN);
  const recent = new RecentWords(options.clock, wordStore);
  const toSpeaker = (ref: PullRequestRef): Speaker => ({ ...clientOf(ref), tell: recent.tellerOf(ref) });
  return {
    readPullRequest: (ref, read) =>
      toOutcome(async () => {
        const client = clientOf(ref);
        await demandPermissions(client, ref, options);
        const snapshot = await readPullRequest(client, ref, { ...options, read, known });
        await recent.demand(snapshot);
        return snapshot;
      }),
    readConfiguration: (repository, read) =>
      toOutcome(() => readConfiguration(clientOf(repository), repository, { read, known })),
    readBaseTexts: (snapshot, paths) => toOutcome(() => readBaseTexts(clientOf(snapshot.ref), snapshot, paths)),
    readOtherDrafts: (repository, pulls, config) =>
      toOutcome(() => readOtherDrafts(clientOf(repository), repository, { pulls, config })),
    listPublishedIssues: (repository, folders, config) =>
      toOutcome(() => listPublishedIssues(clientOf(repository), repository, { folders, config })),
    readTexts: (repository, blobs) =>
      toOutcome(() => readTexts(clientOf(repository), repository, blobs, { atOnce: ISSUES_AT_ONCE })),
    readCalledIssues: (repository, issues) => toOutcome(() => readCalledIssues(clientOf(repository), issues)),
    publishReview: (target, plan) => toOutcome(() => publishReview(toSpeaker(target.ref), target, plan)),
    publishAnswer: (target, answer) => toOutcome(() => publishAnswer(toSpeaker(target.ref), target, answer)),
    readPermission: (repository, login) =>
      toOutcome(() => readPermission(clientOf(repository), repository, { __typename: 'User', login })),
    listOpenPullRequests: (repository) => toOutcome(() => listOpen(clientOf(repository), repository)),
    findOpenPullRequestsByHead: (repository, head) =>
      toOutcome(() => findOpenByHead(clientOf(repository), repository, head)),
  };
}

/** Permissions that an owner has not granted make GitHub answer "nothing there", which must not be taken for a fact. */
async function demandPermissions(
  client: InstallationClient,
  ref: PullRequestRef,
  options: ClientOptions,
): Promise<void> {
  if (listMissing(await client.readPermissions()).length === 0) return;
  // An owner may have granted more since the token was made.
  const granted = await client.readPermissions(true);
  const missing = listMissing(granted);
  if (missing.length === 0) return;
  const canSpeak = granted['checks'] === 'write' && granted['pull_requests'] !== undefined;
  throw new ApiTrouble({
    kind: 'not-permitted',
    missing,
    target: canSpeak ? await readCheckTarget(client, ref, options) : undefined,
  });
}

function listMissing(granted: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(NEEDED)
    .filter(([name, level]) => granted[name] !== 'write' && granted[name] !== level)
    .map(([name, level]) => `${name.replace('_', ' ')}: ${level}`);
}

const openPullSchema = z.object({
  number: z.number(),
  head: z.object({ sha: z.string() }),
});

async function listOpen(client: InstallationClient, ref: RepositoryRef): Promise<readonly number[]> {
  return (await listPulls(client, ref)).map(({ number }) => number);
}

/** Check events of forks do not name their pull requests: look through the open ones. */
async function findOpenByHead(client: InstallationClient, ref: RepositoryRef, head: CommitSha) {
  return (await listPulls(client, ref)).filter((pull) => pull.head.sha === head).map(({ number }) => number);
}

async function listPulls(client: InstallationClient, { owner, repository }: RepositoryRef) {
  return readNumberedPages(PAGE, async (page) => {
    const parameters = { owner, repo: repository, state: 'open', per_page: PAGE, page };
    return z.array(openPullSchema).parse(await client.get('GET /repos/{owner}/{repo}/pulls', parameters));
  });
}
