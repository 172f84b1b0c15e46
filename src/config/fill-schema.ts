import { z } from 'zod';
import { headingSchema, wordSchema } from './word-schema.ts';

const sectionHeadingSchema = headingSchema.describe('The heading of the section, as the draft words it.');
const proseSchema = z.string().max(5000);
const repositorySchema = z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'a repository as owner/name');
const urlSchema = z.url({ protocol: /^https?$/ }).max(2000);

const cutSchema = z.strictObject({
  daysBefore: z.int().min(0).max(6).describe('So many days before the date of the issue.'),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM')
    .describe('At this time, HH:MM in UTC.'),
});

const titlesSchema = z.strictObject({
  types: z
    .array(wordSchema)
    .max(50)
    .describe('Words that open a title like `fix(scope): …`: the word goes and the scope stays, in code.'),
  dropped: z
    .array(
      z.strictObject({
        repository: repositorySchema.optional().describe('Only in this one; without it everywhere.'),
        words: z.array(wordSchema).max(50).describe('The words, without the colon.'),
      }),
    )
    .max(50)
    .describe('Words that are cut with their colon from the start of a title, everywhere or in one repository.'),
  repeated: z
    .array(headingSchema)
    .max(50)
    .describe('Sub-headings that a title need not repeat: their name is cut from its start.'),
  replacements: z
    .array(
      z.strictObject({
        from: wordSchema.describe('As it stands in titles.'),
        to: z.string().max(200).describe('As it is listed.'),
      }),
    )
    .max(100)
    .describe('What is written instead; letters only as whole words.'),
  codeWords: z.array(wordSchema).max(500).describe('Words that are set in code wherever they stand alone.'),
});

const placeSchema = { heading: headingSchema.describe('The sub-heading that it leads to.') };

const mergedRepositorySchema = z.strictObject({
  repository: repositorySchema.describe('As owner/name.'),
  heading: headingSchema.describe('The sub-heading of what nothing else places.'),
  prefix: z.string().max(50).optional().describe('Stands before each of its titles, with its colon.'),
  labels: z
    .array(z.strictObject({ label: wordSchema.describe('Its name on GitHub.'), ...placeSchema }))
    .max(50)
    .optional()
    .describe('Labels that decide on the sub-heading, the strongest first.'),
  paths: z
    .array(z.strictObject({ path: wordSchema.describe('How the paths in it begin.'), ...placeSchema }))
    .max(50)
    .optional()
    .describe('Where no label decides: the folder that most changed files lie in.'),
  usual: z.int().min(0).max(200).describe('How many entries it usually has in an issue.'),
  list: z
    .enum(['full', 'shortlist'])
    .describe('`shortlist` offers twice as many as usual, the upper half ticked; `full` just lists them.'),
});

const updatesSchema = z.strictObject({
  heading: sectionHeadingSchema,
  organisation: wordSchema.describe('Whose merged pull requests are counted.'),
  range: z
    .strictObject({
      from: z.int().min(0).max(60).describe('The first day: so many days before.'),
      until: z.int().min(0).max(60).describe('The last day, likewise: a smaller number.'),
    })
    .refine(({ from, until }) => from >= until, 'The days end before they begin: write a larger number for the first.')
    .describe('The days that are counted, in days before the date of the issue, both included.'),
  intro: proseSchema.describe('First lines: `{count}` pull requests, and `{url}` of their list.'),
  headings: z.array(headingSchema).max(50).describe('The sub-headings in their order.'),
  repositories: z.array(mergedRepositorySchema).min(1).max(50).describe('Whose merged pull requests are listed.'),
  excluded: z
    .array(
      z.strictObject({
        repository: repositorySchema.optional().describe('Only in this one; without it everywhere.'),
        starts: z.array(wordSchema).max(50).describe('In any case.'),
      }),
    )
    .max(50)
    .describe('Titles that are never listed, by how they start.'),
  pickRates: z
    .record(repositorySchema, z.record(z.string().max(50), z.number().min(0).max(1)))
    .describe(
      'By repository and by how a title starts, which part of them is listed; an empty start stands for all others.',
    ),
  pastWeeks: z
    .int()
    .min(0)
    .max(52)
    .default(26)
    .describe(
      'Of so many published issues GitHub is asked what they passed over, so that what editors pick is learnt; 0 for none. Until some are known, `pickRates` ranks.',
    ),
  titles: titlesSchema.describe('How a title becomes a line.'),
});

