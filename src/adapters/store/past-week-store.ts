import { z } from 'zod';
import type { Log } from '../../ports.ts';
import type { PastWeekStore } from '../../ports/past-weeks.ts';
import type { Database } from './database.ts';
import { createTryMemory } from './try-memory.ts';

const namesSchema = z.array(z.object({ issue: z.string(), manner: z.string() }));
const weeksSchema = z.array(z.object({ issue: z.string(), manner: z.string(), pack: z.string() }));

/**
 * Past weeks in a database, shared by all processes. A memory and no more: where the database does not take part, nothing is asked
 * for and the configured rates rank.
 */
export function createPastWeekStore(database: Database, log: Log): PastWeekStore {
  const attempt = createTryMemory(log, 'Past weeks');
  return {
    list: (newsletter) =>
      attempt(async () => {
        const select = 'select issue, manner from copydesk.past_week where newsletter = $1';
        return namesSchema.parse(await database.query(select, [newsletter]));
      }, undefined),
    read: (newsletter, issues) =>
      attempt(async () => {
        const select = 'select issue, manner, pack from copydesk.past_week where newsletter = $1 and issue = any($2)';
        return weeksSchema.parse(await database.query(select, [newsletter, issues]));
      }, []),
    keep: (newsletter, { issue, manner, pack }) =>
      attempt(async () => {
        const insert = `insert into copydesk.past_week (newsletter, issue, manner, pack) values ($1, $2, $3, $4)
          on conflict (newsletter, issue) do update set manner = excluded.manner, pack = excluded.pack, kept_at = now()`;
        await database.query(insert, [newsletter, issue, manner, pack]);
        return true;
      }, false),
    forget: (newsletter, before) =>
      attempt(async () => {
        const remove = 'delete from copydesk.past_week where newsletter = $1 and issue < $2';
        await database.query(remove, [newsletter, before]);
      }, undefined),
  };
}
