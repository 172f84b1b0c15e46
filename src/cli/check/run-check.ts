import { posix, relative, resolve, sep } from 'node:path';
import type { Variables } from '../../adapters/git/git-environment.ts';
import { describeGitTrouble, type Outcome } from '../../adapters/git/git-trouble.ts';
import { openRepository, type Repository } from '../../adapters/git/open-repository.ts';
import { defaultConfig } from '../../config/defaults.ts';
import type { Config } from '../../config/schema.ts';
import type { Parser } from '../../ports.ts';
import { findConfigAbove, readConfigFile } from '../find-config.ts';
import type { Misuse } from '../misuse.ts';
import { toTerminalText } from '../terminal-text.ts';
import { type BatchOutput, checkBatch } from './check-batch.ts';
import { checkCommits } from './check-commits.ts';
import { createCheckDesk, type CheckDesk } from './check-desk.ts';
import { checkFiles } from './check-files.ts';
import { type CheckOptions, type Format, parseCheckOptions, type RawOptions, type Source } from './check-options.ts';
import { type CheckReport, getExitCode } from './check-report.ts';
import { checkWorkTree } from './check-work-tree.ts';
import { isConfigPath } from './read-proposed-config.ts';
import { renderGithub } from './render-github.ts';
import { renderJson } from './render-json.ts';
import { renderSarif } from './render-sarif.ts';
import { renderText } from './render-text.ts';

/** The process as the command sees it. */
export interface Terminal extends BatchOutput {
  readonly folder: string;
  readonly variables: Variables;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly useColor: boolean;
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly complain: (text: string) => void;
  readonly openParser: () => Parser;
}

type RevisionSource = Exclude<Source, { readonly kind: 'files' }>;

/**
 * `copydesk check`.
 * @returns the exit code: 0 clean, 1 errors found, 2 misuse, about which one line was complained
 */
export async function runCheck(files: readonly string[], raw: RawOptions, terminal: Terminal): Promise<0 | 1 | 2> {
  const options = parseCheckOptions(files, raw, terminal.today);
  if ('misuse' in options) return refuse(terminal, options.misuse);
  const parser = terminal.openParser();
  try {
    const { source } = options;
    if (source.kind !== 'files') return await runInRepository(source, options, parser, terminal);
    const config = await findFilesConfig(source.files, options, terminal);
    if ('misuse' in config) return refuse(terminal, config.misuse);
    const report = await checkFiles({ parser, config }, terminal.folder, source.files, options.circumstances);
    return await finish(report, options.format, terminal);
  } finally {
    await parser.close();
  }
}

/** A configuration that is checked itself is not gone by. */
async function findFilesConfig(
  files: readonly string[],
  { config }: CheckOptions,
  { folder }: Terminal,
): Promise<Config | Misuse> {
  if (config !== undefined) return readConfigFile(folder, config);
  const drafts = files.filter((file) => !isConfigPath(file.replaceAll('\\', '/')));
  return drafts.length === 0 ? defaultConfig : findConfigAbove(folder, drafts);
}

async function runInRepository(
  source: RevisionSource,
  options: CheckOptions,
  parser: Parser,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const config = options.config === undefined ? undefined : await readConfigFile(terminal.folder, options.config);
  if (config !== undefined && 'misuse' in config) return refuse(terminal, config.misuse);
  const repository = await openRepository(resolve(terminal.folder, source.repo), terminal.variables);
  if (!repository.ok) return refuse(terminal, describeGitTrouble(repository.trouble));
  const reach = source.kind === 'batch' ? 'whole' : 'mentions';
  const desk = createCheckDesk({ repository: repository.value, parser, config, reach });
  try {
    if (source.kind === 'batch') return await checkBatch(desk, terminal.input, terminal, options.circumstances);
    const only = findPaths(repository.value, source.files);
    if (only !== undefined && 'misuse' in only) return refuse(terminal, only.misuse);
    const report = await checkSource(desk, source, options, only);
    if (!report.ok) return refuse(terminal, describeGitTrouble(report.trouble));
    return await finish(report.value, options.format, terminal);
  } finally {
    await repository.value.close();
  }
}

async function checkSource(
  desk: CheckDesk,
  source: Exclude<RevisionSource, { readonly kind: 'batch' }>,
  { circumstances }: CheckOptions,
  only: readonly string[] | undefined,
): Promise<Outcome<CheckReport>> {
  return source.kind === 'commits'
    ? checkCommits(desk, source, circumstances, only)
    : checkWorkTree(desk, source.base, circumstances, only);
}

/** The named files as paths in the repository; undefined where none is named. */
function findPaths(repository: Repository, files: readonly string[]): readonly string[] | Misuse | undefined {
  if (files.length === 0) return undefined;
  const paths = files.map((file) => {
    const inFolder = relative(repository.folder, resolve(repository.folder, file)).split(sep).join('/');
    return posix.normalize(posix.join(repository.prefix, inFolder));
  });
  const outside = files.find((_, index) => paths[index]?.startsWith('../'));
  return outside === undefined ? paths : { misuse: `not in the repository: ${outside}` };
}

async function finish(report: CheckReport | Misuse, format: Format, terminal: Terminal): Promise<0 | 1 | 2> {
  if ('misuse' in report) return refuse(terminal, report.misuse);
  await terminal.write(`${render(report, format, terminal.useColor)}\n`);
  return getExitCode(report);
}

function render(report: CheckReport, format: Format, useColor: boolean): string {
  const renderers: Readonly<Record<Format, () => string>> = {
    text: () => renderText(report, useColor),
    json: () => renderJson(report),
    sarif: () => renderSarif(report),
    github: () => renderGithub(report),
  };
  return renderers[format]();
}

function refuse(terminal: Terminal, reason: string): 2 {
  terminal.complain(`copydesk check: ${toTerminalText(reason)}\n`);
  return 2;
}
