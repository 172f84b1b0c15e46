// docs/configuration.md: its examples are valid, and the schema for editors agrees with what is read.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/read-config.ts';
import { ruleOptions } from '../../src/rules/rule-options.ts';

const page = readFileSync('docs/configuration.md', 'utf8');
const examples = [...page.matchAll(/^```yaml\n([^]*?)^```/gm)].map(([, example = '']) => example);
const schema: unknown = JSON.parse(readFileSync('schema/copydesk.schema.json', 'utf8'));
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
// zod names the form of a text that must start somehow as a format; its pattern says the same.
ajv.addFormat('starts_with', true);
const validate = ajv.compile(schema as object);

describe('the page shows', () => {
  test.each(examples)('an example that can be read: %s', (example) => {
    expect(readConfig(example, ruleOptions)).toMatchObject({ ok: true });
    expect(validate(parse(example) ?? {})).toBe(true);
  });

  test('several of them', () => {
    expect(examples.length).toBeGreaterThan(3);
  });
});

test.each([
  ['an unknown key', 'bulet: "-"'],
  ['an unknown rule', 'rules: { item-bulet: off }'],
  ['an unknown severity', 'rules: { item-bullet: of }'],
  ['a day that is none', 'rules: { item-bullet: { from: 2026-02-30 } }'],
  ['an option of another rule', 'rules: { item-bullet: { options: { days: 3 } } }'],
])('an editor refuses what is refused when it is read: %s', (_, text) => {
  expect(validate(parse(text))).toBe(false);
  expect(readConfig(text, ruleOptions).ok).toBe(false);
});
