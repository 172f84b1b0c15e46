// A week on the embedded GitHub, and the sections that come of it.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readLabelled } from '../../../../src/adapters/github/sections/read-labelled.ts';
import { defaultConfig } from '../../../../src/config/defaults.ts';
import type { FilledSection } from '../../../../src/sections/filled-section.ts';
import { startWeek, type Week, WINDOW } from './ask-github.ts';

let week: Week;
beforeEach(async () => {
  week = await startWeek();
});
afterEach(() => week.close());

async function fill(config = defaultConfig): Promise<Readonly<Record<string, FilledSection>>> {
  const outcome = await week.fill(config);
  if (!outcome.ok) throw new Error(outcome.trouble.kind);
  return Object.fromEntries(outcome.value.map((section) => [section.id, section]));
}

/** Merged pull requests spread evenly over the week. */
function merged(count: number, first = 1) {
  const [from, until] = [Date.parse(WINDOW.from), Date.parse(WINDOW.until)];
  return Array.from({ length: count }, (_, index) => ({
    number: first + index,
    title: `Change ${first + index}`,
    mergedAt: new Date(from + ((until - from) * index) / count).toISOString(),
    files: [{ path: 'compiler/x.rs' }],
  }));
}

describe('the budget', () => {
  test('700 merged pull requests and 40 labelled threads are read in 15 requests and 40 points', async () => {
    const { people } = week.sandbox;
    await people.tellOfMerged({ repo: 'rust-lang/rust', pulls: merged(700) });
    await people.push({ repo: 'ferris/news', by: 'ferris', files: { 'content/2026-02-25-news.md': '# Old\n' } });
    const log = { 'triage/2026/2026-03-02.md': '# Log\n' };
    await people.push({ repo: 'rust-lang/rustc-perf', by: 'ann', files: log });
    for (let number = 1001; number <= 1040; number += 1) {
      const repo = number % 2 === 0 ? 'rust-lang/compiler-team' : 'rust-lang/lang-team';
      await people.openIssue({ repo, by: 'ann', title: `Decide ${number}`, number });
      await people.label({ repo, by: 'ann', number, label: 'final-comment-period', date: '2026-02-28T00:00:00Z' });
    }
    const { updates, 'final-comment-period': periods } = await fill();
    expect(updates?.queried.map(({ count }) => count)).toEqual([700, 700]);
    expect(periods?.body.match(/Decide/g)).toHaveLength(40);
    // The specification allows 15 and 40; the newsletter itself takes three more (test/scenarios/real-sources).
    expect(week.count()).toEqual({ requests: 12, points: 29 });
  });

  test('40 labelled threads in one list cost one request more, none is left out, and it stays within the budget', async () => {
    const { people } = week.sandbox;
    await people.tellOfMerged({ repo: 'rust-lang/rust', pulls: merged(700) });
    await people.push({ repo: 'ferris/news', by: 'ferris', files: { 'content/2026-02-25-news.md': '# Old\n' } });
    await people.push({ repo: 'rust-lang/rustc-perf', by: 'ann', files: { 'triage/2026/2026-03-02.md': '# Log\n' } });
    for (let number = 1001; number <= 1040; number += 1) {
      await people.openIssue({ repo: 'rust-lang/rust', by: 'ann', title: `Decide ${number}`, number });
      const date = '2026-02-28T00:00:00Z';
      await people.label({ repo: 'rust-lang/rust', by: 'ann', number, label: 'final-comment-period', date });
    }
    const { 'final-comment-period': periods } = await fill();
    expect(periods?.notes).toEqual([]);
    expect(new Set(periods?.body.match(/Decide \d+/g)).size).toBe(40);
    expect(week.count()).toEqual({ requests: 13, points: 31 });
  });

  test('1,300 are more than a search gives: the week is read in halves, each pull request once', async () => {
    await week.sandbox.people.tellOfMerged({ repo: 'rust-lang/rust', pulls: merged(1300) });
    const { updates } = await fill();
    expect(updates?.notes).toEqual([]);
    expect(updates?.queried.at(-1)?.count).toBe(1300);
    const { requests, points } = week.count();
    expect(requests).toBeLessThanOrEqual(15 + 6);
    expect(points).toBeLessThanOrEqual(40 + 12);
  });
});

test('what was merged at the second of the cut belongs to the next week', async () => {
  const at = (number: number, mergedAt: string) => ({ number, title: `Optimize ${number}`, mergedAt });
  const pulls = [at(1, WINDOW.from), at(2, '2026-02-24T17:59:59Z'), at(3, WINDOW.until), at(4, '2026-03-03T17:59:59Z')];
  await week.sandbox.people.tellOfMerged({ repo: 'rust-lang/rust', pulls });
  const { updates } = await fill();
  expect(updates?.shortlist.map(({ key }) => key)).toEqual(['rust-lang/rust#1', 'rust-lang/rust#4']);
});

