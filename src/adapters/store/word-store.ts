import { z } from 'zod';
import type { Log } from '../../ports.ts';
import type { WordStore } from '../../ports/word-store.ts';
import type { Database } from './database.ts';
import { createTryMemory } from './try-memory.ts';

/** Nobody asks for older ones. */
const KEPT = '1 minute';

// The driver gives a bigint as a text.
const rowsSchema = z.array(z.object({ name: z.string(), words: z.string(), at: z.coerce.number() }));

/**
 * What was said a moment ago in a database, shared by all processes. A memory and no more: where the database does not take part,
 * each process knows what it said itself.
 */
export function createWordStore(database: Database, log: Log): WordStore {
  const attempt = createTryMemory(log, 'What was said');
  return {
    recall: (pull) =>
      attempt(async () => {
        const select = `select name, words, at from copydesk.recent_words
          where pull = $1 and kept_at > now() - interval '${KEPT}'`;
        return rowsSchema.parse(await database.query(select, [pull]));
      }, []),
    keep: (pull, { name, words, at }) =>
      attempt(async () => {
        const insert = `insert into copydesk.recent_words (pull, name, words, at) values ($1, $2, $3, $4)
          on conflict (pull, name) do update set words = excluded.words, at = excluded.at, kept_at = now()`;
        await database.query(insert, [pull, name, words, at]);
        await database.query(`delete from copydesk.recent_words where kept_at < now() - interval '${KEPT}'`);
      }, undefined),
  };
}
