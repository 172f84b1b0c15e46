import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { indexIssues } from '../../src/archive/index-issues.ts';
import { readPublishedIssue } from '../../src/archive/read-published-issue.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { applyEdits } from '../support/apply-edits.ts';
import { allRules } from '../../src/rules/index.generated.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { readPageFacts } from '../support/read-page-facts.ts';
import { tellMessage, reviewPush, type PushedFile } from '../support/check-rule.ts';

const titles = ['Why', 'Bad', 'What Copydesk says', 'Good', 'When to ignore'];

/** Its example would be a file of megabytes; its own test reads its page. */
const withoutExample = new Set(['readable-file']);

function readPage(id: string): string {
  return readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
}

function getPart(page: string, title: string): string {
  return page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
}

/** A fenced diff: context lines make the base, and with the added lines the head; the file's path may follow `diff`. */
function readExample(part: string): Required<Omit<PushedFile, 'previousPath'>> {
  const [, path = '', diff = ''] = /```diff ?(.*)\n([\s\S]*?)```/.exec(part) ?? [];
  const lines = diff.split('\n').filter((line) => line !== '');
  const pick = (marks: string): string =>
    lines
      .filter((line) => marks.includes(line[0] ?? '?'))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  return { path: path === '' ? 'draft/2026-03-04-this-week-in-rust.md' : path, base: pick(' '), head: pick(' +') };
}

/** Policies that had ended when the latest began. */
const ended: Readonly<Record<string, string>> = { 'submission-limit': '2026-08-01' };

/** On a day when the rule's policy applies. */
function review(id: string, files: readonly PushedFile[]) {
  const page = readPage(id);
  const archive = indexIssues(readPublished(page));
  const pages = readPageFacts(page);
  return reviewPush({ files, archive, pages, openedOn: ended[id] ?? '2026-09-01' }).findings;
}

/** What a page says was published before: fenced Markdown, with the path behind `md`. */
function readPublished(page: string) {
  return [...page.matchAll(/```md (\S+)\n([\s\S]*?)```/g)].map(([, path = '', text = '']) =>
    readPublishedIssue({ path: toRepositoryPath(path), text }, defaultConfig),
  );
}

describe.each(allRules.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const page = readPage(id);

  test('says what it is about, in five parts', () => {
    expect(page.startsWith(`# ${id}\n\n**${rule.severity}** · ${rule.summary}\n`)).toBe(true);
    expect([...page.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(titles);
  });

  if (withoutExample.has(id)) return;

  test('shows what Copydesk says about its example, and nothing else is said about it', () => {
    const told = review(id, [readExample(getPart(page, 'Bad'))]).map(tellMessage);
    const quoted = getPart(page, 'What Copydesk says')
      .split('\n')
      .flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : []))
      .join(' ');
    expect(told).toEqual([quoted.replace(/`([^`]*)`/g, '‹$1›')]);
  });

  test('shows what the suggestion makes of it, about which there is nothing to say', () => {
    const bad = readExample(getPart(page, 'Bad'));
    const good = readExample(getPart(page, 'Good'));
    const edits = review(id, [bad]).flatMap((finding) => finding.edits);
    if (edits.length > 0) expect(applyEdits(bad.head, edits)).toBe(good.head);
    expect(review(id, [good])).toEqual([]);
  });
});

test('every rule has a test of its name', () => {
  const missing = allRules.filter(({ id }) => !existsSync(new URL(`./${id}.test.ts`, import.meta.url)));
  expect(missing).toEqual([]);
});