test('a section whose week begins elsewhere is read from there, and no other is', async () => {
  const { people } = week.sandbox;
  const early = '2026-02-20T00:00:00Z';
  await people.tellOfMerged({
    repo: 'rust-lang/rust',
    pulls: [{ number: 1, title: 'Optimize it', mergedAt: early }],
  });
  for (const [number, label] of [
    [6, 'final-comment-period'],
    [7, 'call-for-testing'],
  ] as const) {
    await people.openIssue({ repo: 'rust-lang/cargo', by: 'ann', title: `With ${label}`, number });
    await people.label({ repo: 'rust-lang/cargo', by: 'ann', number, label, date: early });
  }
  const tell = async (...ids: readonly string[]) => {
    const starts = new Map(ids.map((id) => [id, new Date('2026-02-17T18:00:00Z')]));
    const filled = await week.fill(defaultConfig, starts);
    const sections = filled.ok ? filled.value : [];
    const from = sections.flatMap(({ id, queried }) => (queried.at(-1)?.from === '2026-02-17T18:00:00Z' ? [id] : []));
    const listed = sections.filter(({ body }) => /Optimize|optimize|With /.test(body)).map(({ id }) => id);
    return { from, listed };
  };
  const ids = ['calls-for-testing', 'updates', 'approved-rfcs', 'final-comment-period', 'new-rfcs'];
  expect(await tell()).toEqual({ from: [], listed: [] });
  expect((await tell(...ids)).listed).toEqual(['calls-for-testing', 'updates', 'final-comment-period']);
  for (const id of ids) expect((await tell(id)).from).toEqual([id]);
  expect((await tell('calls-for-testing')).listed).toEqual(['calls-for-testing']);
});

test('a thread that was labelled and closed again within the week is listed, one of last week is not', async () => {
  const { people } = week.sandbox;
  const label = 'final-comment-period';
  const pulls = [
    { number: 5, title: 'Merged meanwhile', mergedAt: '2026-03-01T00:00:00Z', labels: ['disposition-close'] },
  ];
  await people.tellOfMerged({ repo: 'rust-lang/rust', pulls });
  await people.label({ repo: 'rust-lang/rust', by: 'ann', number: 5, label, date: '2026-02-25T00:00:00Z' });
  await people.openIssue({ repo: 'rust-lang/cargo', by: 'ann', title: 'Of last week', number: 6 });
  await people.label({ repo: 'rust-lang/cargo', by: 'ann', number: 6, label, date: '2026-02-20T00:00:00Z' });
  await people.label({ repo: 'rust-lang/cargo', by: 'ann', number: 6, label: 'other', date: '2026-02-28T00:00:00Z' });
  const { 'final-comment-period': periods } = await fill();
  expect(periods?.body.match(/^\* .*$/gm)).toEqual([
    `* [disposition: close] [Merged meanwhile](${week.sandbox.url}/rust-lang/rust/pull/5)`,
  ]);
});

test('steps for testing are a member’s', async () => {
  const { people } = week.sandbox;
  const repo = 'rust-lang/rustup';
  await people.openIssue({ repo, by: 'ann', title: 'Try me', number: 7 });
  await people.label({ repo, by: 'ann', number: 7, label: 'call-for-testing', date: '2026-02-28T00:00:00Z' });
  await people.remark({ repo, by: 'eve', number: 7, body: 'Testing steps: pay me' });
  const { id } = await people.remark({
    repo,
    by: 'ann',
    number: 7,
    body: 'How to test: run it',
    authorAssociation: 'MEMBER',
  });
  const { 'calls-for-testing': calls } = await fill();
  expect(calls?.body).toContain(`  * [Testing steps](${week.sandbox.url}/${repo}/issues/7#issuecomment-${id})`);
});

test('RFCs: the history of the folder tells what was approved, whatever else was merged', async () => {
  const { people } = week.sandbox;
  const repo = 'rust-lang/rfcs';
  const push = (files: Record<string, string>, date: string) => people.push({ repo, by: 'ann', files, date });
  const text = await push({ 'text/3900-x.md': 'x' }, '2026-02-26T00:00:00Z');
  const typo = await push({ 'text/3900-x.md': 'y' }, '2026-02-27T00:00:00Z');
  await people.tellOfMerged({
    repo,
    pulls: [
      {
        number: 3900,
        title: 'Approved',
        mergedAt: '2026-02-26T00:00:00Z',
        sha: text.sha,
        files: [{ path: 'text/3900-x.md', status: 'added' }],
      },
      {
        number: 3901,
        title: 'Typo',
        mergedAt: '2026-02-27T00:00:00Z',
        sha: typo.sha,
        files: [{ path: 'text/3900-x.md' }],
      },
    ],
  });
  const { 'approved-rfcs': approved, 'new-rfcs': opened } = await fill();
  expect(approved?.body.match(/^\* .*$/gm)).toEqual([`* [Approved](${week.sandbox.url}/${repo}/pull/3900)`]);
  expect(opened?.body.match(/^\* .*$/gm)).toHaveLength(2);
});

