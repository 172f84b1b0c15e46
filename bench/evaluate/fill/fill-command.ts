import type { Command } from 'commander';
import { measureFill, REPORT } from './measure-fill.ts';
import { renderFill, toFillJson } from './render-fill.ts';

interface Options {
  readonly data: string;
  readonly json: boolean;
  readonly titles: boolean;
  readonly from: string;
  readonly until: string;
}

/** Adds `evaluate fill`: how near the generated sections come to what the editors published. */
export function addFillCommand(program: Command): void {
  program
    .command('fill')
    .description('render published weeks again, rewrite and choose titles, and replay the weeks')
    .requiredOption('--data <folder>', 'folder with sections/')
    .option('--json', 'print figures only, as JSON', false)
    .option('--from <day>', 'report on titles and choice from this issue on', REPORT.from)
    .option('--until <day>', 'up to this issue', REPORT.until)
    .option('--titles', 'list the titles of the development span that were worded differently', false)
    .action(async ({ data, json, titles, ...report }: Options) => {
      try {
        const figures = await measureFill(data, report);
        console.log(json ? JSON.stringify(toFillJson(figures)) : renderFill(figures));
        if (titles) for (const miss of figures.titles.development.misses) console.log(JSON.stringify(miss));
      } catch (error) {
        console.error(`evaluate: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 2;
      }
    });
}
