// What is wrong with a DATABASE_URL is said at once where waiting would not mend it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/store/open-database.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { findPostgres } from '../../support/open-test-database.ts';

const server = await findPostgres();
const { log } = createMemoryLog();
const open = (url: string) => openDatabase({ url, log, patienceMilliseconds: 3_600_000 });

test('a folder that cannot be written to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-no-folder-'));
  const file = join(folder, 'file');
  await writeFile(file, '');
  await expect(open(`pglite:${file}`)).rejects.toThrow(
    /^.*file cannot be used \(EEXIST.*\): DATABASE_URL has to name a folder to write to$/,
  );
  await rm(folder, { recursive: true });
});

test('an address that is none', async () => {
  await expect(open('postgres://[none')).rejects.toThrow(/^the database refuses: Invalid URL$/);
});

(server === undefined ? test.skip : test)('a database that the server does not have', async () => {
  const url = new URL(server ?? 'postgres://nowhere');
  url.pathname = '/copydesk_not_there';
  await expect(open(url.href)).rejects.toThrow(/^the database refuses: .*copydesk_not_there.* does not exist$/);
});
