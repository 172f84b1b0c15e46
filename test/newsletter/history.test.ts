import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { cloneBundle } from '../../src/adapters/git/clone-bundle.ts';
import { getGitEnvironment } from '../../src/adapters/git/git-environment.ts';
import { createObjectReader, type ObjectReader } from '../../src/adapters/git/object-reader.ts';
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
// Jest keeps the console of a file that it skips to itself.
if (!isThere) process.stdout.write('Skipped: the newsletter’s history (newsletter.bundle) is not in ../shared/data.\n');

const linkSchema = z.object({
  date: z.string(),
  file: z.string(),
  line: z.number(),
  section: z.string(),
  prefix: z.string(),
  title: z.string(),
  url: z.string(),
});

type LinkRow = z.infer<typeof linkSchema>;

const pullSchema = z.object({
  pr: z.number(),
  added: z.array(z.object({ file: z.string(), raw: z.string() })),
});

let folder = '';
let objects: ObjectReader | undefined;
beforeAll(async () => {
  if (!isThere) return;
  folder = mkdtempSync(join(tmpdir(), 'copydesk-history-'));
  const clone = await cloneBundle(join(data, 'newsletter.bundle'), join(folder, 'newsletter.git'), process.env);
  if (clone.ok) objects = createObjectReader(clone.value, getGitEnvironment(process.env));
});
afterAll(async () => {
  await objects?.close();
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

async function show(revision: string, path: string): Promise<string | undefined> {
  const info = await objects?.getInfo(`${revision}:${path}`);
  if (info?.ok !== true || info.value?.type !== 'blob') return undefined;
  const content = await objects?.readObject(info.value.id);
  return content?.ok === true ? content.value.toString() : undefined;
}

function parse(path: string, text: string | undefined): Issue | undefined {
  if (text === undefined) return undefined;
  expect(findOverCap(toRepositoryPath(path), text)).toBeUndefined();
  return parseIssue(toRepositoryPath(path), text, defaultConfig);
}

function withChildren(item: Item): readonly Item[] {
  return [item, ...item.children.flatMap(withChildren)];
}

function readRows<Row>(name: string, schema: z.ZodType<Row>): readonly Row[] {
  const lines = readFileSync(join(data, name), 'utf8').trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

(isThere ? describe : describe.skip)('on the newsletter’s history', () => {
  // Over all issues since 2020-07-28, 8,666 of 8,673. The other seven are found as well, but are second links of an item
  // with a prefix (`[video] [Talk](…) ([long version](…))`): the data gives the prefix to the first link only.
  test('the published links are found where they stand', async () => {
    const rows = readRows('links.jsonl', linkSchema).filter(
      ({ date, section }) => date >= '2020-07-28' && !section.startsWith('('),
    );
    const files = [...new Set(rows.map(({ file }) => file))].filter((_, index) => index % everyIssue === 0);
    const missed: string[] = [];
    let count = 0;
    for (const file of files) {
      const issue = parse(file, await show('main', `content/${file}`));
      const links = new Set(issue === undefined ? [] : linkKeys(issue));
      const due = rows.filter((row) => row.file === file);
      count += due.length;
      missed.push(...due.filter((row) => !links.has(keyOf(row))).map((row) => `${file}:${row.line} ${row.title}`));
    }
    expect(count).toBeGreaterThan(1_000);
    expect({ missed, isEnough: missed.length <= count * 0.005 }).toMatchObject({ isEnough: true });
  });

  // Over all pull requests, all but two lines, which were there before and differ in blanks only (5639, 6683).
  test('what a pull request adds is found', async () => {
    const pulls = readRows('pulls.jsonl', pullSchema).filter((_, index) => index % everyPull === 0);
    const missed: string[] = [];
    let count = 0;
    for (const { pr, added } of pulls) {
      const first = `refs/pull/${pr}/first`;
      for (const file of new Set(added.map((item) => item.file))) {
        const [base, head] = [await show(`${first}^`, file), await show(first, file)];
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
  });
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
