import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pc from 'picocolors';
import { readDemoOptions } from '../../src/cli/demo/demo-options.ts';
import { judgeMended, judgeReview } from '../../src/cli/demo/judge-review.ts';
import { judgeProposal } from '../../src/cli/demo/judge-proposal.ts';
import { listenNear } from '../../src/cli/demo/listen-near.ts';
import { toLogin } from '../../src/cli/demo/read-recorded-pull.ts';
import { renderBody } from '../../src/cli/demo/render-body.ts';
import { SAMPLE_DRAFT_PATH, SAMPLE_FILES } from '../../src/cli/demo/sample-newsletter.ts';
import { sampleSubmissions } from '../../src/cli/demo/sample-submissions.ts';
import type { PullState } from '../../src/sandbox/state.ts';
import { makeRepository, type TestRepository } from '../adapters/git/make-repository.ts';
import { pageState } from '../sandbox/page-state.ts';
import { listen } from '../support/listen.ts';
import { outline, runCopydeskDemo } from './run-demo.ts';

test('the sample: seven submissions, two of them mended, the week’s proposal, and a page to look at', async () => {
  let page = '';
  let files = '';
  let proposal = '';
  let filled = '';
  const look = async (output: string): Promise<void> => {
    const url = /Look at it on (\S+)/.exec(output)?.[1] ?? '';
    page = await (await fetch(url)).text();
    files = await (await fetch(`${url}/weekly-anvil/newsletter/pull/3/files`)).text();
    proposal = await (await fetch(`${url}/weekly-anvil/newsletter/pull/8`)).text();
    filled = await (await fetch(`${url}/weekly-anvil/newsletter/pull/8/files`)).text();
  };
  const run = await runCopydeskDemo({}, { look });
  expect(outline(run.output)).toMatchInlineSnapshot(`
   "Copydesk demo: an embedded GitHub and the bot, two processes on this machine.
   GitHub and the bot start …
   The page to look at: http://HOST
   An organisation starts a newsletter and installs Copydesk …
   A submission with nothing to mend: a green check, and not a word.
   #1 Add "Cold starts, and how we lost them"
   ada-quill opens it:
     draft/2026-11-25-the-weekly-anvil.md
     + * [Cold starts, and how we lost them](https://ada-quill.example/notes/cold-starts)
   Copydesk reads #1 …
   ✓ Copydesk: Nothing to correct
   after N s, without a word · http://HOST/weekly-anvil/newsletter/pull/1
   A submission with several slips, each of which one click can mend.
   #2 Add three links
   bo-hammer opens it:
     draft/2026-11-25-the-weekly-anvil.md
     + - [Borrowing across an await point](https://bo-hammer.example/await?utm_source=feed&utm_medium=rss)
     + [Writing a linker for fun](https://linkers.example/for-fun)
     + * [Tuning a hash map] (https://tuning.example/hash-map)
   Copydesk reads #2 …
   copydesk[bot] reviews:
   copydesk[bot] comments:
   ✕ Copydesk: 4 errors
   after N s · http://HOST/weekly-anvil/newsletter/pull/2
   bo-hammer pushes SHA Apply suggestions from code review
   Copydesk reads #2 …
   copydesk[bot] edits the comment:
   ✓ Copydesk: Nothing to correct
   ✓ 3 comments are settled and folded away.
   after N s · http://HOST/weekly-anvil/newsletter/pull/2
   A submission whose lines are fine; what is behind the links shows another title, a video, and a dead link.
   #3 What I read and watched
   gwen-bellows opens it:
     draft/2026-11-25-the-weekly-anvil.md
     + * [Great article on the borrow checker](https://gwen-bellows.example/borrow-checking)
     + * [The anvil and the borrow checker](https://talks.example/anvil-keynote)
     + * [Learning from the smiths of old](https://smiths.example/lerning)
   Copydesk reads #3 …
   copydesk[bot] reviews:
   copydesk[bot] comments:
   ■ Copydesk: 2 warnings and 1 hint
   after N s · http://HOST/weekly-anvil/newsletter/pull/3
   A submission to a section that takes none at present.
   #4 Rivet 0.4 is out
   cleo-rivet opens it:
     draft/2026-11-25-the-weekly-anvil.md
     + * [Rivet 0.4: named joints](https://rivet.example/news/0-4?utm_campaign=launch)
   Copydesk reads #4 …
   copydesk[bot] reviews:
   copydesk[bot] comments:
   ✕ Copydesk: 2 errors
   after N s · http://HOST/weekly-anvil/newsletter/pull/4
   A submission to an issue that has been published already.
   #5 Add my notes on allocators
   dov-tempered opens it:
     content/2026-11-18-the-weekly-anvil.md
     + * [An allocator from scratch](https://dov-tempered.example/allocator)
   Copydesk reads #5 …
   copydesk[bot] reviews:
   copydesk[bot] comments:
   ✕ Copydesk: 1 error
   after N s · http://HOST/weekly-anvil/newsletter/pull/5
   An event whose two lines are not quite in the newsletter’s form.
   #6 Rust evening in Sheffield
   eli-tongs opens it:
     draft/2026-11-25-the-weekly-anvil.md
     + * 2026-12-08| Sheffield, GB | [Rust Sheffield](https://sheffield.example)
     +   * [Steel and traits](https://sheffield.example/steel-and-traits)
   Copydesk reads #6 …
   copydesk[bot] reviews:
   copydesk[bot] comments:
   ✕ Copydesk: 3 errors and 1 warning
   after N s · http://HOST/weekly-anvil/newsletter/pull/6
   eli-tongs pushes SHA Apply suggestions from code review
   Copydesk reads #6 …
   copydesk[bot] edits the comment:
   ✓ Copydesk: Nothing to correct
   ✓ 2 comments are settled and folded away.
   after N s · http://HOST/weekly-anvil/newsletter/pull/6
   A call for papers that will have closed when the issue appears.
   #7 Forge Days look for speakers
   fay-bellows opens it:
     draft/2026-11-25-the-weekly-anvil.md
     + * [**Forge Days**](https://forge-days.example/cfp) | CFP closes 2026-11-20 | Ghent, Belgium | 2027-03-03
   Copydesk reads #7 …
   copydesk[bot] reviews:
   copydesk[bot] comments:
   ✕ Copydesk: 1 error
   after N s · http://HOST/weekly-anvil/newsletter/pull/7
   The week’s proposal: one pull request that fills sections with what happened elsewhere on GitHub.
   hazel-anvil comments on #1: /copydesk fill
   Copydesk asks GitHub about the week …
   #8 Fill the sections of the issue of 2026-11-25
   copydesk[bot] opens it:
     draft/2026-11-25-the-weekly-anvil.md
     + 5 pull requests were merged in the last week.
     + Hearth
     + * keep the fire while futures are awaited
     + Tools
     + * name the tool that is missing
     + Approved this week:
     + * Named joints
     + Say what you think of these now:
     + [Forge](https://forge.example/deciding)
     + * Stabilise the second hammer
   hazel-anvil writes “the fire outlives an await, at last” in the branch, and ticks “halve the time that cold
   iron takes” in the list.
   Meanwhile anvil-smiths/forge merges “cool down when nobody hammers”.
   Copydesk refreshes #8 …
   copydesk[bot] refreshes it:
     draft/2026-11-25-the-weekly-anvil.md
     + 6 pull requests were merged in the last week.
     + * halve the time that cold iron takes
     + * the fire outlives an await, at last
   ✓ The edited line stands, and the ticked entry is in.
   http://HOST/weekly-anvil/newsletter/pull/8
   Every review and the proposal came as expected.
   Look at it on http://HOST and end with Ctrl-C."
  `);
  expect([run.code, run.complaint]).toEqual([0, '']);
  expect(page.match(/href="\/weekly-anvil\/newsletter\/pull\/\d"/g)).toHaveLength(8);
  expect(files.match(/<div class="line (removed|added)">/g)).toHaveLength(4);
  expect(proposal.match(/<input type="checkbox"/g)).toHaveLength(4);
  expect(proposal.match(/<input type="checkbox"[^>]*checked/g)).toHaveLength(3);
  expect(filled).toContain('the fire outlives an await, at last');
  expect(filled).toContain('halve the time that cold iron takes');
  expect(filled).not.toContain('keep the fire while futures are awaited');
});

