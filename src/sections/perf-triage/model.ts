import type { TriageConfig } from '../../config/fill-schema.ts';
import { isSelfContained } from '../../newsletter/is-self-contained.ts';
import type { Week } from '../week.ts';
import { getDayBefore } from '../window.ts';

/** A log of the triage. */
export interface TriageLog {
  /** In its repository: `triage/2026/2026-02-23.md`. */
  readonly path: string;
  /** Of the commit that added it. */
  readonly commit: string;
  readonly text: string;
}

/** The log of the week, as the section shows it. */
export interface Triage {
  /** What stands above the details, without the title. */
  readonly summary: string;
  readonly url: string;
  /** Why it cannot be shown, one sentence; undefined where it can. */
  readonly flaw: string | undefined;
}

/**
 * The newest log of the eight days before an issue; undefined where there is none. Whether its table is shown is a habit of who
 * wrote it: their last published section decides, else the configuration.
 */
export function modelTriage(
  logs: readonly TriageLog[],
  config: TriageConfig,
  { issue, earlierBodies }: Pick<Week, 'issue' | 'earlierBodies'>,
): Triage | undefined {
  const first = getDayBefore(issue, 8);
  const dated = logs.flatMap((log) => {
    const [day] = /\d{4}-\d{2}-\d{2}(?=\.md$)/.exec(log.path) ?? [];
    return day !== undefined && day > first && day <= issue ? [{ log, day }] : [];
  });
  const newest = dated.toSorted((one, other) => (one.day < other.day ? 1 : -1))[0]?.log;
  if (newest === undefined) return undefined;
  const whole = cutDetails(newest.text);
  const summary = keepsTable(whole, earlierBodies['perf-triage'] ?? [], config) ? whole : cutTable(whole);
  return {
    summary,
    flaw: findFlaw(summary),
    url: `https://github.com/${config.repository}/blob/${newest.commit}/${newest.path}`,
  };
}

function findFlaw(summary: string): string | undefined {
  if (summary.trim() === '') return 'There is nothing above the details in the triage log of this week.';
  return isSelfContained(summary)
    ? undefined
    : 'The triage log of this week opens code or a comment that it does not close: fill this section by hand.';
}

function keepsTable(summary: string, earlier: readonly string[], config: TriageConfig): boolean {
  const author = getAuthor(summary);
  const last = author === undefined ? undefined : earlier.find((body) => getAuthor(body) === author);
  return last === undefined ? config.summary === 'keep' : /^\|/m.test(last);
}

function getAuthor(text: string): string | undefined {
  return /^Triage done by \*\*@([\w-]{1,40})\*\*/m.exec(text)?.[1]?.toLowerCase();
}

/** All before the first heading of the details, without the title. */
function cutDetails(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => line.startsWith('#### '));
  const kept = end === -1 ? lines : lines.slice(0, end);
  return kept
    .filter((line, index) => !(index === kept.findIndex((other) => other.trim() !== '') && line.startsWith('# ')))
    .join('\n')
    .trim();
}

/** Without the table below `Summary`, and that word. */
function cutTable(summary: string): string {
  const lines = summary.split('\n').filter((line) => !line.startsWith('|') && !/^\*\*Summary\*\*:?$/.test(line.trim()));
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}
