import { type Outcome, succeed } from '../../adapters/git/git-trouble.ts';
import type { PublishedIssue } from '../../archive/archived-link.ts';
import { type Archive, indexIssues } from '../../archive/index-issues.ts';
import type { IssueBlob } from '../../archive/known-issues.ts';
import { getLinkIdentity } from '../../archive/link-identity.ts';
import { createMentionTest } from '../../archive/mentions.ts';
import { getSite } from '../../archive/site.ts';
import { mayHoldLinks } from '../../config/may-hold-links.ts';
import type { Config } from '../../config/schema.ts';
import type { Submission } from '../../newsletter/submission.ts';
import { listArchive, readArchive } from '../archive/read-archive.ts';
import { readTexts } from '../read-texts.ts';
import type { CheckDesk } from './check-desk.ts';

/**
 * What of the archive of a tree matters for a submission: for one check only the issues that may hold one of its links
 * or sites are parsed, for many checks all of them, each once.
 */
export async function knowArchive(
  desk: CheckDesk,
  { config, id }: { readonly config: Config; readonly id: string },
  tree: string,
  submission: Submission,
): Promise<Outcome<Archive>> {
  const urls = listUrls(submission, config);
  if (urls.length === 0) return succeed(indexIssues([]));
  if (desk.reach === 'mentions') return readArchive(desk, config, tree, createMentionTest(listNames(urls, config)));
  const blobs = await listArchive(desk.repository, config, tree);
  if (!blobs.ok) return blobs;
  return desk.rememberArchives(JSON.stringify([id, blobs.value]), () => readWhole(desk, { config, id }, blobs.value));
}

async function readWhole(
  desk: CheckDesk,
  { config, id }: { readonly config: Config; readonly id: string },
  blobs: readonly IssueBlob[],
): Promise<Outcome<Archive>> {
  const issues: PublishedIssue[] = [];
  for (const blob of blobs) {
    const key = `${id} ${blob.id} ${blob.path}`;
    const read = await desk.rememberIssues(key, () => readIssue(desk, config, blob));
    if (!read.ok) return read;
    issues.push(...read.value);
  }
  return succeed(indexIssues(issues));
}

async function readIssue(
  { repository, parser }: CheckDesk,
  config: Config,
  blob: IssueBlob,
): Promise<Outcome<readonly PublishedIssue[]>> {
  const texts = await readTexts(repository, [blob]);
  return texts.ok ? succeed(await parser.readPublishedIssues(texts.value, config)) : texts;
}

function listUrls({ files }: Submission, config: Config): readonly string[] {
  return files.flatMap(({ role, changes }) =>
    changes.flatMap((change) => {
      if (role !== 'draft' || change.kind === 'removed') return [];
      const { item, region } = change.after;
      const url = item.entry.links[0]?.url.text ?? '';
      return url !== '' && mayHoldLinks(config, region) ? [url] : [];
    }),
  );
}

function listNames(urls: readonly string[], { trackingParameters }: Config): readonly string[] {
  const names = urls.flatMap((url) => [getLinkIdentity(url, trackingParameters), getSite(url)]);
  return [...new Set(names)].filter((name) => name !== '');
}
