import { SEVERITIES } from '../../../src/findings/finding.ts';
import type { PrecisionSnapshot, RuleShare } from './precision-snapshot.ts';

/** What of the committed figures is not what it is today: one line for each rule and severity, for the later part of the history. */
export function comparePrecision(committed: PrecisionSnapshot, today: PrecisionSnapshot): readonly string[] {
  const [before, now] = [listLater(committed), listLater(today)];
  return [...new Set([...before.keys(), ...now.keys()])].toSorted().flatMap((name) => {
    const [was, is] = [describe(before.get(name)), describe(now.get(name))];
    return was === is ? [] : [`${name}: ${was} committed, ${is} today`];
  });
}

/** By rule and severity, those that found something. */
function listLater(snapshot: PrecisionSnapshot): ReadonlyMap<string, RuleShare> {
  return new Map(
    Object.entries(snapshot).flatMap(([rule, severities]) =>
      SEVERITIES.flatMap((severity) => {
        const share = severities[severity]?.since;
        return share === undefined || share.findings === 0 ? [] : [[`${rule} ${severity}`, share] as const];
      }),
    ),
  );
}

function describe(share: RuleShare | undefined): string {
  if (share === undefined) return 'nothing';
  const { findings, pulls, mended, wrong } = share;
  return `${findings} in ${pulls} pull requests (${mended} mended, ${wrong} wrong)`;
}
