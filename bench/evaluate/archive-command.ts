import type { Command } from 'commander';
import { allRules } from '../../src/rules/index.generated.ts';
import { toDay } from '../../src/shared/brand.ts';
import { countedIssues, readArchiveCounts, writeArchiveCounts } from './archive-counts.ts';
import { type ArchiveEvaluation, countByRule, evaluateArchive } from './evaluate-archive.ts';
import { readJudgements } from './read-judgements.ts';
import { renderCounts, renderFindings, sampleFindings } from './render-archive.ts';

interface Options {
  readonly data: string;
  readonly rule?: string;
  readonly sample?: string;
  readonly issues: string;
  readonly all: boolean;
  readonly commit?: string;
  readonly snapshot?: string;
  readonly json: boolean;
  readonly update: boolean;
}

/** Adds `evaluate archive`: what all rules find in the published issues, read whole. */
export function addArchiveCommand(program: Command): void {
  program
    .command('archive')
    .description('run all rules over the published issues as if everything in them were new')
    .requiredOption('--data <folder>', 'folder with newsletter.bundle')
    .option('--rule <id>', 'list what this rule finds, with the judgements on it')
    .option('--sample <number>', 'list so many of the rule’s findings only, always the same ones')
    .option('--issues <number>', 'look at the latest so many issues', String(countedIssues))
    .option('--all', 'look at every issue', false)
    .option('--commit <revision>', 'look at the newsletter as of this commit')
    .option('--snapshot <day>', 'look at the newsletter as of the end of this day, YYYY-MM-DD')
    .option('--json', 'print the counts, or with --rule the findings, as JSON', false)
    .option('--update', 'replace the committed counts by these', false)
    .action(async (options: Options) => {
      try {
        await evaluate(options);
      } catch (error) {
        console.error(`evaluate: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 2;
      }
    });
}

async function evaluate(options: Options): Promise<void> {
  const { data, commit, all, rule } = options;
  if (rule !== undefined && !allRules.some(({ id }) => id === rule)) throw new Error(`no such rule: ${rule}`);
  const snapshot = options.snapshot === undefined ? undefined : toDay(options.snapshot);
  if (options.snapshot !== undefined && snapshot === undefined) throw new Error(`no day: ${options.snapshot}`);
  const issues = all ? Infinity : toCount(options.issues);
  const evaluation = await evaluateArchive(data, { issues, commit, snapshot });
  if (rule === undefined) printCounts(evaluation, options);
  else await printFindings(evaluation, options, rule);
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`no number of findings or issues: ${text}`);
  return count;
}

function printCounts({ issues, findings }: ArchiveEvaluation, options: Options): void {
  const counts = countByRule(findings);
  const isWhole = !options.all && options.commit === undefined && options.snapshot === undefined;
  const isCounted = isWhole && toCount(options.issues) === countedIssues;
  const table = renderCounts(counts, isCounted ? readArchiveCounts() : counts);
  console.log(options.json ? JSON.stringify(counts) : `${issues} issues\n${table}`);
  if (!options.update) return;
  if (!isCounted) throw new Error(`the committed counts are those of the latest ${countedIssues} issues of main`);
  writeArchiveCounts(counts);
}

async function printFindings({ findings, since }: ArchiveEvaluation, options: Options, rule: string): Promise<void> {
  const own = findings.filter(({ finding }) => finding.rule === rule);
  const listed = options.sample === undefined ? own : sampleFindings(own, toCount(options.sample));
  const judgements = (await readJudgements()).get(rule) ?? { pulls: {}, archive: {} };
  console.log(options.json ? JSON.stringify(listed) : renderFindings(own, listed, since, judgements));
}
