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
  /** Regions whose items follow the grammar of a community item. */
  itemRegions: z.array(z.string()),
  closures: z.array(closureSchema),
  bullet: z.enum(['*', '-', '+']),
  /** Words that may stand in brackets before a link; two capital letters (a language) always may. */
  prefixes: z.array(z.string()),
  trackingParameters: z.array(trackingParameterSchema),
});

/** The configuration of one newsletter, complete. */
export interface Config extends z.infer<typeof configSchema> {}

export interface TrackingParameter extends z.infer<typeof trackingParameterSchema> {}
