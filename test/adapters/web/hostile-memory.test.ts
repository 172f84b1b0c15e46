// What hostile sites cost in memory, measured in a process that does nothing else.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { always, startFakeWeb } from '../../support/fake-web.ts';
import { hostileSites } from './hostile-sites.ts';

const MEGABYTE = 1024 * 1024;
const visitor = fileURLToPath(new URL('hostile-visitor.ts', import.meta.url));
const reportSchema = z.object({ idle: z.number(), peak: z.number(), visits: z.number() });

test('all of them together need less than 64 MiB above what the process needs when idle', async () => {
  const sites = Object.fromEntries(hostileSites.map(([name, site]) => [`https://${name}`, site()]));
  const web = await startFakeWeb({ 'https://good.dev': always('<title>Good</title>'), ...sites });
  const report = reportSchema.parse(JSON.parse(await runVisitor(web.ports)));
  await web.close();
  expect(report.visits).toBe(hostileSites.length);
  const above = Math.round((report.peak - report.idle) / MEGABYTE);
  process.stdout.write(`Hostile pages: ${above} MiB above idle.\n`);
  expect(above).toBeLessThan(64);
});

/** With the bounds on memory that the server runs with. */
async function runVisitor(ports: Readonly<Record<string, number>>): Promise<string> {
  const flags = ['--max-semi-space-size=2', '--max-old-space-size=224'];
  const child = spawn(process.execPath, [...flags, visitor], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stdin.end(JSON.stringify(ports));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`the visitor ended with ${String(code)}`);
  return output;
}
