import type { Announced, Job, Work } from '../../src/ports/job.ts';

/** A review as lanes keep it; `name` is the delivery that asked for it. */
export function workOf(lane: string, name: string, announced: Announced = {}): Work {
  const ref = { installationId: 1, owner: 'ferris', repository: 'news', number: 1 };
  return { lane, job: { kind: 'review', ref, announced, cause: { delivery: name, event: 'pull_request.opened' } } };
}

/** The delivery that asked for a job. */
export function nameOf({ cause }: Job): string {
  return cause.delivery;
}
