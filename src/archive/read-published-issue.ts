import { findOverCap } from '../newsletter/caps.ts';
import type { DraftText } from '../newsletter/changed-file.ts';
import type { Issue, Item, Section } from '../newsletter/issue.ts';
import { parseIssue } from '../newsletter/parse-issue.ts';
import { getLinkIdentity } from './link-identity.ts';
import type { ArchiveSettings, PublishedIssue, ArchivedLink } from './archived-link.ts';
import { cutIssue } from './cut-issue.ts';
import { getSite } from './site.ts';

/** Reads the links of a published issue; one over the caps, or of no known day, has none. */
export function readPublishedIssue({ path, text }: DraftText, settings: ArchiveSettings): PublishedIssue {
  if (findOverCap(path, text) !== undefined) return { path, links: [] };
  return { path, links: listArchivedLinks(parseIssue(path, cutIssue(text, settings), settings), settings) };
}

/** The links of an issue, top to bottom: the first of each item, where items are links. */
function listArchivedLinks(issue: Issue, settings: ArchiveSettings): readonly ArchivedLink[] {
  const { date } = issue.header;
  if (date === undefined) return [];
  const origin = { date, number: issue.header.number, path: issue.path };
  return issue.sections
    .filter(({ region }) => settings.grammars[region] === 'link')
    .flatMap((section) => section.items.flatMap((item) => toLink(item, section, origin, settings)));
}

function toLink(
  { entry, place }: Item,
  { name }: Section,
  origin: Pick<ArchivedLink, 'date' | 'number' | 'path'>,
  { trackingParameters }: ArchiveSettings,
): readonly ArchivedLink[] {
  const link = entry.links[0];
  if (link === undefined || link.url.text === '') return [];
  const url = link.url.text;
  return [
    {
      ...origin,
      line: place.startLine,
      section: name,
      prefix: entry.prefixes.map(({ text }) => `[${text}]`).join(' '),
      title: link.title.text,
      url,
      identity: getLinkIdentity(url, trackingParameters),
      site: getSite(url),
    },
  ];
}
