// The whole path, from the schedule to the proposal, with sections as GitHub tells them: nothing in it is a fake of ours.
import { expect, test } from '@jest/globals';
import { CODE, crabSections, RFCS } from '../support/crab-sections.ts';
import { DRAFT, PUBLISHED, writeIssue } from '../support/sample-newsletter.ts';
import { readOnGitHub } from '../support/start-proposal.ts';
import { type Scenario, startScenario, useScenarios } from '../support/start-scenario.ts';

const open = useScenarios(startScenario);

/** A newsletter about other things than the one whose sections are the default; its weeks end on Mondays at noon. */
const configuration = `
mode: publish
${crabSections}`;

const EMPTY = `${writeIssue('2026-03-04', 641).trimEnd()}

## Merged

## Agreed

## Jobs
`;

const FILLED = `## Merged

2 were [merged](https://github.com/search?q=is%3Apr+org%3Acrabs+is%3Amerged+merged%3A2026-02-24..2026-03-03):

#### Shell
* [harden the shell](https://github.test/crabs/shell/pull/2)
* [thank @ada for it](https://github.test/crabs/shell/pull/3)

## Agreed

These were agreed on:

* [Walk forwards](https://github.test/crabs/proposals/pull/7)

## Jobs
`;

/** The newsletter, and the organisation that it writes about, as they are on Tuesday evening. */
async function start(): Promise<Scenario> {
  const files = { [PUBLISHED]: writeIssue('2026-02-25', 640), [DRAFT]: EMPTY, '.github/copydesk.yml': configuration };
  const scenario = await open({
    ...{ start: '2026-03-03T18:05:00Z', files, sources: 'github' },
    permissions: { contents: 'write', issues: 'write', pull_requests: 'write', checks: 'write' },
  });
  const { people } = scenario.sandbox;
  for (const repo of [CODE, RFCS]) {
    const start = { files: { 'README.md': 'x' }, date: '2026-01-01T00:00:00Z' };
    await people.createRepository({ repo, isOrganization: true, ...start });
  }
  const date = '2026-02-26T00:00:00Z';
  const { sha } = await people.push({ repo: RFCS, by: 'ann', files: { 'text/7-walk.md': 'x' }, date });
  const added = [{ path: 'text/7-walk.md', status: 'added' as const }];
  await people.tellOfMerged({
    repo: RFCS,
    pulls: [{ number: 7, title: 'Walk forwards', mergedAt: date, sha, files: added }],
  });
  await people.tellOfMerged({
    repo: CODE,
    pulls: [
      { number: 1, title: 'Belongs to the issue before', mergedAt: '2026-02-23T11:59:59Z' },
      { number: 2, title: 'Harden the shell', mergedAt: '2026-02-23T12:00:00Z' },
      { number: 3, title: 'Thank @ada for it', mergedAt: '2026-03-01T00:00:00Z' },
    ],
  });
  return scenario;
}

test('on Tuesday evening a pull request fills the sections with what GitHub tells, once', async () => {
  const s = await start();
  await s.look();
  await s.look();
  const branch = await readOnGitHub(s, 'copydesk/fill-2026-03-04');
  expect(branch.slice(branch.indexOf('## Merged')).replaceAll(s.sandbox.url, 'https://github.test')).toBe(FILLED);
  const { repositories } = await s.sandbox.state();
  const proposals = repositories.flatMap(({ pulls }) => pulls).filter(({ author }) => author.isBot);
  expect(proposals.map(({ title, state }) => ({ title, state }))).toEqual([
    { title: 'Fill the sections of the issue of 2026-03-04', state: 'open' },
  ]);
  expect(proposals[0]?.body).toContain('from 2026-02-23 12:00 UTC up to 2026-03-03 18:05 UTC');
  expect(s.sandbox.notifications).toEqual([]);
});

test('a refresh costs three queries beside those of its sources, and its writes', async () => {
  const s = await start();
  await s.look();
  s.takeRequests();
  await s.sandbox.people.tellOfMerged({
    repo: CODE,
    pulls: [{ number: 4, title: 'Mend a claw', mergedAt: '2026-03-03T18:00:00Z' }],
  });
  await s.say(1, 'ferris', '/copydesk fill');
  // The bot looks at the push to its branch, and answers.
  const others = /^GET |ReadPullRequest|ReadAnswer|addReaction/;
  expect(s.takeRequests().filter((operation) => !others.test(operation))).toEqual([
    'graphql query ReadDesk',
    'graphql query ReadProposal',
    'graphql query ReadObjects',
    'graphql query ReadMergedPulls',
    'graphql query ReadRfcs',
    'graphql query ReadProposal',
    'graphql mutation createCommitOnBranch',
    // A tick that came meanwhile must not be written over.
    'graphql query ReadProposalBody',
    'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
  ]);
});
