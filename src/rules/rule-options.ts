import type { RuleOptions } from '../config/written-schema.ts';
import { allRules } from './index.generated.ts';

/** What the configuration may say in `options` of each rule. */
export const ruleOptions: RuleOptions = Object.fromEntries(allRules.map(({ id, options }) => [id, options]));
