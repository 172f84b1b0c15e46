// npm run new:rule -- <id>: the three files of a rule, and its place in the index.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

function toExportName(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function renderRule(id: string): string {
  return `import { defineRule, type JudgedItem, noOptions, type Problem } from './define-rule.ts';
import { getSubject, judgeItems } from './judge-items.ts';

export const ${toExportName(id)} = defineRule({
  id: '${id}',
  severity: 'hint',
  summary: 'TODO: what it finds, in one line',
  options: noOptions,
  needs: [],
  check: (context) => judgeItems(context, checkItem),
});

function checkItem({ file, item }: JudgedItem): readonly Problem[] {
  if (!item.entry.content.text.includes('TODO')) return [];
  return [
    {
      path: file.path,
      place: item.place,
      message: 'TODO: first the problem, then the remedy.',
      subject: getSubject(item),
    },
  ];
}
`;
}

function renderPage(id: string): string {
  const example = '```diff\n ### Official\n+* [TODO](https://ada.example/moon)\n```';
  return `# ${id}

**hint** · TODO: what it finds, in one line

## Why

TODO

## Bad

${example}

## What Copydesk says

> TODO: first the problem, then the remedy.

## Good

${example.replace('TODO', 'Rust on the moon')}

## When to ignore

TODO
`;
}

function renderTest(id: string): string {
  const name = toExportName(id);
  return `import { expect, test } from '@jest/globals';
import { ${name} } from '../../src/rules/${id}.ts';
import { reviewLines } from '../support/check-rule.ts';

test('TODO: what it finds', () => {
  expect(reviewLines(['* [TODO](https://ada.example/moon)'], 'Official', [${name}])).toMatchInlineSnapshot();
});

test.each([['* [Moon](https://ada.example/moon)']])('%s is fine', (line) => {
  expect(reviewLines([line], 'Official', [${name}])).toBe('nothing to say');
});
`;
}

function createRule(id: string): string | undefined {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(id))
    return 'usage: npm run new:rule -- <id>   (words in small letters, with hyphens)';
  const files = [
    [`src/rules/${id}.ts`, renderRule(id)],
    [`docs/rules/${id}.md`, renderPage(id)],
    [`test/rules/${id}.test.ts`, renderTest(id)],
  ] as const;
  const taken = files.find(([file]) => existsSync(new URL(file, root)));
  if (taken !== undefined) return `${taken[0]} exists already`;
  for (const [file, content] of files) {
    writeFileSync(new URL(file, root), content);
    console.log(`wrote ${file}`);
  }
  execFileSync(process.execPath, [fileURLToPath(new URL('generate-rules.ts', import.meta.url))], { stdio: 'inherit' });
  console.log(
    `Now write docs/rules/${id}.md, then the rule and its test. \`npm test -- test/rules test/meta\` says what is missing.`,
  );
  return undefined;
}

const trouble = createRule(process.argv.slice(2).join(' '));
if (trouble !== undefined) {
  console.error(trouble);
  process.exitCode = 2;
}
