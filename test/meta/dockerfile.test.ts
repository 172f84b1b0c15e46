// No container can be built where the tests run; what can be said about the recipe without building is said here.
import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const recipe = readFileSync('Dockerfile', 'utf8');
const lint = z.object({ totalIssues: z.number(), files: z.array(z.object({ issues: z.array(z.unknown()) })) });

describe('Dockerfile', () => {
  test('dockerfilelint finds nothing', () => {
    const args = ['node_modules/dockerfilelint/bin/dockerfilelint', '--output', 'json', 'Dockerfile'];
    const report = lint.parse(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })));
    expect(report.files.flatMap((file) => file.issues)).toEqual([]);
  });

  test('runs as an ordinary user, on the Node line of development, with a health check, and stops on SIGTERM', () => {
    expect(recipe.match(/^(FROM|USER|STOPSIGNAL|CMD|HEALTHCHECK \S+).*$/gm)).toMatchInlineSnapshot(`
     [
       "FROM node:24-slim AS build",
       "FROM node:24-slim",
       "USER node",
       "STOPSIGNAL SIGTERM",
       "HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch(\`http://127.0.0.1:\${process.env.PORT}/healthz\`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]",
       "CMD ["node", "--max-semi-space-size=2", "--max-old-space-size=224", "dist/main.js"]",
     ]
    `);
  });

  test('what it copies exists and reaches the build', () => {
    const ignore = readFileSync('.dockerignore', 'utf8').split('\n');
    const copied = [...recipe.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) => paths?.split(' ') ?? []);
    expect(copied.filter((path) => !existsSync(path) || !ignore.includes(`!${path}`))).toEqual([]);
  });
});