const rfcsSchema = z.strictObject({
  heading: sectionHeadingSchema,
  repository: repositorySchema.describe('As owner/name.'),
  intro: proseSchema.describe('What stands above the list.'),
  none: proseSchema.describe('What stands instead of an empty list.'),
});

const groupSchema = z.strictObject({
  name: wordSchema.describe('As the group is called.'),
  repository: repositorySchema.describe('As owner/name.'),
  url: urlSchema.describe('Of the list that the name links to.'),
  suffix: z.string().max(500).optional().describe('Markdown behind the linked name.'),
});

const labelledSchema = z.strictObject({
  heading: sectionHeadingSchema,
  label: wordSchema.describe('Whoever gets this label in the week is listed.'),
  intro: proseSchema.describe('What stands above the groups, with a heading of its own if there is one.'),
  groupLevel: z.int().min(1).max(6).describe('The level of the groups’ headings.'),
  groups: z.array(groupSchema).min(1).max(30).describe('The repositories in their order.'),
  noneStart: proseSchema.describe('Opens the sentence about groups without items.'),
  noneEnd: z.string().max(200).describe('Closes it.'),
  outro: proseSchema.describe('What stands below.'),
});

const commentPeriodSchema = labelledSchema.extend({
  dispositions: z
    .array(
      z.strictObject({
        label: wordSchema.describe('Its name on GitHub.'),
        tag: z.string().max(100).describe('The text before the title.'),
      }),
    )
    .max(20)
    .describe('Labels that say how it will end, and what stands before the title then; empty for nothing.'),
  undecided: z.string().max(100).describe('What stands before the title without such a label; empty for nothing.'),
});

const testingSchema = labelledSchema.extend({
  steps: wordSchema.describe('The text of the link to the comment that says how to test.'),
});

const triageSchema = z.strictObject({
  heading: sectionHeadingSchema,
  repository: repositorySchema.describe('As owner/name.'),
  folder: wordSchema.describe('Where the logs lie, by year.'),
  report: wordSchema.describe('The text of the link to the whole log.'),
  summary: z.enum(['keep', 'drop']).describe('Whether the table of the summary is kept.'),
});

const off = z.literal(false);

/** Sections that are filled from GitHub; `false` leaves one to its editors. */
export const fillSchema = z.strictObject({
  cut: cutSchema.describe('When a week ends, where no earlier fill says when it did.'),
  updates: z
    .union([updatesSchema, off])
    .describe('What was merged; `false` leaves the section alone, as for all below.'),
  perfTriage: z.union([triageSchema, off]).describe('The log of the performance triage.'),
  approvedRfcs: z
    .union([rfcsSchema.extend({ folder: wordSchema.describe('Texts that are added here are approved.') }), off])
    .describe('Proposals that were approved.'),
  finalCommentPeriod: z.union([commentPeriodSchema, off]).describe('What is about to be decided.'),
  callsForTesting: z.union([testingSchema, off]).describe('What wants to be tested.'),
  newRfcs: z.union([rfcsSchema, off]).describe('Proposals that were opened.'),
});

/** How the generated sections of a newsletter are made. */
export interface FillConfig extends z.infer<typeof fillSchema> {}

export interface UpdatesConfig extends z.infer<typeof updatesSchema> {}
export interface MergedRepository extends z.infer<typeof mergedRepositorySchema> {}
export interface TitleConfig extends z.infer<typeof titlesSchema> {}
export interface LabelledConfig extends z.infer<typeof labelledSchema> {}
export interface CommentPeriodConfig extends z.infer<typeof commentPeriodSchema> {}
export interface TestingConfig extends z.infer<typeof testingSchema> {}
export interface GroupConfig extends z.infer<typeof groupSchema> {}
export interface RfcsConfig extends z.infer<typeof rfcsSchema> {}
export interface TriageConfig extends z.infer<typeof triageSchema> {}
