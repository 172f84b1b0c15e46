import pg from 'pg';
import { type Db, PgBoss } from 'pg-boss';
import { BOSS_OPTIONS, type Database } from './database.ts';

/** Of the connections that a small server allows (100), so many for each process. */
const CONNECTIONS = 8;
/** GitHub waits ten seconds for an answer. */
const CONNECT_MILLISECONDS = 3000;
const STATEMENT_MILLISECONDS = 5000;
/** What a process had locked when it was cut off from the server is free after so long. */
const IDLE_MILLISECONDS = 15_000;

/** Connects when first asked; `onError` hears of connections that break while nobody uses them. */
export function openPostgres(connectionString: string, onError: (error: unknown) => void): Database {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    query_timeout: STATEMENT_MILLISECONDS,
    idle_in_transaction_session_timeout: IDLE_MILLISECONDS,
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
    query: async (text, values = []) => (await pool.query<Record<string, unknown>>(text, [...values])).rows,
    transaction: async (work) => {
      const client = await pool.connect();
      let isUsable = false;
      try {
        const result = await runTransaction(client, work);
        isUsable = true;
        return result;
      } finally {
        // After an error nobody asks whether the connection still answers: it is closed, which also rolls back.
        client.release(!isUsable);
      }
    },
    boss,
    close: async () => {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}

type Result = pg.QueryResult<Record<string, unknown>>;

/** Of several statements in one text each has a result. */
function readRows(result: Result | readonly Result[]): Record<string, unknown>[] {
  return 'rows' in result ? result.rows : result.flatMap(({ rows }) => rows);
}

async function runTransaction<T>(client: pg.PoolClient, work: (db: Db) => Promise<T>): Promise<T> {
  await client.query('begin');
  const result = await work({
    executeSql: async (text, values) => ({ rows: (await client.query<Record<string, unknown>>(text, values)).rows }),
  });
  await client.query('commit');
  return result;
}
