import { isUtf8 } from 'node:buffer';
import { access, constants, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { createSectionFacts } from '../../adapters/github/sections/create-section-facts.ts';
import { createTokenQuery } from '../../adapters/github/token-query.ts';
import type { Config } from '../../config/schema.ts';
import { createSectionSources } from '../../handlers/fill/create-section-sources.ts';
import { editIssue } from '../../newsletter/edit-issue.ts';
import { parseHeader } from '../../newsletter/parse-header.ts';
import { splitLines } from '../../newsletter/text-lines.ts';
import type { Clock } from '../../ports.ts';
import { getPreviousDate } from '../../proposals/find-due.ts';
import type { FilledSection } from '../../sections/filled-section.ts';
import { listSections } from '../../sections/index.ts';
import { getUsualCut } from '../../sections/window.ts';
import { type Day, toDay, toRepositoryPath } from '../../shared/brand.ts';
import { explainFileError } from '../explain-file-error.ts';
import { findConfigAbove, readConfigFile } from '../find-config.ts';
import type { Misuse } from '../misuse.ts';
import { readBytes } from '../read-bytes.ts';
import { toTerminalText } from '../terminal-text.ts';
import { writeWholeFile } from '../write-whole-file.ts';
import { describeSection, describeTrouble } from './describe-outcome.ts';
import { type LocalIssue, readLocalIssues } from './local-issues.ts';

/** What the command line said. */
export interface FillOptions {
  readonly draft: string;
  readonly date?: string | undefined;
  readonly section?: readonly string[] | undefined;
  readonly config?: string | undefined;
  readonly write?: boolean | undefined;
}

/** The process as the command sees it. */
export interface FillWorld {
  readonly folder: string;
  readonly token: string | undefined;
  /** Of the REST API, without a slash at the end. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly write: (text: string) => void;
  /** What is written is read from a screen. */
  readonly isTerminal: boolean;
  readonly complain: (text: string) => void;
}

interface Draft {
  readonly file: string;
  readonly text: string;
  readonly issue: Day;
  readonly config: Config;
}

/**
 * `copydesk fill`: fills the generated sections of a draft and prints the difference, or writes it.
 * @returns the exit code: 0 for what could be filled, 2 for misuse and where GitHub does not answer, about which one line was complained
 */
export async function runFill(options: FillOptions, world: FillWorld): Promise<0 | 2> {
  if (world.token === undefined || world.token === '') {
    return refuse(world, 'no token: set GITHUB_TOKEN to a token that may read public repositories');
  }
  if (!/^[\x21-\x7e]+$/.test(world.token)) {
    return refuse(world, 'GITHUB_TOKEN is no token: there is a blank, a line end or another odd character in it');
  }
  if (!/^https?:$/.test(URL.parse(world.apiUrl)?.protocol ?? '')) {
    return refuse(world, `GITHUB_API_URL is no http(s) address: ${world.apiUrl}`);
  }
  const draft = await readDraft(options, world);
  if ('misuse' in draft) return refuse(world, draft.misuse);
  const unknown = findUnknown(options, draft.config);
  if (unknown !== undefined) return refuse(world, unknown);
  const read = await readSections(draft, options, { ...world, token: world.token });
  if (!read.ok) return refuse(world, describeTrouble(read.trouble));
  return finish(draft, read.value, options, world);
}

async function readDraft(options: FillOptions, { folder }: FillWorld): Promise<Draft | Misuse> {
  const file = resolve(folder, options.draft);
  const read = await readBytes(folder, options.draft);
  if ('misuse' in read) return read;
  if ('size' in read) return { misuse: `cannot read ${options.draft} (it is too large for a draft)` };
  // Anything else could not be written again as it was.
  if (!isUtf8(read.bytes)) return { misuse: `${options.draft} is no text in UTF-8: save it as such` };
  const text = read.bytes.toString('utf8');
  const config = await (options.config === undefined
    ? findConfigAbove(folder, [options.draft])
    : readConfigFile(folder, options.config));
  if ('misuse' in config) return config;
  const issue = options.date === undefined ? parseHeader(file, splitLines(text)).date : toDay(options.date);
  if (issue !== undefined) return { file, text, issue, config };
  return {
    misuse:
      options.date === undefined
        ? `${options.draft} has no date: give it with --date YYYY-MM-DD`
        : `not a day: ${options.date}; write YYYY-MM-DD`,
  };
}

function findUnknown({ section = [] }: FillOptions, { fill }: Config): string | undefined {
  const ids = listSections(fill).map(({ id }) => id);
  const unknown = section.find((id) => !ids.includes(id));
  return unknown === undefined ? undefined : `no section ${unknown}: there are ${ids.join(', ')}`;
}

async function readSections(
  { file, issue, config }: Draft,
  options: FillOptions,
  world: FillWorld & { token: string },
) {
  const earlier = await readLocalIssues(file, config, issue);
  const { apiUrl, token, clock } = world;
  const query = createTokenQuery({ apiUrl, token, clock, userAgent: 'copydesk' });
  const reader = createSectionFacts(
    () => query,
    () => Promise.resolve(earlier.map(({ text }) => text)),
  );
  return createSectionSources(reader).readSections({
    repository: { installationId: 0, owner: '', repository: '' },
    config,
    issueDate: issue,
    ...getSpan(issue, earlier, config, clock.now()),
    sectionIds: options.section,
  });
}

/** From the usual end of the issue before until now, or until the usual end of the week where the issue is out. */
function getSpan(
  issue: Day,
  earlier: readonly LocalIssue[],
  { fill }: Config,
  now: Date,
): { readonly from: Date; readonly until: Date } {
  const end = new Date(getUsualCut(issue, fill.cut));
  const days = earlier.map(({ day }) => day);
  const before = toDay(getPreviousDate(issue, days)) ?? issue;
  const isOut = now.toISOString().slice(0, 10) > issue;
  return { from: new Date(getUsualCut(before, fill.cut)), until: isOut ? end : now };
}

async function finish(
  draft: Draft,
  sections: readonly FilledSection[],
  { write = false, draft: name }: FillOptions,
  world: FillWorld,
): Promise<0 | 2> {
  const written = sections.filter(({ body }) => body !== '');
  const filled = editIssue(toRepositoryPath(name), draft.text, written, draft.config);
  for (const section of sections) {
    for (const line of describeSection(section, filled.outcomes.get(section.id))) {
      world.complain(`${toTerminalText(line)}\n`);
    }
  }
  if (filled.text === draft.text) world.complain('Nothing to fill.\n');
  else if (!write) world.write(renderPatch(name, draft.text, filled.text, world));
  else {
    const trouble = await overwrite(draft.file, filled.text);
    if (trouble !== undefined) return refuse(world, `cannot write ${name} (${trouble}); it is as it was`);
  }
  return 0;
}

/** As it is for a pipe, since a patch has to fit; a terminal shows what others wrote and does not obey it. */
function renderPatch(name: string, before: string, after: string, { isTerminal }: FillWorld): string {
  const patch = createTwoFilesPatch(name, name, before, after, '', '', { context: 2 });
  return isTerminal ? patch.split('\n').map(toTerminalText).join('\n') : patch;
}

/** As a whole or not at all; why not, or undefined. */
async function overwrite(file: string, text: string): Promise<string | undefined> {
  try {
    await access(file, constants.W_OK);
    await writeWholeFile(file, text, (await stat(file)).mode);
    return undefined;
  } catch (error) {
    return explainFileError(error);
  }
}

function refuse(world: FillWorld, reason: string): 2 {
  world.complain(`copydesk fill: ${toTerminalText(reason)}\n`);
  return 2;
}
