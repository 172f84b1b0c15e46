import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultConfig } from '../../src/config/defaults.ts';
import { compareIssues } from '../../src/newsletter/compare-issues.ts';
import { findOverCap } from '../../src/newsletter/caps.ts';
import type { Issue, Item } from '../../src/newsletter/issue.ts';
import { parseIssue } from '../../src/newsletter/parse-issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

/** A sample of the newsletter's real history: every so many issues and pull requests. */
const everyIssue = 4;
const everyPull = 12;

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const isThere = existsSync(join(data, 'newsletter.bundle'));
if (!isThere) console.log('Skipped: the newsletter’s history (newsletter.bundle) is not in ../shared/data.');

interface LinkRow {
  readonly date: string;
  readonly file: string;
  readonly line: number;
  readonly section: string;
  readonly prefix: string;
  readonly title: string;
  readonly url: string;
}

interface PullRow {
  readonly pr: number;
  readonly added: readonly { readonly file: string; readonly raw: string }[];
}

let clone = '';
beforeAll(() => {
  if (!isThere) return;
  clone = mkdtempSync(join(tmpdir(), 'copydesk-history-'));
  execFileSync('git', ['init', '-q', '--bare', clone]);
  git('fetch', '-q', join(data, 'newsletter.bundle'), 'refs/heads/*:refs/heads/*', 'refs/pull/*:refs/pull/*');
});
afterAll(() => {
  if (clone !== '') rmSync(clone, { recursive: true, force: true });
});

function git(...words: readonly string[]): string {
  return execFileSync('git', ['--git-dir', clone, ...words], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

function show(revision: string, path: string): string | undefined {
  const isFile = git('ls-tree', '--name-only', revision, '--', path).trim() !== '';
  return isFile ? git('show', `${revision}:${path}`) : undefined;
}

function parse(path: string, text: string | undefined): Issue | undefined {
  if (text === undefined) return undefined;
  expect(findOverCap(toRepositoryPath(path), text)).toBeUndefined();
  return parseIssue(toRepositoryPath(path), text, defaultConfig);
}

function withChildren(item: Item): readonly Item[] {
  return [item, ...item.children.flatMap(withChildren)];
}

function readRows(name: string): readonly unknown[] {
  return readFileSync(join(data, name), 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

(isThere ? describe : describe.skip)('on the newsletter’s history', () => {
  test('the published links are found where they stand', () => {
    // The file is ours to trust: its README names these fields.
    const rows = (readRows('links.jsonl') as readonly LinkRow[]).filter(
      ({ date, section }) => date >= '2020-07-28' && !section.startsWith('('),
    );
    const files = [...new Set(rows.map(({ file }) => file))].filter((_, index) => index % everyIssue === 0);
    const missed: string[] = [];
    let count = 0;
    for (const file of files) {
      const issue = parse(file, show('main', `content/${file}`));
      const links = new Set(issue === undefined ? [] : linkKeys(issue));
      const due = rows.filter((row) => row.file === file);
      count += due.length;
      missed.push(...due.filter((row) => !links.has(keyOf(row))).map((row) => `${file}:${row.line} ${row.title}`));
    }
    expect(count).toBeGreaterThan(1_000);
    expect({ missed, isEnough: missed.length <= count * 0.005 }).toMatchObject({ isEnough: true });
  }, 120_000);

  test('what a pull request adds is found', () => {
    const pulls = (readRows('pulls.jsonl') as readonly PullRow[]).filter((_, index) => index % everyPull === 0);
    const missed: string[] = [];
    let count = 0;
    for (const { pr, added } of pulls) {
      const first = `refs/pull/${pr}/first`;
      for (const file of new Set(added.map((item) => item.file))) {
        const [base, head] = [show(`${first}^`, file), show(first, file)];
        const old = new Set(base?.split('\n').map((line) => line.trimEnd()));
        const here = new Set(head?.split('\n').map((line) => line.trimEnd()));
        const due = added.map(({ raw }) => raw.trimEnd()).filter((raw) => here.has(raw) && !old.has(raw));
        const found = changedLines(parse(file, base), parse(file, head));
        count += due.length;
        missed.push(...due.filter((raw) => !found.has(raw)).map((raw) => `${pr} ${raw}`));
      }
    }
    expect(count).toBeGreaterThan(500);
    expect({ missed, isEnough: missed.length <= count * 0.005 }).toMatchObject({ isEnough: true });
  }, 120_000);
});

function keyOf({ line, section, prefix, title, url }: Omit<LinkRow, 'date' | 'file'>): string {
  return [line, section, prefix, title, url].join('\n');
}

function linkKeys(issue: Issue): readonly string[] {
  return issue.sections.flatMap(({ name, items }) =>
    items.flatMap(withChildren).flatMap(({ entry }) => {
      const prefix = entry.prefixes.map(({ text }) => `[${text}]`).join(' ');
      return entry.links.map(({ title, url }) =>
        keyOf({ line: title.place.startLine, section: name, prefix, title: title.text.trim(), url: url.text }),
      );
    }),
  );
}

function changedLines(base: Issue | undefined, head: Issue | undefined): ReadonlySet<string> {
  const { changes } = compareIssues(base, head);
  const items = changes.flatMap((change) => (change.kind === 'removed' ? [] : withChildren(change.after.item)));
  return new Set(items.flatMap(({ raw }) => raw.split('\n').map((line) => line.trimEnd())));
}
