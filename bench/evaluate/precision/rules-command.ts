import type { Command } from 'commander';
import { allRules } from '../../../src/rules/index.generated.ts';
import { showProgress } from '../show-progress.ts';
import { evaluateRules, type RulesReport } from './evaluate-rules.ts';
import { comparePrecision } from './compare-precision.ts';
import { TUNED_UNTIL } from './measure-rules.ts';
import { readPrecision, toPrecision, writePrecision } from './precision-snapshot.ts';
import { renderFindings, renderRules } from './render-rules.ts';

const ALL_TIME = '9999';

interface Options {
  readonly data: string;
  readonly rule: string | undefined;
  readonly json: boolean;
  readonly all: boolean;
  readonly since: string;
  readonly until: string;
  readonly update: boolean;
  readonly check: boolean;
}

/** `evaluate rules`: how right each rule is, by what was published and what people say about it. */
export function addRulesCommand(program: Command): void {
  program
    .command('rules')
    .description('review the first push of every recorded pull request, and measure how right each rule is')
    .requiredOption('--data <folder>', 'folder with newsletter.bundle and pulls.jsonl')
    .option('--rule <id>', 'list the findings of this rule that were published as they were')
    .option('--all', 'with --rule: list every finding, with what became of it', false)
    .option('--json', 'print figures (with --rule: findings) as JSON', false)
    .option('--since <day>', 'only pull requests opened on this day or later', '')
    .option('--until <day>', 'only pull requests opened before this day', ALL_TIME)
    .option('--update', 'replace the committed figures, which docs/rules/README.md shows, by these', false)
    .option('--check', `only compare the committed figures, for what was opened since ${TUNED_UNTIL}`, false)
    .action(run);
}

async function run(options: Options): Promise<void> {
  try {
    if (options.check) {
      await check(options);
      return;
    }
    const { since, until, rule } = options;
    // Found out at once, not after minutes of an empty answer.
    if (rule !== undefined && !allRules.some(({ id }) => id === rule)) throw new Error(`no such rule: ${rule}`);
    const report = await evaluateRules(options.data, { since, until }, showProgress);
    if (options.update) update(report, options);
    console.log(render(selectRule(report, rule), options));
    process.exitCode = report.crashes.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(`evaluate: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}

/** Looks at the part that rules are reported on, a fourth of the whole: enough to notice a rule that changed. */
async function check({ data }: Options): Promise<void> {
  const { figures, crashes, stale } = await evaluateRules(data, { since: TUNED_UNTIL, until: ALL_TIME }, showProgress);
  const flaws = [
    ...crashes.map((crash) => `the review threw: ${crash}`),
    ...stale.map((name) => `a judgement of no finding: ${name}`),
    ...comparePrecision(readPrecision(), toPrecision(figures)),
  ];
  const remedy = 'Renew them: npm run evaluate -- rules --data DIR --update, then npm run generate.';
  console.log(flaws.length === 0 ? 'The committed figures are those of today.' : [...flaws, remedy].join('\n'));
  process.exitCode = flaws.length === 0 ? 0 : 1;
}

/** Part of the history must not pass for all of it. */
function update({ figures }: RulesReport, { since, until }: Options): void {
  if (since !== '' || until !== ALL_TIME) throw new Error('the committed figures are those of all pull requests');
  writePrecision(figures);
}

function selectRule(report: RulesReport, wanted: string | undefined): RulesReport {
  if (wanted === undefined) return report;
  return {
    ...report,
    figures: report.figures.filter(({ rule }) => rule === wanted),
    items: report.items.filter(({ rule }) => rule === wanted),
    stale: report.stale.filter((name) => name.startsWith(`${wanted} `)),
  };
}

function render(report: RulesReport, { rule, json, all }: Options): string {
  if (json) return JSON.stringify(rule === undefined ? report.figures : report.items, undefined, 2);
  const table = renderRules(report);
  return rule === undefined ? table : `${renderFindings(report.items, all)}\n\n${table}`;
}
