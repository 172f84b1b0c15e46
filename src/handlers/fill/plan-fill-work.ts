import type { RepositoryRef } from '../../ports.ts';
import type { Cause, FillOrder, Work } from '../../ports/job.ts';
import { toRepositoryKey } from '../../shared/repository-key.ts';

/** Filling, in the lane of the repository's proposal; one run does all that is wanted by then. */
export function planFillWork(repository: RepositoryRef, orders: readonly FillOrder[], cause: Cause): Work {
  return { lane: `fill ${toRepositoryKey(repository)}`, job: { kind: 'fill', repository, orders, cause } };
}
