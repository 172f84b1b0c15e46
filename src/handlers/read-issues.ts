import type { PublishedIssue } from '../archive/archived-link.ts';
import { type IssueBlob, type KnownIssues, listUnread, renewIssues } from '../archive/known-issues.ts';
import type { PullRequestSnapshot, Trouble } from '../ports.ts';
import type { Deps } from './deps.ts';

/** So many texts are held at once: an archive has hundreds, and their links are a hundredth of them. */
const BATCH = 40;

/** The issues of an archive as far as they could be read, and what kept the rest away. */
export interface IssueReading {
  readonly issues: KnownIssues;
  readonly trouble: Trouble | undefined;
}

type Origin = Pick<PullRequestSnapshot, 'ref' | 'archiveFolders' | 'configuration'>;

/** Reads what is new in an archive: one request for the list, one for each batch of issues that are not known. */
export async function readIssues(
  { github, parser }: Pick<Deps, 'github' | 'parser'>,
  { ref, archiveFolders, configuration: { config } }: Origin,
  known: KnownIssues,
): Promise<IssueReading> {
  const listed = await github.listPublishedIssues(ref, archiveFolders, config);
  if (!listed.ok) return { issues: known, trouble: listed.trouble };
  const blobs = listed.value;
  const unread = listUnread(known, blobs);
  const read: PublishedIssue[] = [];
  for (let start = 0; start < unread.length; start += BATCH) {
    const batch = unread.slice(start, start + BATCH);
    const texts = await github.readTexts(ref, [...new Set(batch.map(({ id }) => id))]);
    if (!texts.ok) return { issues: renewIssues(known, blobs, read), trouble: texts.trouble };
    const { readable, others } = partTexts(batch, texts.value);
    read.push(...(await parser.readPublishedIssues(readable, config)), ...others);
  }
  return { issues: renewIssues(known, blobs, read), trouble: undefined };
}

type Texts = Extract<Awaited<ReturnType<Deps['github']['readTexts']>>, { readonly ok: true }>['value'];

/** Those with a text, and the rest as issues without links, which need not be asked for again. */
function partTexts(batch: readonly IssueBlob[], texts: Texts) {
  const found = batch.map(({ path, id }) => ({ path, text: texts.get(id) }));
  return {
    readable: found.flatMap(({ path, text }) => (text?.kind === 'text' ? [{ path, text: text.text }] : [])),
    others: found.flatMap(({ path, text }) => (text?.kind === 'unreadable' ? [{ path, links: [] }] : [])),
  };
}
