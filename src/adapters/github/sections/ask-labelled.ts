import type { CommentPeriodConfig, TestingConfig } from '../../../config/fill-schema.ts';
import type { Window } from '../../../sections/window.ts';
import {
  type LabelledList,
  type LabelledReply,
  labelledReplySchema,
  type LabelledRepository,
  type LabelledWish,
  type ListName,
  renderLabelledQuery,
  toAlias,
} from './labelled-query.ts';
import { parseReply } from './parse-reply.ts';
import { type Query, toOwnerAndName } from './query.ts';

/** Whose threads are read; undefined where nobody asks. */
export interface LabelledWishes {
  readonly periods: CommentPeriodConfig | undefined;
  readonly testing: TestingConfig | undefined;
}

/** Of each list: few are labelled in a week, but where it is more, it may be many. */
const FIRST_PAGE = { periodCount: 30, testingCount: 10 };
const NEXT_PAGES = { periodCount: 100, testingCount: 50 };
const MAX_PAGES = 10;

/** What GitHub gives, and the repositories that it does not give. */
export interface LabelledAnswer {
  readonly read: readonly LabelledRepository[];
  readonly missing: readonly string[];
}

/** The lists of all repositories, in one request; one more for every page that a list goes on beyond its first within the window. */
export async function askLabelled(
  query: Query,
  wishes: LabelledWishes,
  { asked, window }: { readonly asked: readonly LabelledWish[]; readonly window: Window },
): Promise<LabelledAnswer> {
  const labels = { periodLabels: [wishes.periods?.label ?? ''], testingLabels: [wishes.testing?.label ?? ''] };
  const ask = async (some: readonly LabelledWish[], page: object) => {
    const reply = await query(renderLabelledQuery(some), { ...labels, ...page, ...toVariables(some) }, 'null');
    return parseReply<LabelledReply, typeof labelledReplySchema>(labelledReplySchema, reply);
  };
  const read: LabelledRepository[] = [];
  const missing: string[] = [];
  const found = await ask(asked, { ...FIRST_PAGE, after: null });
  for (const [index, { repository: wished }] of asked.entries()) {
    const repository = found[toAlias(index)];
    if (repository === null) missing.push(wished);
    if (!repository) continue;
    const { nameWithOwner, ...lists } = repository;
    // A repository that was renamed is known by the name that the configuration has.
    let whole = { ...repository, nameWithOwner: wished };
    for (const [name, list] of listEntries(lists)) {
      const readPage = async (after: string): Promise<LabelledList | undefined> => {
        const page = await ask([{ repository: nameWithOwner, lists: [name] }], { ...NEXT_PAGES, after });
        return page[toAlias(0)]?.[name];
      };
      whole = { ...whole, [name]: await readOn(list, window, readPage) };
    }
    read.push(whole);
  }
  return { read, missing };
}

/** Threads stand by when they changed last, so that what follows an older one got no label in the window. */
export function isCut({ totalCount, nodes }: LabelledList, { from }: Window): boolean {
  const last = nodes.at(-1);
  return totalCount > nodes.length && last !== undefined && Date.parse(last.updatedAt) >= Date.parse(from);
}

async function readOn(
  first: LabelledList,
  window: Window,
  readPage: (after: string) => Promise<LabelledList | undefined>,
): Promise<LabelledList> {
  let list = first;
  for (let pages = 1; pages < MAX_PAGES && isCut(list, window); pages += 1) {
    const { endCursor } = list.pageInfo;
    const page = typeof endCursor === 'string' ? await readPage(endCursor) : undefined;
    if (page === undefined || page.nodes.length === 0) return list;
    list = { ...page, nodes: [...list.nodes, ...page.nodes] };
  }
  return list;
}

function listEntries(lists: Omit<LabelledRepository, 'nameWithOwner'>): readonly [ListName, LabelledList][] {
  const { periodPulls, periodIssues, testingPulls, testingIssues } = lists;
  const all: readonly [ListName, LabelledList | undefined][] = [
    ['periodPulls', periodPulls],
    ['periodIssues', periodIssues],
    ['testingPulls', testingPulls],
    ['testingIssues', testingIssues],
  ];
  return all.flatMap(([name, list]): [ListName, LabelledList][] => (list === undefined ? [] : [[name, list]]));
}

function toVariables(asked: readonly LabelledWish[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    asked.flatMap(({ repository }, index) => {
      const { owner, name } = toOwnerAndName(repository);
      return [
        [`owner${index}`, owner],
        [`name${index}`, name],
      ];
    }),
  );
}
