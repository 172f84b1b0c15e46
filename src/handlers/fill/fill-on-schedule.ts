import type { Deps } from '../deps.ts';
import { enqueueFill } from './fill-sections.ts';

/**
 * Looks whether sections are due anywhere. To be called every few minutes: what was due while nobody looked is found all
 * the same, once, since the proposals themselves remember when they were filled.
 */
export async function fillOnSchedule(deps: Deps): Promise<void> {
  const repositories = await deps.fill?.proposals.listRepositories();
  if (repositories === undefined) return;
  if (!repositories.ok) {
    deps.log.warn({ trouble: repositories.trouble }, 'Where the app is installed could not be asked');
    return;
  }
  const cause = { delivery: 'schedule', event: 'schedule' };
  for (const repository of repositories.value) enqueueFill(deps, repository, { kind: 'schedule' }, cause);
}
