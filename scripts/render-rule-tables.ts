import {
  type PrecisionSnapshot,
  readPrecision,
  type RuleShare,
} from '../bench/evaluate/precision/precision-snapshot.ts';
import { SEVERITIES } from '../src/findings/finding.ts';
import type { Rule } from '../src/rules/define-rule.ts';
import { RULE_GROUPS } from './rule-groups.ts';

/** With fewer findings a percentage says nothing. */
const ENOUGH = 30;

const HEAD = [
  '| rule | severity | finds | findings | in pull requests | changed or refused | right, before 2025-09-01 | right, since then |',
  '| --- | --- | --- | --: | --: | --: | --: | --: |',
];

/** All rules by group, each severity with how right it is on history. */
export function renderRulePage(rules: readonly Rule[]): string {
  const precision = readPrecision();
  return groupRules(rules)
    .map(([group, members]) =>
      [`## ${group}`, '', ...HEAD, ...members.flatMap((rule) => renderRows(rule, precision))].join('\n'),
    )
    .join('\n\n');
}

/** The names of all rules by group, a line each. */
export function renderRuleList(rules: readonly Rule[]): string {
  return groupRules(rules)
    .map(([group, members]) => {
      const links = members.map(({ id }) => `[${id}](docs/rules/${id}.md)`);
      return `- **${group}:** ${links.join(' · ')}`;
    })
    .join('\n');
}

/** Groups without a rule are left out; rules without a group come last. */
function groupRules(rules: readonly Rule[]): readonly (readonly [string, readonly Rule[]])[] {
  const named = new Set(Object.values(RULE_GROUPS).flat());
  const groups = Object.entries(RULE_GROUPS).map(
    ([group, ids]) => [group, ids.flatMap((id) => rules.filter((rule) => rule.id === id))] as const,
  );
  const others = rules.filter(({ id }) => !named.has(id));
  return [...groups, ['Others', others] as const].filter(([, members]) => members.length > 0);
}

function renderRows({ id, severity, summary }: Rule, precision: PrecisionSnapshot): readonly string[] {
  const figures = precision[id] ?? {};
  const shown = SEVERITIES.filter((one) => one === severity || figures[one] !== undefined);
  return shown.map((one, index) => {
    const { before, since } = figures[one] ?? { before: NONE, since: NONE };
    const head = index === 0 ? `[${id}](${id}.md) | ${one} | ${summary}` : ` | ${one} | `;
    return `| ${head} | ${before.findings + since.findings} | ${before.pulls + since.pulls} | ${before.mended + since.mended} | ${renderShare(before)} | ${renderShare(since)} |`;
  });
}

const NONE: RuleShare = { findings: 0, pulls: 0, mended: 0, wrong: 0 };

function renderShare({ findings, wrong }: RuleShare): string {
  if (findings < ENOUGH) return 'too few';
  return `${((1 - wrong / findings) * 100).toFixed(1)} %`;
}
