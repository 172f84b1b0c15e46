// .env.example describes exactly the variables that the program reads.
import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';

test('.env.example names every variable of the sources, and no other', () => {
  const described = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect([...new Set(readVariables())].sort()).toEqual(described.sort());
});

test('each variable has a comment above its paragraph', () => {
  const paragraphs = readFileSync('.env.example', 'utf8').split('\n\n');
  expect(paragraphs.filter((paragraph) => paragraph.includes('=') && !paragraph.startsWith('#'))).toEqual([]);
});

/** The keys of the schema in config/environment.ts, the private key read beside it, and what scripts/dev.ts takes. */
function readVariables(): (string | undefined)[] {
  const files = ['src/config/environment.ts', ...globSync('src/main.ts'), ...globSync('scripts/dev.ts')];
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const names = [...text.matchAll(/^ {2}([A-Z][A-Z_]+): |[{ ,.]([A-Z]+(?:_[A-Z]+)+)\b(?=[ ,}=?!);])/gm)];
  const constants = [...text.matchAll(/const ([A-Z_]+) =/g)].map(([, name]) => name);
  return names.map(([, key, used]) => key ?? used).filter((name) => !constants.includes(name));
}
