import type { Command } from 'commander';
import { heedOutput } from '../heed-output.ts';
import type { JobsOrder } from './run-jobs.ts';

const ACTIONS = {
  list: 'show what waits, runs or was given up',
  retry: 'put jobs that were given up into their lanes again',
  drop: 'forget jobs; the next look at everything may find the work again',
} as const;

/** `copydesk jobs list|retry|drop`: the queue of a server that runs with DATABASE_URL. */
export function addJobsCommand(program: Command): void {
  const jobs = program.command('jobs').description('look after the queue in the database that DATABASE_URL names');
  jobs
    .command('list')
    .description(ACTIONS.list)
    .action(() => run({ kind: 'list' }));
  for (const kind of ['retry', 'drop'] as const) {
    jobs
      .command(kind)
      .argument('<id...>', 'as `jobs list` shows them, or `failed` for all that were given up')
      .description(ACTIONS[kind])
      .action((ids: string[]) => run({ kind, ids }));
  }
}

async function run(order: JobsOrder): Promise<void> {
  heedOutput(`copydesk jobs ${order.kind}`);
  const { runJobs } = await import('./run-jobs.ts');
  process.exitCode = await runJobs(order, process.env['DATABASE_URL'] ?? '', {
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
}
