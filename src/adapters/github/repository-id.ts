import { z } from 'zod';

/** Fields of a repository that outlive its name and its owner's. */
export const IDENTITY = 'id databaseId';

/** What comes of them; `databaseId` is null where GitHub's `Int` cannot hold it. */
export const identityFields = { id: z.string(), databaseId: z.number().nullish() };

/** GitHub's number of a repository: GitHub has changed the form of node ids before, so they stand in only where there is none. */
export function toRepositoryId({ id, databaseId }: { id: string; databaseId?: number | null | undefined }): string {
  return databaseId === null || databaseId === undefined ? id : String(databaseId);
}
