// A rule is three files of one name: what it does, what it says to people, and the proof.
import { describe, expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { RULE_GROUPS } from '../../scripts/rule-groups.ts';
import { allRules } from '../../src/rules/index.generated.ts';

const parts = ['## Why', '## Bad', '## What Copydesk says', '## Good', '## When to ignore'];

describe.each(allRules.map((rule) => ({ id: rule.id, summary: rule.summary })))('$id', ({ id, summary }) => {
  test('has a file, a page and a test', () => {
    const files = [`src/rules/${id}.ts`, `docs/rules/${id}.md`, `test/rules/${id}.test.ts`];
    expect(files.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('has a page with all its parts, in order', () => {
    const headings = readFileSync(`docs/rules/${id}.md`, 'utf8').match(/^## .*$/gm);
    expect(headings).toEqual(parts);
  });

  test('has nothing left to fill in', () => {
    const files = [`src/rules/${id}.ts`, `docs/rules/${id}.md`, `test/rules/${id}.test.ts`];
    expect(files.filter((path) => readFileSync(path, 'utf8').includes('TODO'))).toEqual([]);
  });

  test('is named in kebab-case and summed up in one line', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    // A pipe would end a cell of the tables it stands in.
    expect(summary).toMatch(/^\S[^|]{10,120}\S$/);
  });
});

test('every rule has one place in the table of rules', () => {
  const placed = Object.values(RULE_GROUPS).flat();
  expect(allRules.map(({ id }) => id).filter((id) => !placed.includes(id))).toEqual([]);
  expect(placed.filter((id, index) => placed.indexOf(id) !== index)).toEqual([]);
});

test('every file that defines a rule, and every page, is in the list', () => {
  const ids = allRules.map((rule) => rule.id).toSorted();
  const defining = globSync('src/rules/*.ts').filter((path) => / = defineRule\(/.test(readFileSync(path, 'utf8')));
  expect(defining.map((path) => basename(path, '.ts')).toSorted()).toEqual(ids);
  const pages = globSync('docs/rules/*.md').map((path) => basename(path, '.md'));
  expect(pages.filter((page) => page !== 'README').toSorted()).toEqual(ids);
});
