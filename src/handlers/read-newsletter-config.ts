import type { ReadConfig } from '../config/configuration.ts';
import { readConfig } from '../config/read-config.ts';
import { ruleOptions } from '../rules/rule-options.ts';

/** Reads a newsletter's configuration file, with the options of all rules. */
export const readNewsletterConfig: ReadConfig = (text) => readConfig(text, ruleOptions);
