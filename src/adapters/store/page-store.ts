import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../../ports.ts';
import type { PageStore } from '../../ports/pages.ts';
import { parseJson } from '../../shared/parse-json.ts';
import type { Database } from './database.ts';
import { storedPageSchema } from './page-schema.ts';
import { createTryMemory } from './try-memory.ts';

/** Nothing is fresh after a week; validators may spare a site a little longer. */
const KEPT = '30 days';

const rowsSchema = z.array(z.object({ page: z.string() }));

/**
 * Page facts in a database, shared by all processes. It is a memory and no more: where the database does not take part, a
 * page is unknown, and what is learnt of it is not kept.
 */
export function createPageStore(database: Database, log: Log): PageStore {
  const attempt = createTryMemory(log, 'Page facts');
  return {
    get: (url) =>
      attempt(async () => {
        const rows = await database.query('select page from copydesk.page where key = $1', [toKey(url)]);
        const [row] = rowsSchema.parse(rows);
        // What an earlier program kept in another form is read anew.
        return row && storedPageSchema.safeParse(parseJson(row.page)).data;
      }, undefined),
    set: (url, page) =>
      attempt(async () => {
        const insert = `insert into copydesk.page (key, page) values ($1, $2)
          on conflict (key) do update set page = excluded.page, kept_at = now()`;
        await database.query(insert, [toKey(url), JSON.stringify(page)]);
        await database.query(`delete from copydesk.page where kept_at < now() - interval '${KEPT}'`);
      }, undefined),
  };
}

/** An address may be longer than what an index takes. */
function toKey(url: string): string {
  return createHash('sha256').update(url).digest('hex');
}
