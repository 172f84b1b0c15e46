import { z } from 'zod';
import { SAMPLE_AGREED, SAMPLE_CODE, SAMPLE_DECIDING, SAMPLE_MERGED } from './sample-week.ts';
import type { SandboxClient } from './sandbox-client.ts';

const BY = 'ivo-smith';

/** Makes the organisation that the sample newsletter writes about, and what has happened there this week. */
export async function startSampleWeek(github: SandboxClient): Promise<void> {
  const { repository, path, pull } = SAMPLE_AGREED;
  for (const repo of [SAMPLE_CODE, repository]) {
    const start = { files: { 'README.md': `# ${repo}\n` }, date: '2026-01-05T08:00:00Z' };
    await github.act('createRepository', { repo, isOrganization: true, ...start });
  }
  const files = { [path]: `# ${pull.title}\n` };
  const pushed = await github.act('push', { repo: repository, by: BY, files, date: pull.mergedAt });
  const told = { ...pull, by: BY, sha: z.string().parse(pushed['sha']), files: [{ path, status: 'added' as const }] };
  await github.act('tellOfMerged', { repo: repository, pulls: [told] });
  await github.act('tellOfMerged', { repo: SAMPLE_CODE, pulls: SAMPLE_MERGED.map((one) => ({ ...one, by: BY })) });
  const { number, title, since } = SAMPLE_DECIDING;
  await github.act('openIssue', { repo: SAMPLE_CODE, by: BY, number, title, date: since });
  await github.act('label', { repo: SAMPLE_CODE, number, by: BY, label: 'final-comment-period', date: since });
}
