// The documents: short, true where a program can tell, and free of what only one machine knows.
import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const documents = [...globSync('*.md'), ...globSync('docs/**/*.md')];
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts;

describe('length', () => {
  test.each([
    ['README.md', 150],
    ['docs/architecture.md', 200],
  ])('%s has at most %i lines', (path, most) => {
    expect(readFileSync(path, 'utf8').split('\n').length - 1).toBeLessThanOrEqual(most);
  });
});

describe.each(documents)('%s', (path) => {
  const text = readFileSync(path, 'utf8');

  test('links inside the project lead somewhere', () => {
    expect(findLinks(text).filter((link) => !leadsSomewhere(path, link))).toEqual([]);
  });

  test('commands of npm exist', () => {
    const named = [...text.matchAll(/\bnpm run (?:--silent |-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('files that it names in code exist', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|bench|scripts)\/[\w./-]+)`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !existsSync(name))).toEqual([]);
  });
});

test('README gives the two commands that .ci/run runs', () => {
  const readme = readFileSync('README.md', 'utf8');
  const given = [...readFileSync('.ci/run', 'utf8').matchAll(/^bash -c '(.+?)'/gm)].map(([, command]) => command);
  expect(given).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
  expect(given.filter((command) => !readme.includes(`\n${command ?? ''}`))).toEqual([]);
});

test('no file knows the machine it was written on', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(isText);
  // Put together here, or this file would find itself.
  const traces = [
    ['', 'work', ''],
    ['', 'root', ''],
    ['', 'Users', ''],
    ['', 'home', '[a-z]'],
  ].map((part) => part.join('/'));
  const pattern = new RegExp(`(?<![\\w.~)}-])(?:${traces.join('|')})`);
  expect(files.filter((path) => pattern.test(readFileSync(path, 'utf8')))).toEqual([]);
});

function findLinks(text: string): string[] {
  const prose = text.replaceAll(/^(```+|~~~+)[^]*?^\1/gm, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}

function leadsSomewhere(path: string, link: string): boolean {
  if (/^[a-z]+:/.test(link)) return true;
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : join(dirname(path), file);
  if (!existsSync(target)) return false;
  return anchor === undefined || findAnchors(readFileSync(target, 'utf8')).includes(anchor);
}

/** As GitHub makes them of headings. */
function findAnchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Tracked, still there, and neither data that others wrote nor an image. */
function isText(path: string): boolean {
  return path !== '' && existsSync(path) && !/\.(png|ico)$|^package-lock\.json$/.test(path);
}
