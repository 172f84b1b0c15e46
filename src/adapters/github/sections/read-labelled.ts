import type { CommentPeriodConfig, LabelledConfig, TestingConfig } from '../../../config/fill-schema.ts';
import type { TestableThread } from '../../../sections/calls-for-testing/model.ts';
import type { SourceReading } from '../../../sections/source-reading.ts';
import type { Window } from '../../../sections/window.ts';
import {
  type LabelledList,
  type LabelledNode,
  type LabelledReply,
  labelledReplySchema,
  type LabelledRepository,
  renderLabelledQuery,
} from './labelled-query.ts';
import { parseReply } from './parse-reply.ts';
import { type Query, toOwnerAndName } from './query.ts';

/** Whose threads are read; undefined where nobody asks. */
export interface LabelledWishes {
  readonly periods: CommentPeriodConfig | undefined;
  readonly testing: TestingConfig | undefined;
}

export interface LabelledReadings {
  readonly periods: SourceReading<TestableThread> | undefined;
  readonly testing: SourceReading<TestableThread> | undefined;
}

/** Reads what got a label in a window, in one request for all repositories of both sections. */
export async function readLabelled(query: Query, wishes: LabelledWishes, window: Window): Promise<LabelledReadings> {
  const repositories = listRepositories(wishes);
  const asked = repositories.map((repository) => ({
    repository,
    isPeriod: hasRepository(wishes.periods, repository),
    isTesting: hasRepository(wishes.testing, repository),
  }));
  const reply = parseReply<LabelledReply, typeof labelledReplySchema>(
    labelledReplySchema,
    await query(renderLabelledQuery(asked), {
      ...(wishes.periods === undefined ? {} : { periodLabels: [wishes.periods.label] }),
      ...(wishes.testing === undefined ? {} : { testingLabels: [wishes.testing.label] }),
      ...Object.fromEntries(
        repositories.flatMap((repository, index) => {
          const { owner, name } = toOwnerAndName(repository);
          return [
            [`owner${index}`, owner],
            [`name${index}`, name],
          ];
        }),
      ),
    }),
  );
  const read = Object.values(reply);
  return {
    periods: toReading(read, wishes.periods, window, ({ periodPulls, periodIssues }) => [periodPulls, periodIssues]),
    testing: toReading(read, wishes.testing, window, ({ testingPulls, testingIssues }) => [
      testingPulls,
      testingIssues,
    ]),
  };
}

function listRepositories({ periods, testing }: LabelledWishes): readonly string[] {
  const groups = [...(periods?.groups ?? []), ...(testing?.groups ?? [])];
  return [...new Map(groups.map(({ repository }) => [repository.toLowerCase(), repository])).values()];
}

function hasRepository(config: LabelledConfig | undefined, repository: string): boolean {
  return config?.groups.some((group) => group.repository.toLowerCase() === repository.toLowerCase()) === true;
}

function toReading(
  repositories: readonly LabelledRepository[],
  config: LabelledConfig | undefined,
  window: Window,
  pick: (repository: LabelledRepository) => readonly (LabelledList | undefined)[],
): SourceReading<TestableThread> | undefined {
  if (config === undefined) return undefined;
  const lists = repositories.flatMap((of) =>
    pick(of).flatMap((list) => (list === undefined ? [] : [{ repository: of.nameWithOwner, list }])),
  );
  const cut = lists.find(({ list }) => isCut(list, window));
  const items = lists.flatMap(({ repository, list }) => list.nodes.map((node) => toThread(repository, node)));
  return {
    items,
    queried: config.groups.map(({ name, repository, url }) => {
      const count = items.filter((item) => item.repository.toLowerCase() === repository.toLowerCase()).length;
      return { what: `${config.label} in ${name}`, url, count, ...window };
    }),
    gap:
      cut === undefined
        ? undefined
        : `GitHub gave ${cut.list.nodes.length} of ${cut.list.totalCount} threads with the label ${config.label}: fill this section by hand.`,
  };
}

/** Threads stand by when they changed last, so that what follows an older one got no label in the window. */
function isCut({ totalCount, nodes }: LabelledList, { from }: Window): boolean {
  const last = nodes.at(-1);
  return totalCount > nodes.length && last !== undefined && Date.parse(last.updatedAt) >= Date.parse(from);
}

const MEMBERS = new Set(['MEMBER', 'OWNER', 'COLLABORATOR']);

function toThread(repository: string, node: LabelledNode): TestableThread {
  const { number, title, url, labels, comments, timelineItems } = node;
  return {
    repository,
    number,
    title,
    url,
    labels: labels?.nodes.map(({ name }) => name) ?? [],
    labelled: timelineItems.nodes.map(({ createdAt, label }) => ({ label: label.name, at: createdAt })),
    comments: (comments?.nodes ?? []).map((comment) => ({
      url: comment.url,
      text: comment.body,
      isByMember: MEMBERS.has(comment.authorAssociation),
    })),
  };
}
