import type { Config } from '../config/schema.ts';
import type { Item } from '../newsletter/issue.ts';
import type { PlacedItem, Submission } from '../newsletter/submission.ts';
import type { IssueFacts, IssueRef, PageFacts, PageKnowledge } from '../pages/page-facts.ts';
import { parseIssueLink } from '../pages/parse-issue-link.ts';
import type { PullRequestSnapshot, Turn } from '../ports.ts';
import type { Pages } from '../ports/pages.ts';
import type { Deps } from './deps.ts';

/** No review waits longer for pages: it is published without them, and renewed when they are there. */
const PATIENCE = 3000;

/** So long a review that lacks pages waits, each time, before it is renewed; then it goes without. */
const RENEWALS = [2000, 4000, 8000, 16_000, 30_000];

/** So many links of one pull request are looked at. */
const MOST_LINKS = 100;

/** When a review that still lacks pages comes back, in milliseconds; undefined where it has come back often enough. */
export function getRenewalWait(attempt: number): number | undefined {
  return RENEWALS[attempt];
}

/**
 * What is behind the links that a pull request adds or changes, as far as that is known within some seconds. What comes
 * later is remembered by `deps.pages` for the next time. undefined where nobody is to look at pages.
 */
export async function knowPages(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  submission: Submission,
  turn: Turn,
): Promise<PageKnowledge | undefined> {
  const { config } = snapshot.configuration;
  if (deps.pages === undefined || config.pages === 'off') return undefined;
  const items = listItems(submission);
  const links = [...new Set(items.flatMap(({ item }) => listLinks(item)))];
  const facts = new Map<string, PageFacts>();
  const issues = new Map<string, IssueFacts>();
  const wanted = links.slice(0, MOST_LINKS);
  const unread = links.length - wanted.length;
  if (wanted.length === 0) return { facts, issues, pending: 0, unread };
  const { pages } = deps;
  const { login } = snapshot.author;
  const all = Promise.all([
    ...wanted.map(async (url) => readWithTwin((address) => pages.read(address, login), url, facts)),
    readCalledIssues(deps, snapshot, listCalls(items, config), issues),
  ]);
  await Promise.race([all, deps.clock.sleep(PATIENCE)]);
  const pending = wanted.filter((url) => !facts.has(url)).length;
  const isLast = getRenewalWait(turn.attempt) === undefined;
  // What is still on its way changes nothing any more: rules see one state of it.
  const known = { facts: new Map(facts), issues: new Map(issues) };
  return isLast ? { ...known, pending: 0, unread: unread + pending } : { ...known, pending, unread };
}

/** Whether a page answers by https as well is asked only where it does not lead there by itself. */
async function readWithTwin(read: Pages['read'], url: string, facts: Map<string, PageFacts>): Promise<void> {
  const known = await read(url);
  const needsTwin = /^http:/i.test(url) && known.kind === 'page' && !known.evidence.finalUrl.startsWith('https:');
  if (needsTwin) {
    const twin = url.replace(/^http:/i, 'https:');
    facts.set(twin, await read(twin));
  }
  facts.set(url, known);
}

async function readCalledIssues(
  deps: Deps,
  { ref }: PullRequestSnapshot,
  calls: ReadonlyMap<string, IssueRef>,
  issues: Map<string, IssueFacts>,
): Promise<void> {
  if (calls.size === 0 || deps.issues === undefined) return;
  const read = await deps.issues.readCalledIssues(ref, [...calls.values()]);
  if (!read.ok) {
    deps.log.warn({ trouble: read.trouble }, 'The issues of calls for participation could not be read');
    return;
  }
  for (const [index, url] of [...calls.keys()].entries()) {
    const known = read.value[index];
    if (known !== undefined) issues.set(url, known);
  }
}

function listItems({ files }: Submission): readonly PlacedItem[] {
  return files
    .filter(({ role }) => role !== 'template')
    .flatMap(({ changes }) =>
      changes.flatMap((change) => (change.kind === 'added' || change.kind === 'changed' ? [change.after] : [])),
    );
}

function listLinks(item: Item): readonly string[] {
  const own = item.entry.links.map(({ url }) => url.text).filter((url) => /^https?:\/\/[^/\s]/i.test(url));
  return [...own, ...item.children.flatMap(listLinks)];
}

function listCalls(items: readonly PlacedItem[], { grammars }: Config): ReadonlyMap<string, IssueRef> {
  const links = items.filter(({ region }) => grammars[region] === 'cfp-project').flatMap(({ item }) => listLinks(item));
  return new Map(
    links.flatMap((url) => {
      const issue = parseIssueLink(url);
      return issue === undefined ? [] : [[url, issue] as const];
    }),
  );
}
