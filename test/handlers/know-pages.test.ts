import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { knowPages } from '../../src/handlers/know-pages.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import type { IssueFacts, IssueRef, PageFacts } from '../../src/pages/page-facts.ts';
import type { Outcome } from '../../src/ports.ts';
import { aPage } from '../support/fake-pages.ts';
import { createIdleDeps } from '../support/idle-deps.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { snapshotOf } from '../support/sample-snapshot.ts';
import { changedDraft } from '../support/changed-draft.ts';

const path = 'draft/2026-03-04-this-week-in-rust.md';
const draft = '### Official\n\n### CFP - Projects\n';
const issue: IssueFacts = {
  isOpen: true,
  title: 'Speak',
  labels: [],
  repository: { isArchived: false, licence: 'MIT', hasContributionGuide: true },
};

type Read = (url: string, reader?: string) => Promise<PageFacts>;

/** What is known of the pages of lines that are added. */
async function know(lines: Readonly<Record<string, readonly string[]>>, read: Read, issues?: Outcome<IssueFacts[]>) {
  const asked: string[] = [];
  const wanted: (readonly IssueRef[])[] = [];
  const never = async () => Promise.reject(new Error('nothing of the kind is asked'));
  const head = draft.replace(
    /### (.+)\n/g,
    (heading, name: string) => heading + (lines[name] ?? []).map((line) => `${line}\n`).join(''),
  );
  const { submission } = readSubmission([changedDraft(path, draft, head)], defaultConfig);
  const { log, lines: logged } = createMemoryLog();
  const deps = {
    ...createIdleDeps(),
    log,
    pages: {
      read: async (url: string, reader?: string) => {
        asked.push(url);
        return read(url, reader);
      },
      close: never,
    },
    issues: {
      readCalledIssues: async (_: unknown, refs: readonly IssueRef[]) => {
        wanted.push(refs);
        return issues === undefined ? never() : Promise.resolve(issues);
      },
    },
  };
  const turn = { attempt: 0, troubles: 0, isSuperseded: () => Promise.resolve(false) };
  return { known: await knowPages(deps, snapshotOf([]), submission, turn), asked, wanted, logged };
}

const page: Read = async (url) => Promise.resolve(aPage(url));

test('pages are read in the name of the author, over http and https', async () => {
  const readers = new Set<string | undefined>();
  const { asked } = await know({ Official: ['* [Moon](http://ada.example/moon)'] }, (url, reader) => {
    readers.add(reader);
    return page(url);
  });
  expect(asked).toHaveLength(2);
  expect([...readers]).toEqual([snapshotOf([]).author.login]);
});

test('each link once; letters and what is no address are left alone', async () => {
  const { asked } = await know(
    {
      Official: [
        '* [Moon](https://ada.example/moon)',
        '* [Moon again](https://ada.example/moon)',
        '* [Ada](mailto:ada@ada.example)',
        '* [Nowhere](moon.html)',
        '* [Sun](HTTPS://ada.example/sun)',
      ],
    },
    page,
  );
  expect(asked).toEqual(['https://ada.example/moon', 'HTTPS://ada.example/sun']);
});

test('https is tried where http does not lead there', async () => {
  const read: Read = async (url) =>
    Promise.resolve(aPage(url, url.endsWith('/sun') ? { finalUrl: 'https://x.example/' } : {}));
  const { asked, known } = await know(
    { Official: ['* [Moon](http://a.example/moon)', '* [Sun](http://a.example/sun)'] },
    read,
  );
  expect(asked).toEqual(['http://a.example/moon', 'http://a.example/sun', 'https://a.example/moon']);
  expect(known?.facts.has('https://a.example/moon')).toBe(true);
});

test('of very many links the first hundred are looked at', async () => {
  const lines = Array.from({ length: 130 }, (_, index) => `* [Moon ${index}](https://ada.example/${index})`);
  const { known } = await know({ Official: lines }, page);
  expect({ read: known?.facts.size, unread: known?.unread, pending: known?.pending }).toEqual({
    read: 100,
    unread: 30,
    pending: 0,
  });
});

test('issues of calls are asked for in one go; what GitHub does not show is not known', async () => {
  const call = (number: number): string => `* [Moon - Speak](https://github.com/ada/moon/issues/${number})`;
  const value = [issue];
  const { known, wanted } = await know({ 'CFP - Projects': [call(7), call(8)], Official: [call(9)] }, page, {
    ok: true,
    value,
  });
  expect(wanted).toEqual([[7, 8].map((number) => ({ owner: 'ada', name: 'moon', number }))]);
  expect([...(known?.issues.keys() ?? [])]).toEqual(['https://github.com/ada/moon/issues/7']);
});

test('trouble with them is a line in the log', async () => {
  const trouble = { kind: 'unavailable', reason: 'down' } as const;
  const { known, logged } = await know(
    { 'CFP - Projects': ['* [Moon - Speak](https://github.com/ada/moon/issues/7)'] },
    page,
    { ok: false, trouble },
  );
  expect(known?.issues.size).toBe(0);
  expect(logged.join('')).toContain('could not be read');
});
