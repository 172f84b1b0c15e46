import { z } from 'zod';
import { nodesOf } from '../pull-request-query.ts';
import {
  LABEL_TIME,
  PERIOD_ISSUES,
  PERIOD_PULLS,
  type PeriodIssuesFragment,
  type PeriodPullsFragment,
  TESTING_COMMENT,
  TESTING_ISSUES,
  TESTING_PULLS,
  type TestingIssuesFragment,
  type TestingPullsFragment,
} from './queries.generated.ts';

/** The lists of labelled threads of a repository, and what is asked of each. */
const FRAGMENTS = {
  periodPulls: { spread: '...PeriodPulls', texts: [PERIOD_PULLS] },
  periodIssues: { spread: '...PeriodIssues', texts: [PERIOD_ISSUES] },
  testingPulls: { spread: '...TestingPulls', texts: [TESTING_PULLS, TESTING_COMMENT] },
  testingIssues: { spread: '...TestingIssues', texts: [TESTING_ISSUES, TESTING_COMMENT] },
} as const;

export type ListName = keyof typeof FRAGMENTS;

export const PERIOD_LISTS: readonly ListName[] = ['periodPulls', 'periodIssues'];
export const TESTING_LISTS: readonly ListName[] = ['testingPulls', 'testingIssues'];

/** Which lists a repository is asked for. */
export interface LabelledWish {
  /** `owner/name` */
  readonly repository: string;
  readonly lists: readonly ListName[];
}

/**
 * One query for the labelled threads of several repositories, aliased `r0`, `r1` …; variables `ownerN` and `nameN` for each, and
 * `after` for all lists.
 */
export function renderLabelledQuery(wishes: readonly LabelledWish[]): string {
  const lists = [...new Set(wishes.flatMap((wish) => wish.lists))];
  const declared = [
    '$after: String',
    ...(lists.some((list) => PERIOD_LISTS.includes(list)) ? ['$periodLabels: [String!], $periodCount: Int!'] : []),
    ...(lists.some((list) => TESTING_LISTS.includes(list)) ? ['$testingLabels: [String!], $testingCount: Int!'] : []),
    ...wishes.flatMap((_, index) => [`$owner${index}: String!`, `$name${index}: String!`]),
  ];
  const fields = wishes.map((wish, index) => {
    const spreads = wish.lists.map((list) => FRAGMENTS[list].spread).join(' ');
    return `  ${toAlias(index)}: repository(owner: $owner${index}, name: $name${index}) { nameWithOwner ${spreads} }`;
  });
  const texts = new Set(lists.flatMap((list) => FRAGMENTS[list].texts));
  return [`query ReadLabelled(${declared.join(', ')}) {`, ...fields, '}', ...texts, LABEL_TIME].join('\n');
}

/** By what name a repository stands in the reply. */
export function toAlias(index: number): string {
  return `r${index}`;
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

const listSchema = z.object({
  totalCount: z.number(),
  pageInfo: z.object({ endCursor: z.string().nullish() }),
  nodes: nodesOf(threadSchema),
});

const repositorySchema = z.object({
  nameWithOwner: z.string(),
  periodPulls: listSchema.optional(),
  periodIssues: listSchema.optional(),
  testingPulls: listSchema.optional(),
  testingIssues: listSchema.optional(),
});

/** By alias; null where the repository is not there, or not for us. */
export const labelledReplySchema = z.record(z.string(), repositorySchema.nullable());

/** What GitHub says of each repository, by its schema. */
export type LabelledReply = Readonly<
  Record<
    string,
    | ({ readonly nameWithOwner: string } & Partial<
        PeriodPullsFragment & PeriodIssuesFragment & TestingPullsFragment & TestingIssuesFragment
      >)
    | null
  >
>;

export type LabelledRepository = z.infer<typeof repositorySchema>;
export type LabelledList = z.infer<typeof listSchema>;
export type LabelledNode = z.infer<typeof threadSchema>;
