import { z } from 'zod';
import type { ShownSections } from '../../../ports/proposals.ts';
import type { RepositoryRef } from '../../../ports.ts';
import type { InstallationClient } from '../installation-client.ts';

const NAME = 'Copydesk sections';

const runsSchema = z.object({
  check_runs: z.array(z.object({ id: z.number(), app: z.object({ id: z.number() }).nullable() })),
});

/** Shows sections in the one check run of this name on a commit. */
export async function showSections(
  client: InstallationClient,
  { owner, repository: repo }: RepositoryRef,
  { head, title, summary, text }: ShownSections,
  appId: number,
): Promise<void> {
  const filter = { owner, repo, ref: head, check_name: NAME, per_page: 100 };
  const found = runsSchema.parse(await client.get('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', filter));
  const standing = found.check_runs.find(({ app }) => app?.id === appId);
  const words = { status: 'completed', conclusion: 'neutral', output: { title, summary, text } };
  if (standing === undefined) {
    await client.send('POST /repos/{owner}/{repo}/check-runs', { owner, repo, name: NAME, head_sha: head, ...words });
  } else {
    const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
    await client.send(route, { owner, repo, check_run_id: standing.id, ...words });
  }
}
