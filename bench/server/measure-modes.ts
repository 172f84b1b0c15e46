import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAppKey } from '../../test/support/make-app-key.ts';
import { createPostgres, findPostgres } from '../../test/support/open-test-database.ts';
import { type Figures, measure } from './measure.ts';

/** Figures by way of keeping state. */
export type ModeFigures = Readonly<Record<string, Figures>>;

/** Each mode for so many seconds, and then with a crowd, next to a bare Probot app; PostgreSQL only where a server answers. */
export async function measureModes(seconds: number): Promise<ModeFigures> {
  const privateKey = makeAppKey();
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-server-'));
  const server = await findPostgres();
  const postgres = server === undefined ? undefined : await createPostgres(server);
  const common = { privateKey, secret: 'the-secret-of-the-webhook', kind: 'server' };
  const subjects = {
    'bare Probot': { ...common, kind: 'bare' },
    'in memory': common,
    PGlite: { ...common, databaseUrl: `pglite:${folder}` },
    ...(postgres === undefined ? {} : { PostgreSQL: { ...common, databaseUrl: postgres.url } }),
  };
  try {
    const figures: Record<string, Figures> = {};
    for (const [name, settings] of Object.entries(subjects)) figures[name] = await measure(settings, seconds);
    return figures;
  } finally {
    await postgres?.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The figures for people. */
export function renderModes(modes: ModeFigures): string {
  return [
    'webhooks        answered (ms, 50/s): median     p99   jobs/s   memory (MiB)',
    ...Object.entries(modes).map(([name, { median, p99, jobs, memory }]) => {
      const figures = [
        median.toFixed(1).padStart(27),
        p99.toFixed(1).padStart(8),
        jobs.toFixed(0).padStart(9),
        memory.toFixed(0).padStart(15),
      ];
      return `${name.padEnd(16)}${figures.join('')}`;
    }),
  ].join('\n');
}
