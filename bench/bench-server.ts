// `npm run bench:server [-- --seconds N]`: how fast webhooks are answered and jobs are done in the three ways of keeping state, and
// how much memory that takes, next to a bare Probot app with an empty handler on the same machine in the same run.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPostgres, findPostgres } from '../test/support/open-test-database.ts';
import { measure } from './server/measure.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '20' } } });
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-server-'));
const server = await findPostgres();
const postgres = server === undefined ? undefined : await createPostgres(server);
const common = { privateKey, secret: 'the-secret-of-the-webhook', kind: 'server' };
const subjects: Readonly<Record<string, typeof common & { readonly databaseUrl?: string }>> = {
  'bare Probot': { ...common, kind: 'bare' },
  'in memory': common,
  PGlite: { ...common, databaseUrl: `pglite:${folder}` },
  ...(postgres === undefined ? {} : { PostgreSQL: { ...common, databaseUrl: postgres.url } }),
};
try {
  console.log('                answered (ms, 50/s): median     p99   jobs/s   memory (MiB)');
  for (const [name, settings] of Object.entries(subjects)) {
    const { median, p99, jobs, memory } = await measure(settings, Number(values.seconds));
    const figures = [
      median.toFixed(1).padStart(27),
      p99.toFixed(1).padStart(8),
      jobs.toFixed(0).padStart(9),
      memory.toFixed(0).padStart(15),
    ];
    console.log(`${name.padEnd(16)}${figures.join('')}`);
  }
} finally {
  await postgres?.remove();
  await rm(folder, { recursive: true, force: true });
}
