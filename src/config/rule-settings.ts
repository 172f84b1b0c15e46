import type { Day } from '../shared/brand.ts';
import type { Config } from './schema.ts';

/** How a rule runs on a day. */
export interface ActiveSettings {
  /** Instead of the rule's own. */
  readonly severity: 'error' | 'warning' | 'hint' | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The settings of a rule for a pull request opened on `day`: of its entries the last that holds; undefined: it is off. */
export function findRuleSettings({ rules }: Config, id: string, day: Day): ActiveSettings | undefined {
  const entries = rules[id];
  if (entries === undefined) return { severity: undefined, options: {} };
  const entry = entries.findLast(({ from = '', until = '9999-12-31' }) => from <= day && day <= until);
  if (entry === undefined || entry.severity === 'off') return undefined;
  return { severity: entry.severity, options: entry.options ?? {} };
}
