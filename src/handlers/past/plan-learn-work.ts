import type { RepositoryRef } from '../../ports.ts';
import type { Cause, Work } from '../../ports/job.ts';

/** Learning one past week, in a lane of the newsletter's own. */
export function planLearnWork(repository: RepositoryRef, cause: Cause): Work {
  const lane = `${repository.installationId} learn ${repository.owner}/${repository.repository}`.toLowerCase();
  return { lane, job: { kind: 'learn-week', repository, cause } };
}
