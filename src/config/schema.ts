import { z } from 'zod';

const sectionSchema = z.strictObject({
  /** Today's name, as shown to people. */
  name: z.string(),
  /** Which part of the issue it belongs to. */
  region: z.string(),
  /** Other headings it has had. */
  aliases: z.array(z.string()).optional(),
  /** The heading it must stand under, where the same name occurs twice. */
  under: z.string().optional(),
});

const dated = { from: z.iso.date().optional(), until: z.iso.date().optional() };

/** A span of days in which a section takes no submissions; `until` is the last such day. */
const closureSchema = z.strictObject({
  section: z.string(),
  ...dated,
  /** Who is turned away: everyone, or all without write access. */
  for: z.enum(['everyone', 'contributors']).default('contributors'),
  /** Where to go instead, one sentence; shown to the contributor. */
  instead: z.string(),
});

/** A parameter of a URL's query that says where the reader came from, and nothing about the page. */
const trackingParameterSchema = z.strictObject({
  /** Its name in any case; a trailing `*` stands for any ending. */
  name: z.string(),
  /** Only on these hosts and their subdomains; everywhere where it is left out. */
  on: z.array(z.string()).optional(),
  /** Never on these hosts and their subdomains, where the name means something else. */
  notOn: z.array(z.string()).optional(),
});

/** One span of time in a rule's life. */
const ruleSettingsSchema = z.strictObject({
  ...dated,
  /** Instead of the rule's own; `off` switches it off. */
  severity: z.enum(['off', 'error', 'warning', 'hint']).optional(),
  /** As the rule's page describes them; what is left out keeps its default. */
  options: z.record(z.string(), z.unknown()).optional(),
});

export const configSchema = z.strictObject({
  paths: z.strictObject({
    /** Folders of the drafts. Drafts and archived issues end in one of `extensions`. */
    drafts: z.array(z.string()),
    /** Folders of the published issues. */
    archive: z.array(z.string()),
    /** Files that new drafts are made from; they may lie in the drafts' folder. */
    templates: z.array(z.string()),
    extensions: z.array(z.string()),
  }),
  sections: z.array(sectionSchema),
  /** What the items of a region look like; regions that are left out are free in form. */
  grammars: z.record(z.string(), z.enum(['link', 'event', 'cfp-project', 'cfp-event'])),
  closures: z.array(closureSchema),
  bullet: z.enum(['*', '-', '+']),
  /** Words that may stand in brackets before a link; two capital letters (a language) always may. */
  prefixes: z.array(z.string()),
  trackingParameters: z.array(trackingParameterSchema),
  /**
   * Settings by rule id. Of a rule's entries the last one that holds on the day the pull request was opened counts; where
   * none holds, the rule is off; a rule that is not named runs as it comes.
   */
  rules: z.record(z.string(), z.array(ruleSettingsSchema)),
});

/** The configuration of one newsletter, complete. */
export interface Config extends z.infer<typeof configSchema> {}

export interface TrackingParameter extends z.infer<typeof trackingParameterSchema> {}
