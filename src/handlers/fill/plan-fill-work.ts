import type { RepositoryRef } from '../../ports.ts';
import type { Cause, FillOrder, Work } from '../../ports/job.ts';

/** Filling, in the lane of the repository's proposal; one run does all that is wanted by then. */
export function planFillWork(repository: RepositoryRef, orders: readonly FillOrder[], cause: Cause): Work {
  const lane = `${repository.installationId} fill ${repository.owner}/${repository.repository}`.toLowerCase();
  return { lane, job: { kind: 'fill', repository, orders, cause } };
}
