import { RULE_PAGES } from '../../wording/rule-url.ts';

/** Where a rule is explained; the plain address, since nothing here makes a backlink of it. */
export function getRulePage(rule: string): string {
  return `${RULE_PAGES}/${rule}.md`;
}
