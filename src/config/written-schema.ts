import { z } from 'zod';
import { fillSchema } from './fill-schema.ts';
import { configShape, createRuleSettingsSchema, pathsSchema, proposalSchema, severitySchema } from './schema.ts';

/** The schema of each rule's options, by rule id: rules know the configuration, so it cannot know them. */
export type RuleOptions = Readonly<Record<string, z.ZodType>>;

/** What people write into the file: everything may be left out. */
export function createWrittenSchema(rules: RuleOptions) {
  return z
    .strictObject({
      ...configShape,
      paths: pathsSchema.partial().describe(configShape.paths.description ?? ''),
      fill: fillSchema.partial().describe(configShape.fill.description ?? ''),
      proposal: proposalSchema.partial().describe(configShape.proposal.description ?? ''),
      rules: createRulesSchema(rules).describe(configShape.rules.description ?? ''),
    })
    .partial();
}

function createRulesSchema(rules: RuleOptions) {
  const entries = Object.entries(rules).map(([id, options]) => {
    const settings = createRuleSettingsSchema(options);
    return [id, z.union([severitySchema, settings, z.array(settings).min(1)]).optional()] as const;
  });
  return z.strictObject(Object.fromEntries(entries));
}

/** A file that fits the schema. */
export type WrittenConfig = z.infer<ReturnType<typeof createWrittenSchema>>;
