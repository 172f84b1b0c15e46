import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { addArchiveCommand } from './archive/add-archive-command.ts';
import { addCheckCommand } from './check/add-check-command.ts';
import { addDemoCommand } from './demo/add-demo-command.ts';
import { addJobsCommand } from './jobs/add-jobs-command.ts';
import { addFactsCommand } from './facts/add-facts-command.ts';
import { addFillCommand } from './fill/add-fill-command.ts';
import { addSetupCommand } from './setup/add-setup-command.ts';
import { addSuggestCommand } from './suggest/add-suggest-command.ts';
import { heedOutput } from './heed-output.ts';
import { toTerminalText } from './terminal-text.ts';

const PACKAGE_FILE = new URL('../../package.json', import.meta.url);

/**
 * The command line with all its commands. A command's file is loaded on every start, so it imports what it runs only
 * inside its action (`addXCommand(program)` per command). Misuse, help and version reject with a `CommanderError`.
 */
export function createProgram(): Command {
  const program = new Command('copydesk')
    .description('The copy desk of a newsletter that is edited through pull requests.')
    .version(readVersion())
    .configureOutput({
      // Help and version: what a command prints it heeds itself.
      writeOut: (text) => {
        heedOutput('copydesk');
        process.stdout.write(text);
      },
    })
    .exitOverride();
  addCheckCommand(program);
  addArchiveCommand(program);
  addSuggestCommand(program);
  addFactsCommand(program);
  addFillCommand(program);
  addDemoCommand(program);
  addJobsCommand(program);
  addSetupCommand(program);
  tellMisuse(program, 'copydesk', 'lists the commands');
  for (const command of program.commands) {
    for (const one of [command, ...command.commands]) {
      const name = one === command ? command.name() : `${command.name()} ${one.name()}`;
      tellMisuse(one, `copydesk ${name}`, 'describes its options');
    }
  }
  return program;
}

/** One line on standard error, in the form of all complaints, where Commander would write two or three. */
function tellMisuse(command: Command, name: string, help: string): void {
  command.configureOutput({
    outputError: (text, write) => {
      const reason = text.trim().replace(/^error: /, '');
      write(`${name}: ${toTerminalText(reason.replaceAll(/\s*\n/g, ' '))} (${name} --help ${help})\n`);
    },
  });
}

function readVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE_FILE, 'utf8'))).version;
}
