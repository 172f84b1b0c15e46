import type { RepositoryRef } from '../../../ports.ts';
import type { PastIssue, PastIssueList } from '../../../ports/past-weeks.ts';
import { type RepositoryPath, toDay } from '../../../shared/brand.ts';
import { NAMES, readNames } from '../tree-names.ts';
import type { Query } from './query.ts';
import { readObjects } from './read-objects.ts';

/** The files of some folders whose names start with a day, the newest first, in one request. */
export async function listDatedFiles(
  query: Query,
  repository: Pick<RepositoryRef, 'owner' | 'repository'>,
  folders: readonly string[],
): Promise<PastIssueList> {
  const expressions = folders.map((folder) => `HEAD:${folder}`);
  const { objects, limitLeft } = await readObjects(query, repository, { expressions, fields: NAMES });
  const paths = folders.flatMap((folder, index) => readNames(objects[index], folder));
  return { issues: sortByDay(paths), limitLeft };
}

/** The files whose names start with a day, the newest first. */
export function sortByDay(paths: readonly RepositoryPath[]): readonly PastIssue[] {
  return paths
    .flatMap((path) => {
      const issue = toDay(path.slice(path.lastIndexOf('/') + 1));
      return issue === undefined ? [] : [{ issue, path }];
    })
    .toSorted((one, other) => (one.issue < other.issue ? 1 : -1));
}
