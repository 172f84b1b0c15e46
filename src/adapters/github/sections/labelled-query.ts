import { z } from 'zod';
import { nodesOf } from '../pull-request-query.ts';
import {
  COMMENT_PERIODS,
  type CommentPeriodsFragment,
  TESTING_CALLS,
  type TestingCallsFragment,
} from './queries.generated.ts';

/** Which lists a repository is asked for. */
export interface LabelledWish {
  /** `owner/name` */
  readonly repository: string;
  readonly isPeriod: boolean;
  readonly isTesting: boolean;
}

/** One query for the labelled threads of several repositories, aliased `r0`, `r1` …; variables `ownerN` and `nameN` for each. */
export function renderLabelledQuery(wishes: readonly LabelledWish[]): string {
  const has = { periods: wishes.some(({ isPeriod }) => isPeriod), testing: wishes.some(({ isTesting }) => isTesting) };
  const declared = [
    ...(has.periods ? ['$periodLabels: [String!]'] : []),
    ...(has.testing ? ['$testingLabels: [String!]'] : []),
    ...wishes.flatMap((_, index) => [`$owner${index}: String!`, `$name${index}: String!`]),
  ];
  const fields = wishes.map(
    ({ isPeriod, isTesting }, index) =>
      `  r${index}: repository(owner: $owner${index}, name: $name${index}) { nameWithOwner${isPeriod ? ' ...CommentPeriods' : ''}${isTesting ? ' ...TestingCalls' : ''} }`,
  );
  return [
    `query ReadLabelled(${declared.join(', ')}) {`,
    ...fields,
    '}',
    ...(has.periods ? [COMMENT_PERIODS] : []),
    ...(has.testing ? [TESTING_CALLS] : []),
  ].join('\n');
}

/** Other events are empty records, though only this kind is asked for. */
const eventSchema = z.object({ createdAt: z.string(), label: z.object({ name: z.string() }) });

const threadSchema = z.object({
  number: z.number(),
  title: z.string(),
  url: z.string(),
  updatedAt: z.string(),
  labels: z.object({ nodes: nodesOf(z.object({ name: z.string() })) }).nullish(),
  comments: z
    .object({ nodes: nodesOf(z.object({ url: z.string(), body: z.string(), authorAssociation: z.string() })) })
    .nullish(),
  timelineItems: z.object({ nodes: nodesOf(eventSchema) }),
});

const listSchema = z.object({ totalCount: z.number(), nodes: nodesOf(threadSchema) });

const repositorySchema = z.object({
  nameWithOwner: z.string(),
  periodPulls: listSchema.optional(),
  periodIssues: listSchema.optional(),
  testingPulls: listSchema.optional(),
  testingIssues: listSchema.optional(),
});

/** By alias. */
export const labelledReplySchema = z.record(z.string(), repositorySchema);

/** What GitHub says of each repository, by its schema. */
export type LabelledReply = Readonly<
  Record<string, { readonly nameWithOwner: string } & Partial<CommentPeriodsFragment & TestingCallsFragment>>
>;

export type LabelledRepository = z.infer<typeof repositorySchema>;
export type LabelledList = z.infer<typeof listSchema>;
export type LabelledNode = z.infer<typeof threadSchema>;
