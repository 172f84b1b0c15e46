// The import table bites: a small project with the real configuration, and one offence a line.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const offences = [
  ['src/shared/a.ts', `import '../config/target.ts'`, 'shared-folders'],
  ['src/config/a.ts', `import '../rules/target.ts'`, 'config-folders'],
  ['src/diff/a.ts', `import '../newsletter/target.ts'`, 'diff-folders'],
  ['src/diff/b.ts', `import 'zod'`, 'diff-packages'],
  ['src/newsletter/a.ts', `import '../config/target.ts'`, 'newsletter-folders'],
  ['src/newsletter/b.ts', `import 'node:fs'`, 'effects-live-at-the-edge'],
  ['src/findings/a.ts', `import '../rules/target.ts'`, 'findings-folders'],
  ['src/wording/a.ts', `import '../review/target.ts'`, 'wording-folders'],
  ['src/archive/a.ts', `import '../rules/target.ts'`, 'archive-folders'],
  ['src/rules/a.ts', `import '../review/target.ts'`, 'rules-folders'],
  ['src/rules/b.ts', `import 'node:https'`, 'rules-node'],
  ['src/rules/c.ts', `import 'undici'`, 'rules-packages'],
  ['src/rules/item-bullet.ts', `import './link-syntax.ts'`, 'no-rule-imports-a-rule'],
  ['src/review/a.ts', `import '../rules/target.ts'`, 'review-folders'],
  ['src/review/b.ts', `import '../adapters/target.ts'`, 'review-folders'],
  ['src/handlers/a.ts', `import '../adapters/target.ts'`, 'handlers-folders'],
  ['src/handlers/b.ts', `import 'probot'`, 'github-clients-live-in-adapters'],
  ['src/handlers/c.ts', `import type { X } from '@octokit/rest'`, 'handlers-packages'],
  ['src/handlers/d.ts', `import 'node:child_process'`, 'handlers-node'],
  ['src/adapters/github/a.ts', `import '../../rules/target.ts'`, 'adapters-folders'],
  ['src/adapters/github/b.ts', `import { x } from '../../newsletter/target.ts'; x;`, 'adapters-types'],
  ['src/adapters/parser/a.ts', `import '../../rules/target.ts'`, 'adapters-parser-folders'],
  ['src/sandbox/a.ts', `import '../diff/target.ts'`, 'sandbox-folders'],
  ['src/sandbox/b.ts', `import 'probot'`, 'github-clients-live-in-adapters'],
  ['src/adapters/http/a.ts', `import '../../sandbox/target.ts'`, 'sandbox-is-no-production-code'],
  ['src/cli/check/a.ts', `import '../../sandbox/target.ts'`, 'sandbox-is-no-production-code'],
  ['src/cli/check/b.ts', `import '../../main.ts'`, 'nobody-imports-main'],
  ['src/handlers/e.ts', `import '../cli/target.ts'`, 'nobody-imports-the-command-line'],
  ['src/app.ts', `import './adapters/target.ts'`, 'app-only-wires'],
  ['src/main.ts', `import './rules/target.ts'`, 'main-only-composes'],
  ['src/ports.ts', `import type { X } from './rules/target.ts'`, 'ports-are-types'],
  ['src/brand-new/a.ts', `import '../shared/target.ts'`, 'folder-has-a-row'],
  ['src/cli/a.ts', `import '../../test/target.ts'`, 'no-tests-in-the-sources'],
  ['src/cli/b.ts', `import './nowhere.ts'`, 'resolvable'],
  ['src/cli/c.ts', `import 'stowaway'`, 'declared'],
  ['src/cli/d.ts', `import 'nock'`, 'no-development-packages-in-production'],
  ['src/cli/e.ts', `import './f.ts'`, 'no-circles'],
] as const;

const permitted = [
  ['src/rules/link-syntax.ts', `import '../findings/target.ts'; import '../archive/target.ts'`],
  ['src/adapters/github/fine.ts', `import '@octokit/rest'; import type { X } from '../../review/target.ts'`],
  ['src/adapters/parser/fine.ts', `import 'node:worker_threads'; import '../../newsletter/target.ts'`],
  ['src/handlers/fine.ts', `import '../rules/target.ts'; import '../review/target.ts'`],
  ['src/cli/demo/fine.ts', `import '../../sandbox/target.ts'; import 'node:http'`],
  ['src/sandbox/fine.ts', `import 'node:http'; import '../shared/target.ts'`],
  ['src/config/fine.ts', `import 'zod'`],
] as const;

const packages = ['zod', 'probot', '@octokit/rest', 'undici'];
const folder = mkdtempSync(join(tmpdir(), 'copydesk-imports-'));
const report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});
let found: { file: string; rule: string }[];

beforeAll(() => {
  writeProject();
  const bin = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [bin, '--config', resolve('.dependency-cruiser.mjs'), '--output-type', 'json', 'src'];
  const output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  found = report
    .parse(JSON.parse(output))
    .summary.violations.map(({ from, rule }) => ({ file: from, rule: rule.name }));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the import table', () => {
  test.each(offences)('%s: %s', (file, _source, rule) => {
    expect(found.filter((one) => one.file === file).map((one) => one.rule)).toContain(rule);
  });

  test.each(permitted.map(([file]) => file))('%s is fine', (file) => {
    expect(found.filter((one) => one.file === file)).toEqual([]);
  });
});

function writeProject(): void {
  write('tsconfig.json', '{}');
  write('package.json', JSON.stringify({ dependencies: toVersions(packages), devDependencies: toVersions(['nock']) }));
  for (const name of [...packages, 'nock', 'stowaway']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const [file, source] of [...offences, ...permitted]) {
    write(file, source);
    for (const [, path] of source.matchAll(/'([./]*[^']*target\.ts)'/g)) {
      write(join(dirname(file), path ?? ''), 'export const x = 1;');
    }
  }
  write('src/cli/f.ts', `import './e.ts'`);
  write('docs/rules/item-bullet.md', '');
  write('docs/rules/link-syntax.md', '');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function toVersions(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, '1.0.0']));
}
