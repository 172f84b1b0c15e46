import type { RepositoryRef } from '../../../ports.ts';
import type { PastIssues } from '../../../ports/past-weeks.ts';
import { toOutcome } from '../to-outcome.ts';
import { listDatedFiles } from './list-dated-files.ts';
import type { Query } from './query.ts';
import { BLOB, blobSchema, readObjects } from './read-objects.ts';

/** Published issues as GitHub has them on the default branch. */
export function createPastIssues(queryOf: (repository: RepositoryRef) => Query): PastIssues {
  return {
    listIssues: (repository, { paths }) =>
      toOutcome(() => listDatedFiles(queryOf(repository), repository, paths.archive)),
    readIssue: (repository, path) =>
      toOutcome(async () => {
        const asked = { expressions: [`HEAD:${path}`], fields: BLOB };
        const { objects } = await readObjects(queryOf(repository), repository, asked);
        const blob = blobSchema.parse(objects[0]);
        return blob?.isTruncated === true ? '' : (blob?.text ?? '');
      }),
  };
}
