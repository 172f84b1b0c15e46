import { isatty } from 'node:tty';
import type { Command } from 'commander';
import pc from 'picocolors';
import type { RawDemoOptions } from './demo-options.ts';
import type { DemoWorld } from './run-demo.ts';

/** Adds `copydesk demo`, which needs nothing but git and this machine. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('watch the bot review pull requests on an embedded GitHub, all on this machine')
    .option('--bundle <file>', 'replay real pull requests from this git bundle or repository; needs --pull')
    .option('--pull <number...>', 'which ones: refs/pull/N/first, and refs/pull/N/head where there is one')
    .option('--port <number>', 'where the page is wanted (default: 4000, or the next that is free)')
    .option('--once', 'end after printing instead of keeping the page (as where CI is set)')
    .action(async (options: RawDemoOptions) => {
      // A build has neither the page's style nor, in production, the packages of the embedded GitHub.
      if (!import.meta.url.endsWith('.ts')) {
        process.stderr.write('copydesk demo: it runs from the sources only: npm ci && npm run demo in a checkout.\n');
        process.exitCode = 2;
        return;
      }
      const { runDemo } = await import('./run-demo.ts');
      const { world, isCutOff } = getWorld();
      const code = await runDemo(options, world);
      process.exitCode = isCutOff() ? 2 : code;
    });
}

/** The process, and whether its output could not be written. */
function getWorld(): { readonly world: DemoWorld; readonly isCutOff: () => boolean } {
  const { stdout, stderr } = process;
  // A pipe has no `isTTY`, whatever its type says, and where colours are undefined picocolors decides.
  const isTerminal = isatty(stdout.fd);
  let isCutOff = false;
  const world: DemoWorld = {
    variables: process.env,
    isTerminal,
    useColor: pc.isColorSupported && isTerminal,
    columns: isTerminal ? stdout.columns : undefined,
    write: (text) => void stdout.write(text),
    complain: (text) => void stderr.write(text),
    interrupted: new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve());
      // A reader that has seen enough (`| head`) closes the pipe; both processes have to be ended first, whatever the trouble is.
      stdout.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE' && !isCutOff) {
          isCutOff = true;
          stderr.write(`copydesk demo: the output cannot be written (${error.code ?? error.message})\n`);
        }
        resolve();
      });
    }),
  };
  return { world, isCutOff: () => isCutOff };
}