describe('a recording', () => {
  let recorded: TestRepository;
  let bundle: string;
  beforeAll(() => {
    const draft = SAMPLE_FILES[SAMPLE_DRAFT_PATH] ?? '';
    const [clean, slips] = sampleSubmissions.map((submission) => submission.text);
    recorded = makeRepository();
    const base = recorded.commit(SAMPLE_FILES);
    recorded.git('update-ref', 'refs/pull/70/head', recorded.commit({ [SAMPLE_DRAFT_PATH]: clean ?? '' }));
    recorded.git('reset', '--quiet', '--hard', base);
    recorded.git('update-ref', 'refs/pull/71/first', recorded.commit({ [SAMPLE_DRAFT_PATH]: slips ?? '' }));
    recorded.git('reset', '--quiet', '--hard', base);
    const newer = recorded.commit({ 'README.md': 'newer\n', [SAMPLE_DRAFT_PATH]: draft });
    recorded.git('update-ref', 'refs/pull/71/head', recorded.commit({ [SAMPLE_DRAFT_PATH]: clean ?? '' }));
    recorded.git('update-ref', 'refs/pull/72/first', base);
    recorded.git('reset', '--quiet', '--hard', newer);
    bundle = join(recorded.folder, 'all.bundle');
    recorded.git('bundle', 'create', '--quiet', bundle, '--all');
  });
  afterAll(() => recorded.remove());

  test('is replayed as it was first pushed, then as it was last pushed', async () => {
    const run = await runCopydeskDemo({ bundle, pull: ['70', '71'], once: true });
    expect(outline(run.output).replaceAll(recorded.folder, '')).toMatchInlineSnapshot(`
     "Copydesk demo: an embedded GitHub and the bot, two processes on this machine.
     Reading /all.bundle …
     GitHub and the bot start …
     Pull request 70 of 2026-03-01, as it was first pushed.
     #70 change
     Ada opens it:
       draft/2026-11-25-the-weekly-anvil.md
       + * [Cold starts, and how we lost them](https://ada-quill.example/notes/cold-starts)
     Copydesk reads #70 …
     ✓ Copydesk: Nothing to correct
     after N s, without a word
     Pull request 71 of 2026-03-01, as it was first pushed.
     #71 change
     Ada opens it:
       draft/2026-11-25-the-weekly-anvil.md
       + - [Borrowing across an await point](https://bo-hammer.example/await?utm_source=feed&utm_medium=rss)
       + [Writing a linker for fun](https://linkers.example/for-fun)
       + * [Tuning a hash map] (https://tuning.example/hash-map)
     Copydesk reads #71 …
     copydesk[bot] reviews:
     copydesk[bot] comments:
     ✕ Copydesk: 4 errors
     after N s
     Ada pushes SHA change
     Copydesk reads #71 …
     copydesk[bot] edits the comment:
     ✓ Copydesk: Nothing to correct
     ✓ 3 comments are settled and folded away.
     after N s
     Replayed 2 of 2."
    `);
    expect([run.code, run.complaint]).toEqual([0, '']);
  });

  test.each([
    [
      'no file',
      () => ({ bundle: 'nowhere.bundle', pull: ['7'] }),
      'not a readable git bundle: nowhere.bundle (no such file).',
    ],
    [
      'no such pull request',
      () => ({ bundle, pull: ['7'] }),
      /^no pull request 7 in .*all\.bundle: it has no refs\/pull\/7\/first or …\/head\.$/,
    ],
    ['the first commit of all', () => ({ bundle, pull: ['72'] }), /^pull request 72 starts a history/],
    ['no number', () => ({ bundle, pull: ['seven'] }), /^--pull takes numbers/],
    ['no pull request named', () => ({ bundle }), /^--bundle needs --pull/],
    ['no bundle', () => ({ pull: ['7'] }), /^--pull needs --bundle/],
    ['no port', () => ({ port: '0' }), '--port must be a number from 1 to 65535.'],
  ])('%s: one clear line', async (_, raw, expected) => {
    const { code, complaint } = await runCopydeskDemo(raw());
    const [line = '', ...rest] = complaint.replace(/^copydesk demo: /, '').split('\n');
    expect([code, rest]).toEqual([2, ['']]);
    expect(line).toMatch(expected);
  });

  test('a bundle cut short', async () => {
    const broken = join(recorded.folder, 'broken.bundle');
    writeFileSync(broken, readFileSync(bundle).subarray(0, -60));
    const { code, complaint } = await runCopydeskDemo({ bundle: broken, pull: ['70'] });
    expect([code, complaint]).toEqual([2, `copydesk demo: not a readable git bundle: ${broken}.\n`]);
  });

  test('a machine without git', async () => {
    const { code, complaint } = await runCopydeskDemo({}, { variables: { PATH: recorded.folder } });
    expect([code, complaint]).toEqual([2, 'copydesk demo: git is not installed, or not in PATH.\n']);
  });

  test('what fails because somebody ended it is no failure', async () => {
    const { code, complaint } = await runCopydeskDemo({}, { variables: { PATH: recorded.folder }, isGone: true });
    expect([code, complaint]).toEqual([130, '']);
  });
});

