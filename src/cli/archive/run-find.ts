import { resolve } from 'node:path';
import type { Variables } from '../../adapters/git/git-environment.ts';
import { describeGitTrouble, type Outcome, succeed } from '../../adapters/git/git-trouble.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { createMentionTest } from '../../archive/mentions.ts';
import { CONFIG_PATH } from '../../config/config-problem.ts';
import type { Config } from '../../config/schema.ts';
import type { Parser } from '../../ports.ts';
import { readTreeConfig } from '../find-config.ts';
import type { Misuse } from '../misuse.ts';
import { toTerminalText } from '../terminal-text.ts';
import { findLink, identifyLink, type LinkHistory } from './find-link.ts';
import { type ArchiveTools, listArchive, readArchive } from './read-archive.ts';
import { renderHistory, renderHistoryJson } from './render-history.ts';

/** What the command line said. */
export interface FindOptions {
  readonly repo?: string;
  readonly json?: boolean;
}

/** The process as the command sees it. */
export interface FindWorld {
  readonly folder: string;
  readonly variables: Variables;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly openParser: () => Parser;
}

/**
 * `copydesk archive find`: where a link, or what else is on its site, ran before, by the published issues of HEAD.
 * @returns the exit code: 0 whatever was found, 2 for misuse, about which one line was complained
 */
export async function runFind(url: string, options: FindOptions, world: FindWorld): Promise<0 | 2> {
  if (!isWebAddress(url)) return refuse(world, `not a web address: ${url}`);
  const repository = await openRepository(resolve(world.folder, options.repo ?? '.'), world.variables);
  if (!repository.ok) return refuse(world, describeGitTrouble(repository.trouble));
  const parser = world.openParser();
  try {
    const history = await readHistory({ repository: repository.value, parser }, url);
    if ('misuse' in history) return refuse(world, history.misuse);
    if (!history.ok) return refuse(world, describeGitTrouble(history.trouble));
    const { value } = history;
    world.write(`${options.json === true ? renderHistoryJson(url, value) : renderHistory(value)}\n`);
    return 0;
  } finally {
    await parser.close();
    await repository.value.close();
  }
}

function isWebAddress(url: string): boolean {
  return /^https?:/i.test(url) && URL.canParse(url);
}

async function readHistory(tools: ArchiveTools, url: string): Promise<Outcome<LinkHistory> | Misuse> {
  const { repository } = tools;
  const head = await repository.resolveCommit('HEAD');
  if (!head.ok) return head;
  const commit = await repository.readCommit(head.value);
  if (!commit.ok) return commit;
  const settings = await readTreeConfig(repository, commit.value.tree);
  if (!settings.ok) return settings;
  const { config } = settings.value;
  const issues = await listArchive(repository, config, commit.value.tree);
  if (issues.ok && issues.value.length === 0) return { misuse: describeNoIssues(config) };
  const link = identifyLink(url, config.trackingParameters);
  const archive = await readArchive(tools, config, commit.value.tree, createMentionTest([link.site]));
  return archive.ok ? succeed(findLink(archive.value, link)) : archive;
}

/** Where there are no issues, a link that ran in none of them would tell nothing. */
function describeNoIssues({ paths }: Config): string {
  const places = paths.archive.length === 0 ? 'nowhere' : `in ${paths.archive.join(', ')}`;
  return `there are no published issues: by \`paths\` of ${CONFIG_PATH} they are looked for ${places}`;
}

function refuse(world: FindWorld, reason: string): 2 {
  world.complain(`copydesk archive find: ${toTerminalText(reason)}\n`);
  return 2;
}
