import type { Command } from 'commander';

/** Adds `copydesk setup`, which registers the GitHub App and writes its credentials to `.env`. */
export function addSetupCommand(program: Command): void {
  program.command('setup').description('register the GitHub App and write its credentials to .env');
}
