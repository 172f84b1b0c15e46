import pg from 'pg';
import { type Db, PgBoss } from 'pg-boss';
import { BOSS_OPTIONS, type Database } from './database.ts';

/** Of the connections that a small server allows (100), so many for each process. */
const CONNECTIONS = 8;
/** GitHub waits ten seconds for an answer. */
const CONNECT_MILLISECONDS = 3000;
const STATEMENT_MILLISECONDS = 5000;

/** Connects when first asked; `onError` hears of connections that break while nobody uses them. */
export function openPostgres(connectionString: string, onError: (error: unknown) => void): Database {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    query_timeout: STATEMENT_MILLISECONDS,
    keepAlive: true,
    application_name: 'copydesk',
  });
  pool.on('error', onError);
  // A connection that breaks may say so more than once, also while it is in use: unheard, that would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  const boss = new PgBoss({
    ...BOSS_OPTIONS,
    db: { executeSql: async (text, values) => ({ rows: readRows(await pool.query(text, values)) }) },
  });
  return {
    kind: 'postgres',
    query: async (text, values = []) => (await pool.query<Record<string, unknown>>(text, [...values])).rows,
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        return await runTransaction(client, work);
      } finally {
        client.release();
      }
    },
    boss,
    close: () => pool.end(),
  };
}

type Result = pg.QueryResult<Record<string, unknown>>;

/** Of several statements in one text each has a result. */
function readRows(result: Result | readonly Result[]): Record<string, unknown>[] {
  return 'rows' in result ? result.rows : result.flatMap(({ rows }) => rows);
}

async function runTransaction<T>(client: pg.PoolClient, work: (db: Db) => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work({
      executeSql: async (text, values) => ({ rows: (await client.query<Record<string, unknown>>(text, values)).rows }),
    });
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that broke has rolled back by itself.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
