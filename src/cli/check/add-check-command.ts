import type { Command } from 'commander';
import pc from 'picocolors';
import type { RawOptions } from './check-options.ts';
import type { Terminal } from './run-check.ts';
import { heedOutput } from '../heed-output.ts';

/** The texts of one pull request may not take longer than this to read. */
const DEADLINE_MILLISECONDS = 10_000;

/** Adds `copydesk check`, the review of a checkout or of two commits. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('check drafts, or what a branch adds to them, as the review of a pull request would')
    .argument('[FILE...]', 'look at these files only; without --base they are judged whole')
    .option('--base <revision>', 'check only what was added since this revision (the pull request’s target)')
    .option('--head <revision>', 'check this commit instead of the work tree; needs --base')
    .option('--repo <folder>', 'the repository, if not the current folder; may be bare with --head')
    .option('--author <login>', 'who opened the pull request')
    .option('--permission <permission>', 'what the author may do in the repository: read or write')
    .option('--date <day>', 'when the pull request was opened, YYYY-MM-DD (default: today)')
    .option('--publishing', 'judge drafts as if they were about to be published: nothing may be left to fill in')
    .option('--batch', 'read {"base","head","author","permission","date"} a line, write a report a line')
    .option('--config <file>', 'go by this configuration (default: the newsletter’s .github/copydesk.yml)')
    .option('--format <format>', 'text, json, sarif or github (workflow annotations)')
    .action(async (files: readonly string[], options: RawOptions) => {
      const { runCheck } = await import('./run-check.ts');
      const { createParser } = await import('../../adapters/parser/create-parser.ts');
      const openParser: Terminal['openParser'] = () => createParser({ deadlineMilliseconds: DEADLINE_MILLISECONDS });
      process.exitCode = await runCheck(files, options, { ...getTerminal(), openParser });
    });
}

function getTerminal(): Omit<Terminal, 'openParser'> {
  heedOutput('copydesk check');
  return {
    folder: process.cwd(),
    variables: process.env,
    today: new Date().toISOString().slice(0, 10),
    useColor: pc.isColorSupported,
    input: process.stdin,
    write: async (text) => new Promise((done) => process.stdout.write(text, () => done())),
    tellExitCode: (code) => {
      process.exitCode = code;
    },
    complain: (text) => void process.stderr.write(text),
  };
}
