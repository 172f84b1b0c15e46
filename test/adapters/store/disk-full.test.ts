// A disk that is really full: a small one in memory, where the system lets the test mount it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/adapters/clock.ts';
import { DurableLanes } from '../../../src/adapters/queue/durable-lanes.ts';
import { mergeJobs } from '../../../src/handlers/merge-jobs.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { openTestDatabase } from '../../support/open-test-database.ts';
import { workOf } from '../../support/sample-work.ts';

const disk = mkdtempSync(join(tmpdir(), 'copydesk-small-disk-'));
const isMounted = mount();

function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=80m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write('A full disk: skipped, this system lets the test mount none\n');
    return false;
  }
}

afterAll(() => {
  if (isMounted) execFileSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Writes until nothing fits any more. */
function fillUp(file: string): void {
  let text = '';
  try {
    for (;;) {
      text += 'x'.repeat(1_000_000);
      writeFileSync(file, text);
    }
  } catch {
    // What was written up to here stays.
  }
}

async function start() {
  const database = await openTestDatabase(`pglite:${join(disk, 'pglite')}`);
  const { log } = createMemoryLog();
  const run = () => Promise.resolve({ kind: 'done' as const });
  const lanes = new DurableLanes({ database, concurrency: 1, clock: systemClock, log, run, merge: mergeJobs });
  await lanes.begin();
  return { lanes, database };
}

(isMounted ? test : test.skip)('a full disk refuses deliveries with a clear line, and ruins nothing', async () => {
  const first = await start();
  await first.lanes.accept('before', [workOf('lane', 'before')]);
  const filling = join(disk, 'filling');
  fillUp(filling);
  // Each delivery is large, so that none fits into what the database has set aside.
  const many = Array.from({ length: 40 }, (_, index) => workOf(`${index} ${'x'.repeat(1000)}`, 'y'.repeat(5000)));
  const refused = async (): Promise<unknown> => {
    for (let id = 0; id < 500; id += 1) {
      const error: unknown = await first.lanes.accept(`full ${id}`, many).catch((reason: unknown) => reason);
      if (error !== undefined) return error;
    }
    return undefined;
  };
  expect(await refused()).toMatchObject({ status: 503, message: "the database's disk is full: make room on it" });
  await first.lanes.drain(0);
  rmSync(filling);
  const second = await start();
  expect(await second.database.query("select id from copydesk.delivery where id = 'before'")).toHaveLength(1);
  await second.lanes.accept('after', [workOf('lane', 'after')]);
  await second.lanes.drain(1000);
});
