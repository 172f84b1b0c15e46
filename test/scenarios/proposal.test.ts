import { afterEach, expect, test } from '@jest/globals';
import { EMPTY, type ProposalScenario, startProposal, BRANCH } from '../support/start-proposal.ts';
import { DRAFT, NEXT_DRAFT, writeIssue } from '../support/sample-newsletter.ts';
import { REPOSITORY } from '../support/start-scenario.ts';

let scenario: ProposalScenario | undefined;

async function start(...options: Parameters<typeof startProposal>): Promise<ProposalScenario> {
  scenario = await startProposal(...options);
  return scenario;
}

afterEach(async () => {
  await scenario?.end();
  scenario = undefined;
});

const FIRST = `## Updates from the Rust Project

4 were merged

#### Compiler
* [change 1](https://github.com/rust-lang/rust/pull/1)
* [change 2](https://github.com/rust-lang/rust/pull/2)

#### Cargo
* [change 9](https://github.com/rust-lang/cargo/pull/9)

### Approved RFCs

These were approved:

* *No RFCs were approved this week.*

## Jobs
`;

/** What a person reads of a description. */
function seen(body = ''): string {
  return body.replace(/\s*<!-- copydesk:.*? -->/g, '');
}

test('on Tuesday evening the sections are filled by a pull request, once', async () => {
  const s = await start();
  await s.look();
  await s.look();
  expect(s.readBranch()).toBe(FIRST);
  expect(s.readWhole().slice(0, s.readWhole().indexOf('## Updates from'))).toBe(
    EMPTY.slice(0, EMPTY.indexOf('## Updates from the Rust P')),
  );
  const [pull, ...others] = await s.findProposals();
  expect(others).toEqual([]);
  expect(pull).toMatchObject({ title: 'Fill the sections of the issue of 2026-03-04', state: 'open' });
  expect(pull?.head.label).toBe(`ferris:${BRANCH}`);
  expect(seen(pull?.body)).toMatchInlineSnapshot();
  expect(s.week.requests.map(({ from, until }) => [from, until].map((at) => at.toISOString()))).toEqual([
    ['2026-02-24T18:00:00.000Z', '2026-03-03T18:05:00.000Z'],
  ]);
  expect(s.sandbox.notifications).toEqual([]);
});
