import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { configSchema } from '../../src/config/schema.ts';
import { ruleOptions } from '../../src/rules/rule-options.ts';

test('the defaults are a valid configuration', () => {
  expect(configSchema.parse(defaultConfig)).toEqual(defaultConfig);
});

test('closures name sections that there are', () => {
  const names = new Set(defaultConfig.sections.map((section) => section.name));
  expect(defaultConfig.closures.filter(({ section }) => !names.has(section))).toEqual([]);
});

test('so do the options of rules', () => {
  const text = JSON.stringify({ sections: defaultConfig.sections, rules: defaultConfig.rules });
  expect(readConfig(text, ruleOptions)).toMatchObject({ ok: true });
});

test('no heading means two sections', () => {
  const headings = defaultConfig.sections.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([]);
});
