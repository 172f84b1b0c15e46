// What is installed: exact versions, permissive licences, no surprises in the lock file.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        dev: z.boolean().optional(),
        optionalDependencies: versions.optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Licences that ask for a notice at most. */
const permissive = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  // Given to the public: a list of licences.
  'CC0-1.0',
]);

describe('package.json and its lock file', () => {
  test('every version is exact', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('the lock file agrees', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    const locked = Object.keys(all).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(all);
  });

  test('the builds for other platforms are locked too, or `npm ci` refuses to start', () => {
    const optional = installed.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(optional.filter((name) => !installed.some(([path]) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
  });

  test('packages come from the public registry, or the lock file leaves that open', () => {
    const elsewhere = installed.filter(
      ([, { resolved }]) => resolved?.startsWith('https://registry.npmjs.org/') === false,
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  test('everything that is shipped has a permissive licence', () => {
    const shipped = installed.filter(([path, { dev }]) => dev !== true && existsSync(`${path}/package.json`));
    expect(shipped.length).toBeGreaterThan(20);
    const others = shipped.map(([path]) => `${path}: ${readLicence(path)}`).filter((line) => !isPermissive(line));
    expect(others).toEqual([]);
  });
});

/** Where the field is missing, the licence file tells. */
function readLicence(path: string): string {
  const field = z
    .object({ license: z.union([z.string(), z.object({ type: z.string() })]).optional() })
    .parse(JSON.parse(readFileSync(`${path}/package.json`, 'utf8'))).license;
  if (field !== undefined) return typeof field === 'string' ? field : field.type;
  const text = ['LICENSE', 'license', 'LICENSE.md', 'license.md'].find((name) => existsSync(`${path}/${name}`));
  return text !== undefined && /\bMIT License\b/i.test(readFileSync(`${path}/${text}`, 'utf8')) ? 'MIT' : 'unknown';
}

/** `(MIT OR GPL-2.0)` leaves the choice to us; `A AND B` asks for both. */
function isPermissive(line: string): boolean {
  const expression = line.slice(line.indexOf(': ') + 2).replaceAll(/[()]/g, '');
  return expression.split(' OR ').some((choice) => choice.split(' AND ').every((name) => permissive.has(name)));
}