test.each([
  [{}, {}, { once: false, port: 4000 }],
  [{ once: true, port: '80' }, {}, { once: true, port: 80 }],
  [{}, { CI: 'true' }, { once: true, port: 4000 }],
  [{}, { CI: 'false' }, { once: false, port: 4000 }],
])('options %j with %j', (raw, variables, expected) => {
  expect(readDemoOptions(raw, variables)).toMatchObject(expected);
});

test('a port that somebody else has is left alone, and the next free one taken', async () => {
  const foreign = await listen(createServer((_, response) => response.end('foreign')));
  const taken = Number(new URL(foreign.url).port);
  const mine = await listenNear((_, response) => response.end('mine'), taken);
  expect(mine?.port).toBeGreaterThan(taken);
  expect(await (await fetch(foreign.url)).text()).toBe('foreign');
  mine?.server.close();
  await foreign.close();
});

test.each([
  ['ada-quill', 'ada-quill'],
  ['Ada Quill', 'Ada-Quill'],
  ['Zoë  Müller-Łuk', 'Zoe-Muller-uk'],
  ['山田', 'contributor'],
  ['a'.repeat(60), 'a'.repeat(39)],
])('the author %s is called %s', (name, login) => {
  expect(toLogin(name)).toBe(login);
});

test.each([
  ['hidden marks are left out', 'a <!-- b --> c', 'a  c'],
  ['marks are taken off', '**a** *b* `c` [d](https://e.example) f\\*', 'a b `c` d f*'],
  ['code stays as it is', 'a `* ` `**b**`', 'a `* ` `**b**`'],
  ['what a terminal would obey is shown', 'a\u001B[31mb\u0007', 'a⟨U+001B⟩[31mb⟨U+0007⟩'],
  ['a suggestion is a change', 'x\n```suggestion\n* a\n```', 'x\n- old\n+ * a'],
  ['a suggestion without an end', '```suggestion\n* a', '```suggestion\n* a'],
  ['long lines are broken', 'one two three four', 'one two three\nfour'],
])('in the terminal: %s', (_, body, expected) => {
  const lines = renderBody(body, { colors: pc.createColors(false), width: 14, replaced: ['old'] });
  expect(lines.join('\n')).toBe(expected);
});

