import type { MergedRepository } from '../../config/fill-schema.ts';
import type { MergedPull } from './merged-pull.ts';

/** The sub-heading of a merged pull request: its strongest label decides, then the folder of most of its files. */
export function placePull({ labels, paths }: MergedPull, repository: MergedRepository): string {
  const labelled = repository.labels?.find(({ label }) => labels.includes(label));
  if (labelled !== undefined) return labelled.heading;
  const counted = (repository.paths ?? []).map(({ path, heading }) => ({
    heading,
    count: paths.filter((changed) => changed.startsWith(path)).length,
  }));
  const most = counted.toSorted((one, other) => other.count - one.count)[0];
  return most !== undefined && most.count > 0 ? most.heading : repository.heading;
}
