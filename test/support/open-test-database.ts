import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Database } from '../../src/adapters/store/database.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { createMemoryLog } from './memory-log.ts';

/** A database of a test's own, gone at the end. */
export interface TestDatabase {
  /** As DATABASE_URL names it. */
  readonly url: string;
  readonly remove: () => Promise<void>;
}

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres';

/** The server that tests may use: DATABASE_URL's, else one that answers on this machine; undefined where there is none. */
export async function findPostgres(): Promise<string | undefined> {
  const named = process.env['DATABASE_URL'];
  const url = named?.startsWith('postgres') === true ? named : LOCAL;
  if (await isAnswering(new URL(url))) return url;
  process.stdout.write('PostgreSQL: skipped, no server answers at DATABASE_URL or 127.0.0.1:5432\n');
  return undefined;
}

function isAnswering({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/** A new database on the server, so that tests in several processes do not meet. */
export async function createPostgres(server: string): Promise<TestDatabase> {
  const name = `copydesk_test_${randomBytes(6).toString('hex')}`;
  await runOn(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => runOn(server, `drop database ${name} with (force)`) };
}

/** A new folder for PGlite. */
export async function createPglite(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-pglite-'));
  return { url: `pglite:${folder}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Every kind of database that there is here, by its name, and how to make one. */
export async function listDatabases(): Promise<readonly (readonly [string, () => Promise<TestDatabase>])[]> {
  const server = await findPostgres();
  const postgres = server === undefined ? [] : [['PostgreSQL', () => createPostgres(server)] as const];
  return [['PGlite', createPglite], ...postgres];
}

export function openTestDatabase(url: string): Promise<Database> {
  return openDatabase({ url, log: createMemoryLog().log, patienceMilliseconds: 0 });
}

/** One statement on the server, beside what is tested. */
async function runOn(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
