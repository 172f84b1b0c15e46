import { z } from 'zod';
import type { FileText, PullRequestSnapshot } from '../../ports.ts';
import type { RepositoryPath } from '../../shared/brand.ts';
import type { InstallationClient } from './installation-client.ts';
import { readTexts } from './read-texts.ts';

const comparisonSchema = z.object({ merge_base_commit: z.object({ sha: z.string() }) });

/** Texts at the merge base of a pull request: what its own changes are measured against. A path without text is missing. */
export async function readBaseTexts(
  client: InstallationClient,
  { ref, base, head }: PullRequestSnapshot,
  paths: readonly RepositoryPath[],
): Promise<ReadonlyMap<RepositoryPath, FileText>> {
  const answer = await client.get('GET /repos/{owner}/{repo}/compare/{basehead}', {
    owner: ref.owner,
    repo: ref.repository,
    basehead: `${base}...${head}`,
    // The comparison itself would list up to 300 files again.
    per_page: 1,
    page: 2,
  });
  const { sha } = comparisonSchema.parse(answer).merge_base_commit;
  const texts = await readTexts(
    client,
    ref,
    paths.map((path) => `${sha}:${path}`),
  );
  return new Map(
    paths.flatMap((path): [RepositoryPath, FileText][] => {
      const text = texts.get(`${sha}:${path}`);
      return text === undefined ? [] : [[path, text]];
    }),
  );
}