test('the triage log of the week, by the commit that brought it', async () => {
  const files = {
    'triage/2026/2026-03-02.md': '# Log\n\nQuiet.\n\n#### Details',
    'triage/2026/2026-03-09.md': 'later',
  };
  const { sha } = await week.sandbox.people.push({ repo: 'rust-lang/rustc-perf', by: 'ann', files });
  const { 'perf-triage': triage } = await fill();
  expect(triage?.body).toBe(
    `Quiet.\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/${sha}/triage/2026/2026-03-02.md)`,
  );
});

test('a triage log that GitHub cuts off is left out, and the section says so', async () => {
  const files = { 'triage/2026/2026-03-02.md': `# Log\n\n${'Quiet.\n'.repeat(90_000)}` };
  await week.sandbox.people.push({ repo: 'rust-lang/rustc-perf', by: 'ann', files });
  const { 'perf-triage': triage } = await fill();
  expect(triage).toMatchObject({ body: '', notes: [{ message: expect.stringContaining('only a part') }] });
});

test('what earlier issues list is known from the archive', async () => {
  const { people } = week.sandbox;
  await people.tellOfMerged({
    repo: 'rust-lang/cargo',
    pulls: [{ number: 8, title: 'feat: add it', mergedAt: WINDOW.from }],
  });
  const text =
    '## Updates from the Rust Project\n\n#### Cargo\n* [add it](https://github.com/rust-lang/cargo/pull/8)\n';
  await people.push({ repo: 'ferris/news', by: 'ferris', files: { 'content/2026-02-25-news.md': text } });
  const { updates } = await fill();
  expect(updates?.shortlist).toEqual([]);
});

test('a repository that was renamed is listed in the group that names it as it was called before', async () => {
  const { people } = week.sandbox;
  const repo = 'rust-lang/lang';
  await people.renameRepository({ repo: 'rust-lang/lang-team', name: 'lang' });
  await people.openIssue({ repo, by: 'ann', title: 'Decide', number: 5 });
  const date = '2026-02-28T00:00:00Z';
  await people.label({ repo, by: 'ann', number: 5, label: 'final-comment-period', date });
  const { 'final-comment-period': periods } = await fill();
  expect(periods?.body).toMatch(/^##### \[Language Team\]\(.*\)\n+\* \[Decide\]\(.*\/rust-lang\/lang\/issues\/5\)$/m);
  expect(periods?.queried.find(({ which }) => which.endsWith('Language Team'))?.count).toBe(1);
});

describe('what cannot be read in full', () => {
  test('a repository that is not there is said, and the other sections are filled', async () => {
    await week.sandbox.people.deleteRepository({ repo: 'rust-lang/rfcs' });
    const sections = await fill();
    expect(sections['new-rfcs']).toMatchObject({
      body: '',
      notes: [{ message: expect.stringContaining('new proposals') }],
    });
    for (const id of ['final-comment-period', 'calls-for-testing'])
      expect(sections[id]).toMatchObject({
        body: '',
        notes: [{ message: 'GitHub does not give rust-lang/rfcs: check that the configuration names what exists.' }],
      });
    expect(sections['updates']).toMatchObject({ notes: [], body: expect.stringContaining('0 pull requests') });
  });

  test('a repository of one list alone keeps the other from nothing', async () => {
    await week.sandbox.people.deleteRepository({ repo: 'rust-lang/lang-team' });
    const sections = await fill();
    expect(sections['final-comment-period']?.notes[0]?.message).toContain('does not give rust-lang/lang-team');
    expect(sections['calls-for-testing']).toMatchObject({ notes: [], body: expect.stringContaining('No calls') });
  });

  test('more labelled threads than anybody would read', async () => {
    const label = { createdAt: '2026-02-28T00:00:00Z', label: { name: 'final-comment-period' } };
    let asked = 0;
    const query = () => {
      asked += 1;
      const thread = { number: asked, title: 'T', url: 'u', updatedAt: label.createdAt, labels: { nodes: [] } };
      const nodes = [{ ...thread, timelineItems: { nodes: [label] } }];
      const periodPulls = { totalCount: 5000, pageInfo: { endCursor: 'next' }, nodes };
      return Promise.resolve({ r0: { nameWithOwner: 'rust-lang/rust', periodPulls } });
    };
    const { finalCommentPeriod } = defaultConfig.fill;
    const periods = finalCommentPeriod === false ? undefined : finalCommentPeriod;
    const read = await readLabelled(query, { periods, testing: undefined }, { periods: WINDOW, testing: WINDOW });
    expect([asked, read.periods?.gap]).toEqual([10, expect.stringContaining('GitHub gave 10 of 5000 threads')]);
  });

  test('at a rate limit nothing is filled, and it is known when to come back', async () => {
    week.sandbox.faults.addApiFault({ fault: { kind: 'secondary-limit', retryAfter: 90 }, times: 1 });
    expect(await week.fill()).toEqual({ ok: false, trouble: { kind: 'limited', waitMilliseconds: 90_000 } });
  });
});
