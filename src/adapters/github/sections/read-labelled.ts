import type { LabelledConfig } from '../../../config/fill-schema.ts';
import type { TestableThread } from '../../../sections/calls-for-testing/model.ts';
import type { SourceReading } from '../../../sections/source-reading.ts';
import type { Window } from '../../../sections/window.ts';
import { askLabelled, isCut, type LabelledAnswer, type LabelledWishes } from './ask-labelled.ts';
import { type LabelledList, type LabelledNode, type ListName, PERIOD_LISTS, TESTING_LISTS } from './labelled-query.ts';
import type { Query } from './query.ts';

export interface LabelledReadings {
  readonly periods: SourceReading<TestableThread> | undefined;
  readonly testing: SourceReading<TestableThread> | undefined;
}

/** By section, its window. */
interface LabelledWindows {
  readonly periods: Window;
  readonly testing: Window;
}

/** Reads what got a label since the window of each section began, in one request for all repositories of both sections as long as they have few. */
export async function readLabelled(
  query: Query,
  wishes: LabelledWishes,
  windows: LabelledWindows,
): Promise<LabelledReadings> {
  const asked = listRepositories(wishes).map((repository) => ({
    repository,
    lists: [
      ...(hasRepository(wishes.periods, repository) ? PERIOD_LISTS : []),
      ...(hasRepository(wishes.testing, repository) ? TESTING_LISTS : []),
    ],
  }));
  const { periods, testing } = windows;
  const window = Date.parse(periods.from) < Date.parse(testing.from) ? periods : testing;
  const answer = await askLabelled(query, wishes, { asked, window });
  return {
    periods: toReading(answer, wishes.periods, periods, PERIOD_LISTS),
    testing: toReading(answer, wishes.testing, testing, TESTING_LISTS),
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
  { read, missing }: LabelledAnswer,
  config: LabelledConfig | undefined,
  window: Window,
  names: readonly ListName[],
): SourceReading<TestableThread> | undefined {
  if (config === undefined) return undefined;
  const absent = missing.filter((repository) => hasRepository(config, repository));
  const lists = read.flatMap((of) =>
    names.flatMap((name) => {
      const list = of[name];
      return list === undefined ? [] : [{ repository: of.nameWithOwner, list }];
    }),
  );
  const cut = lists.find(({ list }) => isCut(list, window));
  const items = lists.flatMap(({ repository, list }) => list.nodes.map((node) => toThread(repository, node)));
  return {
    items,
    queried: config.groups.map(({ name, repository, url }) => {
      const count = items.filter((item) => item.repository.toLowerCase() === repository.toLowerCase()).length;
      return { what: 'thread', which: `with ${config.label} in ${name}`, url, count, ...window };
    }),
    gap: absent.length > 0 ? tellMissing(absent) : cut && tellCut(cut.list, config.label),
  };
}

function tellMissing(repositories: readonly string[]): string {
  return `GitHub does not give ${repositories.join(', ')}: check that the configuration names what exists.`;
}

function tellCut({ nodes, totalCount }: LabelledList, label: string): string {
  return `GitHub gave ${nodes.length} of ${totalCount} threads with the label ${label}: fill this section by hand.`;
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
