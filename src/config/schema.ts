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

export const configSchema = z.strictObject({
  paths: z.strictObject({
    /** Folders of the drafts, of the archive, and the template's path. Drafts and archived issues end in one of `extensions`. */
    drafts: z.array(z.string()),
    archive: z.array(z.string()),
    template: z.string().optional(),
    extensions: z.array(z.string()),
  }),
  sections: z.array(sectionSchema),
  /** Regions whose items follow the grammar of a community item. */
  itemRegions: z.array(z.string()),
  closures: z.array(closureSchema),
  bullet: z.enum(['*', '-', '+']),
  prefixes: z.array(z.string()),
  trackingParameters: z.array(z.string()),
});

/** The configuration of one newsletter, complete. */
export interface Config extends z.infer<typeof configSchema> {}
