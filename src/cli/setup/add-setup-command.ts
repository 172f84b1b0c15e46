import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { heedOutput } from '../heed-output.ts';

const optionsSchema = z.object({
  url: z.string().optional(),
  proxy: z.string().optional(),
  organization: z.string().optional(),
  name: z.string().optional(),
  publish: z.boolean().default(false),
  force: z.boolean().default(false),
  env: z.string(),
  port: z.number(),
  minutes: z.number(),
});

/** Adds `copydesk setup`, which registers the GitHub App and writes its credentials to `.env`. */
export function addSetupCommand(program: Command): void {
  program
    .command('setup')
    .description('register the GitHub App in your browser and write its credentials to .env')
    .option('--url <url>', 'public address of your server')
    .option('--proxy <url>', 'channel that brings webhooks to this machine, from https://smee.io/new')
    .option('--organization <name>', 'register the app for this organization instead of yourself')
    .option('--name <name>', 'name of the app; names are unique on GitHub')
    .option('--publish', 'ask for the permissions to open pull requests, too', false)
    .option('--force', 'replace credentials that are in the file already', false)
    .option('--env <file>', 'file to write', '.env')
    .option('--port <number>', 'port of the form on 127.0.0.1; 0 takes a free one', toCount, 0)
    .option('--minutes <number>', 'how long to wait for you', toMinutes, 15)
    .action(async (options: unknown) => {
      heedOutput('copydesk setup');
      const { runSetup } = await import('./run-setup.ts');
      const { url, proxy, organization, name, ...others } = optionsSchema.parse(options);
      const { GHE_HOST, GHE_PROTOCOL } = process.env;
      const choices = {
        ...others,
        url,
        proxy,
        organization,
        name,
        gheHost: GHE_HOST === '' ? undefined : GHE_HOST,
        gheProtocol: GHE_PROTOCOL || 'https',
      };
      process.exitCode = await runSetup(choices, { fetchPage: fetch, print: console.log, complain: console.error });
    });
}

function toCount(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function toMinutes(text: string): number {
  // A timer takes no more than some 35,000.
  if (text.length > 4) throw new InvalidArgumentError('It must have four digits at most.');
  return toCount(text);
}
