import { defaultConfig } from '../../../src/config/defaults.ts';
import { type ByteMatch, compareBytes } from './compare-bytes.ts';
import { compareWeek, type Difference } from './compare-week.ts';
import { measureTitles, type TitleFigures } from './measure-titles.ts';
import { readMerged } from './read-merged.ts';
import { readWeeks } from './read-weeks.ts';
import { replayRfcs, type RfcFigures } from './replay-rfcs.ts';
import { readTriage, type Recall, walkPicks } from './walk-picks.ts';

/** Rules are made by looking at the first span only; the second is looked at to report. */
const DEVELOPMENT = { from: '2025-02-26', until: '2025-08-31' };
export const REPORT: Span = { from: '2025-09-01', until: '2026-02-25' };

/** Weeks by the dates of their issues, both included. */
interface Span {
  readonly from: string;
  readonly until: string;
}

/** How good the generated sections are on a newsletter's recorded history. */
export interface FillFigures {
  /** By section the share of weeks that are rendered as they were published. */
  readonly rendered: Readonly<Record<Difference['section'], number>>;
  readonly differences: readonly Difference[];
  /** The updates of each week, compared byte for byte. */
  readonly bytes: readonly { readonly week: string; readonly match: ByteMatch }[];
  readonly titles: { readonly development: TitleFigures; readonly report: TitleFigures };
  readonly recall: { readonly development: Recall; readonly report: Recall };
  readonly rfcs: RfcFigures;
}

/** Measures on a data folder, and reports on a span of it; rejects where a file is missing. */
export async function measureFill(data: string, report: Span): Promise<FillFigures> {
  const { updates } = defaultConfig.fill;
  if (updates === false) throw new Error('the updates are switched off');
  const weeks = await readWeeks(data, DEVELOPMENT.from);
  const differences = weeks
    .flatMap((week) => compareWeek(week, defaultConfig))
    .filter(({ week, section }) => section !== 'fcp' || week >= '2026');
  const share = (section: Difference['section']): number => {
    const all = weeks.filter(({ issue_date: day }) => section !== 'fcp' || day >= '2026').length;
    return 1 - differences.filter((difference) => difference.section === section).length / all;
  };
  const pulls = await readMerged(data);
  const settings = { config: updates, triage: await readTriage(data) };
  return {
    rendered: {
      updates: share('updates'),
      approvedRfcs: share('approvedRfcs'),
      newRfcs: share('newRfcs'),
      fcp: share('fcp'),
    },
    differences,
    bytes: weeks.map((week) => ({ week: week.issue_date, match: compareBytes(week, defaultConfig) })),
    titles: {
      development: measureTitles(pulls, DEVELOPMENT, updates),
      report: measureTitles(pulls, report, updates),
    },
    recall: { development: walkPicks(pulls, DEVELOPMENT, settings), report: walkPicks(pulls, report, settings) },
    rfcs: await replayRfcs(data),
  };
}