describe('a review that is not as expected is told', () => {
  const pull = pageState.repositories[0]?.pulls[1];
  const silent: Partial<PullState> = { threads: [], timeline: [] };
  test.each<[string, Partial<PullState>, Parameters<typeof judgeReview>[1], readonly string[]]>([
    ['a rule', {}, { conclusion: 'failure', rules: ['link-form'] }, ['link-form is not named']],
    ['a wrong check', silent, { conclusion: 'success', rules: [] }, ['the check says failure']],
    ['no check', { ...silent, checks: [] }, { conclusion: 'success', rules: [] }, ['the check says nothing']],
    ['words', {}, { conclusion: 'failure', rules: [] }, ['the bot had something to say']],
  ])('%s', (_, change, expected, complaints) => {
    expect(pull && judgeReview({ ...pull, ...change }, expected)).toEqual(complaints);
  });

  test('after a push that mends everything', () => {
    expect(pull && judgeMended(pull)).toEqual(['the check says failure', '1 comment left standing']);
  });
});

describe('a proposal that is not as expected is told', () => {
  const files = [
    { path: 'd.md', status: 'modified' as const, additions: 1, deletions: 1, patch: '@@ -1 +1 @@\n-one\n+two' },
  ];
  test.each([
    ['all is well', { lines: ['two'], gone: 'three' }, []],
    ['what is only taken out does not stand', { lines: ['one'], gone: 'three' }, ['“one” does not stand in the draft']],
    ['what was edited is back', { lines: [], gone: 'two' }, ['“two” is back']],
  ])('%s', (_, expected, complaints) => {
    expect(judgeProposal({ files }, expected)).toEqual(complaints);
  });
});

test('the sample stays a newsletter: nobody changes more than their own lines', () => {
  for (const { path, text } of sampleSubmissions) {
    const before = SAMPLE_FILES[path]?.split('\n') ?? [];
    expect(text.split('\n').filter((line) => before.includes(line)).length).toBe(before.length);
  }
});
