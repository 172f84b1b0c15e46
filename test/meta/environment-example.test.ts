// .env.example describes exactly the variables that the program reads.
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

test('.env.example names every variable of the sources, and no other', () => {
  const described = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect([...new Set(readVariables())].sort()).toEqual(described.sort());
});

test('each variable has a comment above its paragraph', () => {
  const paragraphs = readFileSync('.env.example', 'utf8').split('\n\n');
  const settings = paragraphs.filter((paragraph) => /^#?[A-Z_]+=/m.test(paragraph));
  expect(settings.filter((paragraph) => !paragraph.startsWith('# '))).toEqual([]);
});

/** The keys of the schema, the private key's variables read beside it, what the development server takes, and compose.yaml's. */
function readVariables(): string[] {
  const settings = readFileSync('src/config/environment.ts', 'utf8');
  const keys = [...settings.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name);
  const taken = [...settings.matchAll(/\b(PRIVATE_KEY\w*)\b/g)].map(([, name = '']) => name);
  const used = ['src/main.ts', 'scripts/dev.ts'].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/process\.env(?:\.|\[')([A-Z_]+)/g)].map(([, name = '']) => name),
  );
  const composed = [...readFileSync('compose.yaml', 'utf8').matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
  return [...keys, ...taken, ...used, ...composed];
}
