// The table of rules shows how right each is on real history; its figures are committed and must be those of today's rules.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { evaluateRules } from '../../bench/evaluate/precision/evaluate-rules.ts';
import { TUNED_UNTIL } from '../../bench/evaluate/precision/measure-rules.ts';
import {
  type PrecisionSnapshot,
  readPrecision,
  type RuleShare,
  toPrecision,
} from '../../bench/evaluate/precision/precision-snapshot.ts';
import { readJudgements } from '../../bench/evaluate/read-judgements.ts';
import { SEVERITIES } from '../../src/findings/finding.ts';
import { allRules } from '../../src/rules/index.generated.ts';

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const isThere = existsSync(`${data}/pulls.jsonl`);
// Jest keeps the console of a file that it skips to itself.
if (!isThere) process.stdout.write('Skipped: the history that rules are measured on is not in ../shared/data.\n');

test('judgements speak of rules that exist', async () => {
  const ids = allRules.map(({ id }) => id);
  expect([...(await readJudgements()).keys()].filter((rule) => !ids.includes(rule))).toEqual([]);
});

(isThere ? describe : describe.skip)('on real history', () => {
  const remedy = 'npm run evaluate -- rules --data DIR --update, then npm run generate';

  // Of the part that rules are reported on, a fourth of the whole: enough to notice a rule that changed.
  test('the committed figures are fresh, every judgement has its finding, and no review crashes', async () => {
    const report = await evaluateRules(data, { since: TUNED_UNTIL, until: '9999' }, () => undefined);
    expect({ crashes: report.crashes, stale: report.stale }).toEqual({ crashes: [], stale: [] });
    const figures = keepLater(toPrecision(report.figures));
    expect({ remedy, figures: keepLater(readPrecision()) }).toEqual({ remedy, figures });
  }, 600_000);
});

/** The figures from `TUNED_UNTIL` on, of rules that found something then. */
function keepLater(snapshot: PrecisionSnapshot): Readonly<Record<string, RuleShare>> {
  const shares = Object.entries(snapshot).flatMap(([rule, severities]) =>
    SEVERITIES.map((severity) => [`${rule} ${severity}`, severities[severity]?.since] as const),
  );
  return Object.fromEntries(
    shares.flatMap(([name, share]) => (share === undefined || share.findings === 0 ? [] : [[name, share]])),
  );
}
