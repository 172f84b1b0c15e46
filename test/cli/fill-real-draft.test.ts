// `copydesk fill` with all its sections on an empty draft of the real newsletter, asking the embedded GitHub.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runFill } from '../../src/cli/fill/run-fill.ts';
import { startWeek, type Week } from '../adapters/github/sections/ask-github.ts';
import { createFixedClock } from '../support/fixed-clock.ts';
import { cutRealDraft, hasRealDraft, readRealDraft, REAL_DRAFT, removeTemplate } from '../support/real-draft.ts';

const date = '2025-12-01T12:00:00Z';

/** Something for each of the sections. */
async function makeNews({ sandbox: { people } }: Week): Promise<void> {
  const by = 'ann';
  const pulls = [{ number: 1, title: 'feat: add it', mergedAt: date }];
  await people.tellOfMerged({ repo: 'rust-lang/cargo', pulls });
  const log = { 'triage/2025/2025-12-01.md': '# Log\n\nA quiet week.\n\n#### Details\n' };
  await people.push({ repo: 'rust-lang/rustc-perf', by, files: log, date });
  for (const [repo, label, number] of [
    ['rust-lang/rust', 'final-comment-period', 5],
    ['rust-lang/rustup', 'call-for-testing', 6],
  ] as const) {
    await people.openIssue({ repo, by, title: `Look at ${label}`, number, date });
    await people.label({ repo, by, number, label, date });
  }
  const { sha } = await people.push({ repo: 'rust-lang/rfcs', by, files: { 'text/7-x.md': 'x' }, date });
  const added = {
    title: 'An approved one',
    mergedAt: date,
    sha,
    files: [{ path: 'text/7-x.md', status: 'added' as const }],
  };
  await people.tellOfMerged({ repo: 'rust-lang/rfcs', pulls: [{ number: 7, ...added }] });
}

/** The lines of a text that are not those of another one, which must stand in it in their order. */
function listAdded(text: string, kept: string): readonly string[] {
  const rest = kept.split('\n').filter((line) => line.trim() !== '');
  const added = text.split('\n').filter((line) => {
    if (line === rest[0]) rest.shift();
    else return line.trim() !== '';
    return false;
  });
  expect(rest).toEqual([]);
  return added;
}

(hasRealDraft() ? test : test.skip)('every section arrives in its place, and no other byte changes', async () => {
  const draft = await readRealDraft();
  const folder = mkdtempSync(join(tmpdir(), 'fill-real-'));
  const week = await startWeek();
  const complaints: string[] = [];
  try {
    await makeNews(week);
    for (const name of ['draft', 'content']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, REAL_DRAFT), draft);
    const complain = (text: string) => void complaints.push(text);
    const world = { folder, token: week.token, apiUrl: week.sandbox.url, isTerminal: false, write: complain, complain };
    const clock = createFixedClock('2025-12-02T18:00:00Z');
    expect(await runFill({ draft: REAL_DRAFT, write: true }, { ...world, clock })).toBe(0);
    const written = readFileSync(join(folder, REAL_DRAFT), 'utf8').replaceAll(week.sandbox.url, 'https://gh');
    const filled = written.replace(/(?<=rustc-perf\/blob\/)[0-9a-f]{40}/, 'COMMIT');
    expect(complaints).toEqual([]);
    const [now, then, due] = [filled, draft, removeTemplate(draft)].map(cutRealDraft);
    for (const part of ['before', 'between', 'after'] as const) expect(now?.[part]).toBe(then?.[part]);
    expect(listAdded(now?.calls ?? '', due?.calls ?? '')).toMatchInlineSnapshot(`
     [
       "### [Rustup](https://github.com/rust-lang/rustup/issues?q=state%3Aopen%20label%3Acall-for-testing%20state%3Aopen)",
       "* [Look at call-for-testing](https://gh/rust-lang/rustup/issues/6)",
       "*No calls for testing were issued this week by",
       "[Rust](https://github.com/rust-lang/rust/issues?q=state%3Aopen%20label%3Acall-for-testing%20state%3Aopen),",
       "[Cargo](https://github.com/rust-lang/cargo/issues?q=state%3Aopen%20label%3Acall-for-testing%20state%3Aopen) or",
       "[Rust language RFCs](https://github.com/rust-lang/rfcs/issues?q=label%3Acall-for-testing%20state%3Aopen).*",
     ]
    `);
    expect(listAdded(now?.sections ?? '', due?.sections ?? '')).toMatchInlineSnapshot(`
     [
       "2 pull requests were [merged in the last week][merged]",
       "[merged]: https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A2025-11-25..2025-12-02",
       "#### Cargo",
       "* [add it](https://gh/rust-lang/cargo/pull/1)",
       "A quiet week.",
       "[Full report here](https://github.com/rust-lang/rustc-perf/blob/COMMIT/triage/2025/2025-12-01.md)",
       "* [An approved one](https://gh/rust-lang/rfcs/pull/7)",
       "##### [Rust](https://github.com/rust-lang/rust/issues?q=is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen)",
       "* [Look at final-comment-period](https://gh/rust-lang/rust/issues/5)",
       "*No Items entered Final Comment Period this week for",
       "[Cargo](https://github.com/rust-lang/cargo/issues?q=is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen),",
       "[Compiler Team](https://github.com/rust-lang/compiler-team/issues?q=label%3Amajor-change%20label%3Afinal-comment-period%20state%3Aopen) [(MCPs only)](https://forge.rust-lang.org/compiler/mcp.html),",
       "[Rust RFCs](https://github.com/rust-lang/rfcs/issues?q=state%3Aopen%20label%3Afinal-comment-period%20state%3Aopen),",
       "[Language Team](https://github.com/rust-lang/lang-team/issues?q=is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen),",
       "[Language Reference](https://github.com/rust-lang/reference/issues?q=is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen),",
       "[Leadership Council](https://github.com/rust-lang/leadership-council/issues?q=state%3Aopen%20label%3Afinal-comment-period%20state%3Aopen) or",
       "[Unsafe Code Guidelines](https://github.com/rust-lang/unsafe-code-guidelines/issues?q=is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen).*",
       "Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list.",
       "* [An approved one](https://gh/rust-lang/rfcs/pull/7)",
     ]
    `);
  } finally {
    await week.close();
    rmSync(folder, { recursive: true });
  }
});
