import { expect, test } from '@jest/globals';
import { type IssueBlob, type KnownIssues, listUnread, renewIssues } from '../../src/archive/known-issues.ts';
import type { PublishedIssue } from '../../src/archive/archived-link.ts';
import { publish, toIssuePath } from './sample-archive.ts';

const nothing: KnownIssues = new Map();

function issue(date: string, title: string): PublishedIssue {
  return publish(date, 1, { Miscellaneous: [`* [${title}](https://ada.example/${title})`] });
}

function blob(date: string, id: string): IssueBlob {
  return { path: toIssuePath(date), id };
}

function tell(known: KnownIssues): readonly string[] {
  return [...known.values()].flatMap(({ links }) => links.map(({ date, title }) => `${date} ${title}`));
}

const before = [blob('2026-02-18', 'a1'), blob('2026-02-25', 'b1')];
const known = renewIssues(nothing, before, [issue('2026-02-18', 'one'), issue('2026-02-25', 'two')]);

test('all is read once', () => {
  expect(listUnread(nothing, before)).toEqual(before);
  expect(listUnread(known, before)).toEqual([]);
  expect(tell(known)).toEqual(['2026-02-18 one', '2026-02-25 two']);
});

test('of an edited issue only that one is read again', () => {
  const after = [blob('2026-02-18', 'a2'), blob('2026-02-25', 'b1')];
  expect(listUnread(known, after)).toEqual([blob('2026-02-18', 'a2')]);
  expect(tell(renewIssues(known, after, [issue('2026-02-18', 'mended')]))).toEqual([
    '2026-02-18 mended',
    '2026-02-25 two',
  ]);
});

test('a renamed issue is found under its new name, and only there', () => {
  const after = [blob('2026-02-19', 'a1'), blob('2026-02-25', 'b1')];
  expect(listUnread(known, after)).toEqual([blob('2026-02-19', 'a1')]);
  expect(tell(renewIssues(known, after, [issue('2026-02-19', 'one')]))).toEqual(['2026-02-19 one', '2026-02-25 two']);
});

test('what a rewritten history no longer has is forgotten', () => {
  expect(tell(renewIssues(known, [blob('2026-02-25', 'b1')], []))).toEqual(['2026-02-25 two']);
});

test('what could not be read is asked for again', () => {
  const after = [...before, blob('2026-03-04', 'c1')];
  const renewed = renewIssues(known, after, []);
  expect(listUnread(renewed, after)).toEqual([blob('2026-03-04', 'c1')]);
});
