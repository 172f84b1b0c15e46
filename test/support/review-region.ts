import type { Config } from '../../src/config/schema.ts';
import type { Rule } from '../../src/rules/define-rule.ts';
import { reviewPush, tellReview, writeDraft } from './check-rule.ts';

const names = [
  'CFP - Projects',
  'CFP - Events',
  'Virtual',
  'Asia',
  'Europe',
  'North America',
  'South America',
  'Oceania',
];

/** A draft of 2026-03-04 with these lines below the headings of calls and events. */
function writeRegions(lines: Readonly<Record<string, readonly string[]>>): string {
  const [head = ''] = writeDraft().split('\n## ');
  return [head, ...names.map((name) => [`### ${name}`, ...(lines[name] ?? []), ''].join('\n'))].join('\n');
}

/** What a rule, or several, say when the regions on the left become those on the right. */
export function reviewRegions(
  rules: Rule | readonly Rule[],
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
  config?: Config,
): string {
  const head = writeRegions(after);
  const files = [{ base: writeRegions(before), head }];
  return tellReview(head, reviewPush({ files, ...(config === undefined ? {} : { config }) }, [rules].flat()).findings);
}
