import { expect, test } from '@jest/globals';
import { DRAFT, NEXT_DRAFT, NEXT_PUBLISHED } from '../support/sample-newsletter.ts';
import { EMPTY, type ProposalScenario, startProposal } from '../support/start-proposal.ts';
import { REPOSITORY, useScenarios } from '../support/start-scenario.ts';

const start = useScenarios(startProposal);

const HOUR = 3_600_000;

async function findNumber(s: ProposalScenario): Promise<number> {
  return (await s.findProposals())[0]?.number ?? 0;
}

/** Merges this week's proposal, and looks a week later. */
async function goOn(s: ProposalScenario, draft = NEXT_DRAFT): Promise<void> {
  await s.sandbox.people.mergePullRequest({ repo: REPOSITORY, number: await findNumber(s), by: 'grace' });
  const next = EMPTY.replaceAll('2026-03-04', draft.slice(6, 16));
  await s.publish({ [DRAFT]: null, [NEXT_PUBLISHED]: s.readWhole(), [draft]: next });
  await s.clock.sleep(7 * 24 * HOUR);
  await s.look();
}

/** Where the windows began that were asked for last. */
function tellStarts(s: ProposalScenario): readonly string[] {
  const { from, starts } = s.week.requests.at(-1) ?? {};
  return ['updates', 'approved-rfcs'].map((id) => `${id} ${(starts?.get(id) ?? from)?.toISOString() ?? ''}`);
}

test('what is approved after the last refresh stands in the next issue, though other sections were filled later', async () => {
  const s = await start();
  await s.look();
  await s.clock.sleep(26 * HOUR + HOUR / 6);
  await s.look();
  await s.clock.sleep(2 * HOUR);
  await s.say(await findNumber(s), 'grace', '/copydesk fill updates');
  await goOn(s);
  expect(tellStarts(s)).toEqual(['updates 2026-03-04T22:15:00.000Z', 'approved-rfcs 2026-03-04T20:15:00.000Z']);
});

test('a section that was left to somebody begins the next week where this one began for it', async () => {
  const s = await start();
  await s.submit({ files: EMPTY.replace(/<!-- Use either[^>]*-->/, '* [mine](https://m.test)') });
  await s.look();
  await s.clock.sleep(20 * HOUR);
  await s.look();
  await goOn(s);
  expect(tellStarts(s)).toEqual(['updates 2026-03-04T14:05:00.000Z', 'approved-rfcs 2026-02-24T18:00:00.000Z']);
});

test('a section with nothing to fill it with keeps its beginning, but never more than a week', async () => {
  const s = await start();
  s.week.rfcs = [];
  await s.look();
  await goOn(s);
  expect(tellStarts(s)[1]).toBe('approved-rfcs 2026-02-24T18:00:00.000Z');
  const [, second] = await s.findProposals();
  await s.sandbox.people.mergePullRequest({ repo: REPOSITORY, number: second?.number ?? 0, by: 'grace' });
  const third = EMPTY.replaceAll('2026-03-04', '2026-03-18');
  const published = 'content/2026-03-11-this-week-in-ferris.md';
  await s.publish({ [NEXT_DRAFT]: null, [published]: s.readWhole(), 'draft/2026-03-18-this-week-in-ferris.md': third });
  await s.clock.sleep(7 * 24 * HOUR);
  await s.look();
  expect(tellStarts(s)).toEqual(['updates 2026-03-10T18:05:00.000Z', 'approved-rfcs 2026-03-03T18:00:00.000Z']);
});

test('an issue that is a day late begins where the one before ended', async () => {
  const s = await start();
  await s.look();
  await goOn(s, 'draft/2026-03-12-this-week-in-ferris.md');
  expect(tellStarts(s)).toEqual(['updates 2026-03-03T18:05:00.000Z', 'approved-rfcs 2026-03-03T18:05:00.000Z']);
  expect((await s.findProposals()).map(({ state }) => state)).toEqual(['merged', 'open']);
});

test('last week’s issue is known by its proposal where it is not in the archive yet', async () => {
  const s = await start();
  await s.look();
  await s.sandbox.people.mergePullRequest({ repo: REPOSITORY, number: await findNumber(s), by: 'grace' });
  await s.publish({ [DRAFT]: null, [NEXT_DRAFT]: EMPTY.replaceAll('2026-03-04', '2026-03-11') });
  await s.clock.sleep(7 * 24 * HOUR);
  await s.look();
  expect(tellStarts(s)[0]).toBe('updates 2026-03-03T18:05:00.000Z');
});

test('a week without an issue is told in the next one', async () => {
  const s = await start();
  await s.look();
  await goOn(s, 'draft/2026-03-18-this-week-in-ferris.md');
  expect(s.week.requests).toHaveLength(1);
  await s.clock.sleep(7 * 24 * HOUR);
  await s.look();
  expect(tellStarts(s)[0]).toBe('updates 2026-03-03T18:05:00.000Z');
});

test('where the one before was not merged, it begins at the usual cut of that one', async () => {
  const s = await start();
  await s.publish({
    [DRAFT]: null,
    [NEXT_PUBLISHED]: EMPTY,
    'content/2026-03-09-announcement.md': '# Moved\n',
    'draft/2026-03-12-this-week-in-ferris.md': EMPTY.replaceAll('2026-03-04', '2026-03-12'),
  });
  await s.clock.sleep(8 * 24 * HOUR);
  await s.look();
  expect(tellStarts(s)[0]).toBe('updates 2026-03-03T18:00:00.000Z');
});

test('after a command for one section the others are still due', async () => {
  const s = await start();
  await s.look();
  await s.clock.sleep(6 * HOUR);
  await s.say(await findNumber(s), 'grace', '/copydesk fill Approved RFCs');
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await s.look();
  expect(s.readBranch()).toContain('[change 3]');
});

test('the description says of a section that was not asked for what it said before', async () => {
  const s = await start();
  const other = await s.submit({ files: { 'README.md': '# Hello\n' } });
  await s.say(other, 'grace', '/copydesk fill Approved RFCs');
  expect((await s.findProposals())[0]?.body).toContain(
    '### Updates from the Rust Project\n\n- Not filled yet: only other sections were asked for. The next refresh fills it.\n\n### Approved',
  );
  await s.say(other, 'grace', '/copydesk fill');
  s.week.merged = [...s.week.merged, ['Compiler', 3]];
  await s.clock.sleep(HOUR);
  const toUpdates = (body = ''): string => body.slice(body.indexOf('### Updates'), body.indexOf('### Approved'));
  const before = (await s.findProposals())[0]?.body;
  await s.say(other, 'grace', '/copydesk fill Approved RFCs');
  const after = (await s.findProposals())[0]?.body;
  expect(toUpdates(after)).toBe(toUpdates(before));
  expect(toUpdates(after)).toContain('- [x] [rust 1]');
  expect(after).toContain('up to 2026-03-03 19:05 UTC');
});

test('a tick that comes together with a command for another section is heeded', async () => {
  const s = await start();
  await s.look();
  s.week.meanwhile = async () => {
    s.week.meanwhile = () => Promise.resolve();
    const [pull] = await s.findProposals();
    const { number, body } = pull ?? { number: 0, body: '' };
    const ticked = body.replace('- [ ] [cargo 8]', '- [x] [cargo 8]');
    await s.sandbox.people.editPullRequest({ repo: REPOSITORY, number, by: 'grace', body: ticked });
  };
  await s.say(await findNumber(s), 'grace', '/copydesk fill Approved RFCs');
  await s.settle();
  expect(s.readBranch()).toContain('[change 8]');
});
