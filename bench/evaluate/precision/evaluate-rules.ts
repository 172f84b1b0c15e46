import { defaultConfig } from '../../../src/config/defaults.ts';
import { readJudgements } from '../read-judgements.ts';
import { readPulls } from '../read-pulls.ts';
import { reviewPulls, type Selection, selectPulls, type Visitor } from '../review-pulls.ts';
import { withHistory } from '../with-history.ts';
import { type FlaggedItem, listFlagged } from './list-flagged.ts';
import { judgeFlagged, type JudgedItem, listStale, measureRules, type RuleFigures } from './measure-rules.ts';
import { readPublished } from './read-published.ts';

/** All that a run found out. */
export interface RulesReport {
  readonly figures: readonly RuleFigures[];
  readonly items: readonly JudgedItem[];
  /** Judgements of findings that are made no more. */
  readonly stale: readonly string[];
  /** Reviews that threw. */
  readonly crashes: readonly string[];
}

/** Reviews the first pushes of a data folder and measures each rule. Rejects where there is no history. */
export async function evaluateRules(
  data: string,
  selection: Selection,
  progress: Visitor['progress'],
): Promise<RulesReport> {
  const pulls = selectPulls(await readPulls(data), selection);
  const judgements = await readJudgements();
  const flagged: FlaggedItem[] = [];
  const crashes: string[] = [];
  await withHistory(data, async (repository) => {
    const published = await readPublished(repository, defaultConfig);
    await reviewPulls(repository, pulls, {
      reviewed: (pull, report) => flagged.push(...listFlagged(pull, report, published, defaultConfig)),
      crashed: (pull, error) => crashes.push(`#${pull.pr}: ${String(error)}`),
      progress,
    });
  });
  const items = judgeFlagged(flagged, judgements);
  const stale = listStale(flagged, judgements, new Set(pulls.map(({ pr }) => pr)));
  return { figures: measureRules(items), items, stale, crashes };
}
