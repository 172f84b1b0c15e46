import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { configSchema } from '../../src/config/schema.ts';

test('the defaults are a valid configuration', () => {
  expect(configSchema.parse(defaultConfig)).toEqual(defaultConfig);
});

test('closures name sections that there are', () => {
  const names = new Set(defaultConfig.sections.map((section) => section.name));
  expect(defaultConfig.closures.filter(({ section }) => !names.has(section))).toEqual([]);
});

test('no heading means two sections', () => {
  const headings = defaultConfig.sections.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([]);
});
