import { z } from 'zod';
import { fillSchema } from './fill-schema.ts';
import { headingSchema, wordSchema } from './word-schema.ts';

const DATED = {
  from: z.iso.date().optional().describe('The first day on which it holds, YYYY-MM-DD.'),
  until: z.iso.date().optional().describe('The last day on which it holds, YYYY-MM-DD.'),
};

/** A path as git writes it, so that it can be compared with GitHub’s. */
const pathSchema = z
  .string()
  .regex(/^(?!\/|\.\.?(?:\/|$))(?!.*(?:\/\/|\/\.\.?(?:\/|$)|\\)).*[^/]$/, 'path')
  .max(500);

const hostSchema = wordSchema.regex(/^[^/:?#@\s]+$/, 'a host alone, such as example.com');

/** What stands between the brackets of a prefix. */
const prefixSchema = wordSchema.regex(/^[^\][]+$/, 'the word alone, without brackets');

export const pathsSchema = z.strictObject({
  drafts: z
    .array(pathSchema)
    .min(1)
    .max(20)
    .describe('Folders of the drafts, or single files that always are one. In folders files count by their extension.'),
  archive: z
    .array(pathSchema)
    .max(20)
    .describe('Folders of the published issues; folders in them are not looked into.'),
  templates: z
    .array(pathSchema)
    .max(20)
    .describe('Files that new drafts are made from; they may lie in the drafts’ folder.'),
  extensions: z.array(wordSchema.startsWith('.')).min(1).describe('How drafts and published issues end.'),
});

const sectionSchema = z.strictObject({
  name: headingSchema.describe('Today’s heading, as shown to people.'),
  region: wordSchema.describe('Which part of the issue it belongs to: a word of your own, which `grammars` takes up.'),
  aliases: z.array(headingSchema).optional().describe('Other headings it has had.'),
  under: headingSchema.optional().describe('The heading it must stand under, where the same name occurs twice.'),
});

/** A span of days in which a section takes no submissions; `until` is the last such day. */
const closureSchema = z.strictObject({
  section: wordSchema.describe('The name of a section.'),
  ...DATED,
  for: z
    .enum(['everyone', 'contributors'])
    .default('contributors')
    .describe('Who is turned away: everyone, or all without write access.'),
  instead: z.string().max(500).describe('Where to go instead, one sentence; shown to the contributor.'),
});

/** A parameter of a URL's query that says where the reader came from, and nothing about the page. */
const trackingParameterSchema = z.strictObject({
  name: wordSchema
    .regex(/^[^*]*\*?$/, 'a star at the end only')
    .describe('Its name in any case; a `*` at the end stands for any ending.'),
  on: z
    .array(hostSchema)
    .min(1)
    .optional()
    .describe('Only on these hosts and their subdomains; without it everywhere.'),
  notOn: z
    .array(hostSchema)
    .optional()
    .describe('Never on these hosts and their subdomains, where the name means something else.'),
});

export const severitySchema = z.enum(['off', 'error', 'warning', 'hint']);

const optionsSchema = z.record(z.string(), z.unknown());

/** One span of time in a rule's life, with the rule's own schema of its options. */
export function createRuleSettingsSchema<Options extends z.ZodType>(options: Options) {
  return z.strictObject({
    severity: severitySchema.optional().describe('Instead of the rule’s own; `off` switches it off.'),
    ...DATED,
    options: options
      .optional()
      .describe('What the rule’s page describes; what is left out keeps the rule’s own default.'),
  });
}

/** How the pull request is kept that fills sections; what it is filled with is configured by section. */
export const proposalSchema = z.strictObject({
  branch: pathSchema.describe('Its branch; `{date}` becomes the date of the issue, which must stand in it.'),
  title: wordSchema.describe('Its title; `{date}` becomes the date of the issue.'),
  timeZone: wordSchema.describe('The IANA time zone of the schedule, as in Europe/Berlin.'),
  fill: wordSchema.describe(
    'When sections are filled first: a cron pattern; its last time before the issue’s day ends counts.',
  ),
  refresh: z.array(wordSchema).max(20).describe('When they are filled anew until the freeze: cron patterns.'),
  freeze: wordSchema.describe(
    'From when on the proposal is left to people, unless they ask: a cron pattern, after the first fill.',
  ),
});

/** Every key of a configuration, `rules` still without the rules' own options. */
export const configShape = {
  paths: pathsSchema.describe('Where the newsletter’s files are. What is left out keeps its default.'),
  sections: z.array(sectionSchema).min(1).max(500).describe('The sections of an issue, in their order.'),
  grammars: z
    .record(z.string(), z.enum(['link', 'event', 'cfp-project', 'cfp-event']))
    .describe('What the items of a region look like; regions that are left out are free in form.'),
  closures: z.array(closureSchema).max(500).describe('When a section takes no submissions.'),
  bullet: z.enum(['*', '-', '+']).describe('What list items start with.'),
  prefixes: z
    .array(prefixSchema)
    .max(100)
    .describe('Words that may stand in brackets before a link; two capital letters (a language) always may.'),
  trackingParameters: z
    .array(trackingParameterSchema)
    .max(1000)
    .describe('Parameters of links that say where the reader came from.'),
  pages: z
    .enum(['on', 'off'])
    .describe('Whether the pages behind links are fetched; `off` for a newsletter that wants none of it.'),
  welcome: z
    .string()
    .max(2000)
    .describe('Markdown for the first line to someone’s first contribution; empty for none of its own.'),
  fill: fillSchema.describe('Sections that are filled from GitHub. What is left out keeps its default.'),
  mode: z
    .enum(['review', 'publish'])
    .describe(
      'Whether sections are filled by a pull request (`publish`, which needs contents: write), or only shown in a check run.',
    ),
  proposal: proposalSchema.describe('The pull request that fills sections. What is left out keeps its default.'),
  rules: z
    .record(z.string(), z.array(createRuleSettingsSchema(optionsSchema)))
    .describe(
      'Settings by rule: a severity, or severity, days and options, or a list of these, of which the last one that holds on the day the pull request was opened counts. Where none holds, the rule is off; a rule that is not named runs as it comes.',
    ),
};

export const configSchema = z.strictObject(configShape);

/** The configuration of one newsletter, complete. */
export interface Config extends z.infer<typeof configSchema> {}

/** What the items of a region look like. */
export type Grammar = Config['grammars'][string];

export interface TrackingParameter extends z.infer<typeof trackingParameterSchema> {}
