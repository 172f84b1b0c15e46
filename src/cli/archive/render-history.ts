import type { ArchivedLink } from '../../archive/archived-link.ts';
import { toTerminalText } from '../terminal-text.ts';
import type { LinkHistory } from './find-link.ts';

/** So many links of the site are named; the others are counted. */
const NAMED = 5;

/** A link's history for people. */
export function renderHistory({ runs, fromSite, site }: LinkHistory): string {
  const own = runs.length === 0 ? ['This link has not run.'] : [`This link ran ${times(runs.length)}:`, ...list(runs)];
  return [...own, ...renderSite(toTerminalText(site), fromSite, runs.length > 0)].join('\n');
}

function renderSite(name: string, links: readonly ArchivedLink[], hasRun: boolean): readonly string[] {
  if (links.length === 0) return [`Nothing ${hasRun ? 'else ' : ''}ran from ${name}.`];
  const amount = `${links.length}${hasRun ? ' more' : ''} ${links.length === 1 ? 'link' : 'links'}`;
  return [
    `From ${name} ran ${amount}: ${renderSections(links)}.`,
    ...(links.length > NAMED ? [`The latest ${NAMED}:`] : []),
    ...list(links.slice(0, NAMED)),
  ];
}

/** A link's history for programs, one line. */
export function renderHistoryJson(url: string, { identity, site, runs, fromSite }: LinkHistory): string {
  return JSON.stringify({ url, identity, site, runs: runs.map(toRecord), fromSite: fromSite.map(toRecord) });
}

function toRecord({ date, number, path, line, section, prefix, title, url }: ArchivedLink) {
  return { date, number: number ?? null, path, line, section, prefix, title, url };
}

function times(number: number): string {
  if (number === 1) return 'once';
  return number === 2 ? 'twice' : `${number} times`;
}

/** The most frequent first. */
function renderSections(links: readonly ArchivedLink[]): string {
  const counts = new Map<string, number>();
  for (const { section } of links) counts.set(section, (counts.get(section) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([section, number]) => `${number} in ${toTerminalText(section)}`)
    .join(', ');
}

function list(links: readonly ArchivedLink[]): readonly string[] {
  return links.flatMap(({ date, number, section, prefix, title, path, line }) => [
    `  ${date}${number === undefined ? '' : `  issue ${number}`}  ${toTerminalText(section)}`,
    `      ${toTerminalText([prefix, title].join(' ').trim())}`,
    `      ${toTerminalText(path)}:${line}`,
  ]);
}
