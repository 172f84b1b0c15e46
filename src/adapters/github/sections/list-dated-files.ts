import type { RepositoryRef } from '../../../ports.ts';
import type { PastIssueList } from '../../../ports/past-weeks.ts';
import { toDay, toRepositoryPath } from '../../../shared/brand.ts';
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
  const issues = folders.flatMap((folder, index) =>
    readNames(objects[index]).flatMap((name) => {
      const issue = toDay(name);
      return issue === undefined ? [] : [{ issue, path: toRepositoryPath(`${folder}/${name}`) }];
    }),
  );
  return { issues: issues.toSorted((one, other) => (one.issue < other.issue ? 1 : -1)), limitLeft };
}
