import type { RfcsConfig } from '../../../config/fill-schema.ts';
import type { MergedRfc } from '../../../sections/approved-rfcs/model.ts';
import type { OpenedRfc } from '../../../sections/new-rfcs/model.ts';
import type { SourceReading } from '../../../sections/source-reading.ts';
import type { Window } from '../../../sections/window.ts';
import { ApiTrouble } from '../api-trouble.ts';
import { createPageTrail } from '../page-trail.ts';
import { askRfcs, type MergedRfcNode, type RfcLists, type RfcPages } from './ask-rfcs.ts';
import type { Query } from './query.ts';
import { readSource, toEmptyReading } from './read-source.ts';

const DAY = 86_400_000;

/** More pages than this a week has not. */
const MAX_PAGES = 5;

/** The settings of a section and its window; undefined where nobody asks for it. */
export interface RfcWishes {
  readonly approved: { readonly config: RfcsConfig & { readonly folder: string }; readonly window: Window } | undefined;
  readonly opened: { readonly config: RfcsConfig; readonly window: Window } | undefined;
}

export interface RfcReadings {
  readonly approvedRfcs: SourceReading<MergedRfc> | undefined;
  readonly newRfcs: SourceReading<OpenedRfc> | undefined;
}

/**
 * Reads which pull requests changed the folder of approved texts in a window, and what they added, and which were opened:
 * in one request as long as one page of each is enough, and GitHub gives both.
 */
export async function readRfcs(query: Query, { approved, opened }: RfcWishes): Promise<RfcReadings> {
  const lists = { approved: approved && toApprovedList(approved), opened: opened?.config };
  const leaveToEach = (): undefined => undefined;
  const first = await readSource('the proposals', leaveToEach, () => askRfcs(query, lists, null));
  const readOn =
    (some: RfcLists) =>
    (after: string | null): Promise<RfcPages> =>
      after === null && first !== undefined ? Promise.resolve(first) : askRfcs(query, some, after);
  return {
    approvedRfcs:
      approved &&
      (await readSource('the approved proposals', toEmptyReading, () =>
        readApproved(approved, readOn({ approved: lists.approved })),
      )),
    newRfcs:
      opened &&
      (await readSource('the new proposals', toEmptyReading, () =>
        readOpened(opened, readOn({ opened: lists.opened })),
      )),
  };
}

/** Gives the page at a cursor, null for the first. */
type ReadPage = (after: string | null) => Promise<RfcPages>;

function toApprovedList({ config: { repository, folder }, window }: NonNullable<RfcWishes['approved']>) {
  // A commit may be older than its merge.
  return { repository, folder, since: new Date(Date.parse(window.from) - DAY).toISOString() };
}

async function readApproved(
  { config: { repository, folder }, window }: NonNullable<RfcWishes['approved']>,
  readPage: ReadPage,
): Promise<SourceReading<MergedRfc>> {
  const { items, isCut } = await collectPages(async (after) => {
    const { approved } = await readPage(after);
    const history = approved?.defaultBranchRef?.target?.history;
    if (!approved || history === undefined) throw new ApiTrouble({ kind: 'absent', reason: `no ${repository}` });
    const merged = history.nodes.flatMap(({ associatedPullRequests }) => associatedPullRequests?.nodes ?? []);
    return {
      items: merged.flatMap((pull) => toMerged(approved.nameWithOwner, pull) ?? []),
      next: history.pageInfo.hasNextPage ? history.pageInfo.endCursor : undefined,
    };
  });
  const url = `https://github.com/${repository}/commits/HEAD/${folder}`;
  return {
    items,
    queried: [{ what: 'pull request', which: `that changed ${folder}`, url, count: items.length, ...window }],
    gap: isCut
      ? 'The folder of approved texts changed more often than can be read: fill this section by hand.'
      : undefined,
  };
}

async function readOpened(
  { config: { repository }, window }: NonNullable<RfcWishes['opened']>,
  readPage: ReadPage,
): Promise<SourceReading<OpenedRfc>> {
  const { items, isCut } = await collectPages(async (after) => {
    const { opened } = await readPage(after);
    if (!opened) throw new ApiTrouble({ kind: 'absent', reason: `no ${repository}` });
    const { nodes, pageInfo: page } = opened.pullRequests;
    const last = nodes.at(-1);
    const isOlder = last !== undefined && Date.parse(last.createdAt) < Date.parse(window.from);
    return {
      items: nodes.map((node) => ({ ...node, repository: opened.nameWithOwner })),
      next: page.hasNextPage && !isOlder ? page.endCursor : undefined,
    };
  });
  const inWindow = items.filter(({ createdAt }) => Date.parse(createdAt) >= Date.parse(window.from));
  const url = `https://github.com/${repository}/pulls`;
  return {
    items: inWindow,
    queried: [{ what: 'pull request', which: 'opened', url, count: inWindow.length, ...window }],
    gap: isCut ? 'More proposals were opened than can be read: fill this section by hand.' : undefined,
  };
}

/** undefined for what is not merged. */
function toMerged(repository: string, { mergedAt, files, ...thread }: MergedRfcNode): MergedRfc | undefined {
  if (mergedAt === null) return undefined;
  const added = (files?.nodes ?? []).filter(({ changeType }) => changeType === 'ADDED').map(({ path }) => path);
  return { ...thread, repository, mergedAt, added };
}

interface Page<Item> {
  readonly items: readonly Item[];
  /** undefined after the last. */
  readonly next: string | null | undefined;
}

async function collectPages<Item>(
  read: (after: string | null) => Promise<Page<Item>>,
): Promise<{ items: readonly Item[]; isCut: boolean }> {
  const items: Item[] = [];
  let after: string | null = null;
  const goOn = createPageTrail<string>();
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const page: Page<Item> = await read(after);
    items.push(...page.items);
    if (page.next === undefined) return { items, isCut: false };
    after = goOn(page.next);
  }
  return { items, isCut: true };
}
