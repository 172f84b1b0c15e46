import type { RepositoryRef } from '../../../ports.ts';
import type { PastIssue, PastIssueList, PastIssues } from '../../../ports/past-weeks.ts';
import { toDay, toRepositoryPath } from '../../../shared/brand.ts';
import { toOutcome } from '../to-outcome.ts';
import type { Query } from './query.ts';
import { BLOB, blobSchema, readObjects, TREE, treeSchema } from './read-objects.ts';

/** Published issues as GitHub has them on the default branch. */
export function createPastIssues(queryOf: (repository: RepositoryRef) => Query): PastIssues {
  return {
    listIssues: (repository, { paths }) =>
      toOutcome(() => listIssues(queryOf(repository), repository, { folders: paths.archive })),
    readIssue: (repository, path) =>
      toOutcome(async () => {
        const asked = { expressions: [`HEAD:${path}`], fields: BLOB };
        const { objects } = await readObjects(queryOf(repository), repository, asked);
        const blob = blobSchema.parse(objects[0]);
        return blob?.isTruncated === true ? '' : (blob?.text ?? '');
      }),
  };
}

async function listIssues(
  query: Query,
  repository: RepositoryRef,
  { folders }: { readonly folders: readonly string[] },
): Promise<PastIssueList> {
  const expressions = folders.map((folder) => `HEAD:${folder}`);
  const { objects, limitLeft } = await readObjects(query, repository, { expressions, fields: TREE });
  const issues = folders.flatMap((folder, index) =>
    (treeSchema.parse(objects[index])?.entries ?? []).flatMap(({ name }): PastIssue[] => {
      const issue = toDay(/^\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '');
      return issue === undefined ? [] : [{ issue, path: toRepositoryPath(`${folder}/${name}`) }];
    }),
  );
  return { issues: issues.toSorted((one, other) => (one.issue < other.issue ? 1 : -1)), limitLeft };
}
