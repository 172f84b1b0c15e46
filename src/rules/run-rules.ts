import { getLinkIdentity } from '../archive/link-identity.ts';
import { type ActiveSettings, findRuleSettings } from '../config/rule-settings.ts';
import type { TrackingParameter } from '../config/schema.ts';
import { type Finding, SEVERITIES } from '../findings/finding.ts';
import type { Place } from '../shared/place.ts';
import { countUnverified } from '../pages/count-unverified.ts';
import { compareText } from '../shared/compare-text.ts';
import type { Need, Problem, Rule, RuleContext } from './define-rule.ts';
import { allRules } from './index.generated.ts';

/** What a review of one submission found. */
export interface Verdict {
  /** By path, place and severity. */
  readonly findings: readonly Finding[];
  /** Rules that lacked something they need, and so said nothing about it. */
  readonly notChecked: readonly NotChecked[];
}

export interface NotChecked {
  readonly rule: string;
  readonly need: Need;
}

/** Runs rules over a submission. Synchronous, deterministic, and without effect. */
export function runRules(context: RuleContext, rules: readonly Rule[] = allRules): Verdict {
  const missing = findMissing(context);
  const active = rules.flatMap((rule) => {
    const settings = findRuleSettings(context.config, rule.id, context.openedOn);
    return settings === undefined ? [] : [{ rule, settings }];
  });
  const findings = active.flatMap(({ rule, settings }) =>
    rule
      .check(context, settings.options)
      .map((problem) => toFinding(rule, settings, problem, context.config.trackingParameters)),
  );
  return {
    findings: holdMoves(findings, rules).sort(compare),
    notChecked: active.flatMap(({ rule: { id, needs } }) =>
      needs.filter((need) => missing.includes(need)).map((need) => ({ rule: id, need })),
    ),
  };
}

function findMissing({ author, openDrafts, otherPulls, hasUnreadPulls, archive, pages }: RuleContext): readonly Need[] {
  return [
    ...(author.permission === 'unknown' ? ['permission' as const] : []),
    ...(openDrafts === undefined ? ['drafts' as const] : []),
    ...(otherPulls === undefined || hasUnreadPulls === true ? ['other-pulls' as const] : []),
    ...(archive === undefined ? ['archive' as const] : []),
    ...(pages !== undefined && pages.pending + countUnverified(pages) > 0 ? ['pages' as const] : []),
  ];
}

/** Takes the edits from moves of lines that other findings edit: those come first, and the next review offers the move. */
function holdMoves(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const movers = new Set(rules.flatMap(({ id, movesLines }) => (movesLines === true ? [id] : [])));
  const others = findings.filter(({ rule }) => !movers.has(rule));
  const isEdited = ({ path, edits }: Finding): boolean =>
    others.some((other) => other.path === path && other.edits.some((one) => edits.some((two) => touches(one, two))));
  return findings.map((finding) =>
    movers.has(finding.rule) && isEdited(finding) ? { ...finding, edits: [] } : finding,
  );
}

function touches(one: Place, other: Place): boolean {
  return one.startLine <= other.endLine && other.startLine <= one.endLine;
}

function toFinding(
  rule: Rule,
  settings: ActiveSettings,
  problem: Problem,
  tracking: readonly TrackingParameter[],
): Finding {
  const { path, place, message, subject, settles } = problem;
  return {
    rule: rule.id,
    severity: settings.severity ?? problem.severity ?? rule.severity,
    path,
    place,
    message,
    quotes: problem.quotes ?? [],
    edits: problem.edits ?? [],
    // A finding keeps its name when the fix of another one mends the address it is about.
    subject: getLinkIdentity(subject, tracking),
    ...(settles === undefined ? {} : { settles }),
  };
}

function compare(one: Finding, other: Finding): number {
  return (
    compareText(one.path, other.path) ||
    one.place.startLine - other.place.startLine ||
    one.place.startColumn - other.place.startColumn ||
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    compareText(one.rule, other.rule)
  );
}
