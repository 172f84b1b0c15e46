import type { RepositoryRef } from '../../ports.ts';
import type { Cause, Work } from '../../ports/job.ts';
import { toRepositoryKey } from '../../shared/repository-key.ts';

/** Learning one past week, in a lane of the newsletter's own. */
export function planLearnWork(repository: RepositoryRef, cause: Cause): Work {
  return { lane: `learn ${toRepositoryKey(repository)}`, job: { kind: 'learn-week', repository, cause } };
}
