import { z } from 'zod';
import { createWrittenSchema } from '../src/config/written-schema.ts';
import type { Rule } from '../src/rules/define-rule.ts';

const nodeSchema = z.looseObject({
  description: z.string().optional(),
  default: z.unknown().optional(),
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});

type Node = z.infer<typeof nodeSchema>;

/** The JSON Schema of configuration files, for editors' completion. */
export function renderConfigSchema(rules: readonly Rule[]): string {
  const { $schema, ...schema } = toJsonSchema(rules, 'ref');
  const title = 'Copydesk’s configuration of a newsletter, .github/copydesk.yml';
  return JSON.stringify({ $schema, title, ...schema });
}

/** The reference in docs/configuration.md: every key with its meaning, and every option of every rule. */
export function renderConfigReference(rules: readonly Rule[]): string {
  const root = nodeSchema.parse(toJsonSchema(rules, 'inline'));
  const keys = listProperties(root).filter(([key]) => key !== 'rules');
  return [
    renderTable(
      ['key', 'takes', 'meaning'],
      keys.flatMap(([key, node]) => renderKey(key, node)),
    ),
    '### Options of rules',
    renderTable(['rule', 'option', 'takes', 'default', 'meaning'], rules.flatMap(renderRule)),
  ].join('\n\n');
}

function toJsonSchema(rules: readonly Rule[], reused: 'ref' | 'inline') {
  const options = Object.fromEntries(rules.map((rule) => [rule.id, rule.options]));
  return z.toJSONSchema(createWrittenSchema(options), { io: 'input', unrepresentable: 'any', reused });
}

function listProperties({ properties = {} }: Node): readonly (readonly [string, Node])[] {
  return Object.entries(properties).map(([key, node]) => [key, nodeSchema.parse(node)] as const);
}

/** A key, and below it those of what it holds or of what it is a list of; of several shapes, those of all. */
function renderKey(key: string, node: Node): readonly (readonly string[])[] {
  return [[`\`${key}\``, renderType(node), node.description ?? ''], ...renderBelow(key, node)];
}

function renderBelow(key: string, node: Node): readonly (readonly string[])[] {
  if (node.anyOf !== undefined) return node.anyOf.flatMap((shape) => renderBelow(key, nodeSchema.parse(shape)));
  const inner = node.items === undefined ? node : nodeSchema.parse(node.items);
  const mark = node.items === undefined ? '.' : '[].';
  return listProperties(inner).flatMap(([name, child]) => renderKey(`${key}${mark}${name}`, child));
}

function renderRule(rule: Rule): readonly (readonly string[])[] {
  const node = nodeSchema.parse(z.toJSONSchema(rule.options, { io: 'input', unrepresentable: 'any' }));
  return listProperties(node).map(([name, option]) => [
    `[${rule.id}](rules/${rule.id}.md)`,
    `\`${name}\``,
    renderType(option),
    renderDefault(option.default),
    option.description ?? '',
  ]);
}

function renderType(node: Node): string {
  const { type, enum: values, items, anyOf, format, properties, additionalProperties } = node;
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (values !== undefined) return values.map((value) => `\`${String(value)}\``).join(', ');
  if (anyOf !== undefined) return anyOf.map((shape) => renderType(nodeSchema.parse(shape))).join(' or ');
  if (type === 'array') return `list of ${renderType(nodeSchema.parse(items))}`;
  if (format === 'date') return 'day';
  if (properties !== undefined) return 'keys';
  const value = nodeSchema.safeParse(additionalProperties).data;
  if (value !== undefined) return `names, each with ${renderType(value)}`;
  return (
    { string: 'text', object: 'keys', integer: 'whole number', number: 'number', boolean: '`true`, `false`' }[
      type ?? ''
    ] ?? 'anything'
  );
}

/** Long lists stand in the sources. */
function renderDefault(value: unknown): string {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text === '' ? '' : text.length > 60 ? '(a list)' : `\`${text}\``;
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const toLine = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ')).join(' | ')} |`;
  return [toLine(head), toLine(head.map(() => '---')), ...rows.map(toLine)].join('\n');
}
