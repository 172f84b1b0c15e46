import { z } from 'zod';

/** Fields of a repository that stay when its name or its owner changes. */
export const IDENTITY = 'id databaseId';

/** What comes of them; `databaseId` is null where GitHub's `Int` cannot hold it. */
export const identityFields = { id: z.string(), databaseId: z.number().nullish() };

/** The repository's number. GitHub has changed the form of node ids before, so one stands in only where there is no number. */
export function toRepositoryId({ id, databaseId }: { id: string; databaseId?: number | null | undefined }): string {
  return databaseId === null || databaseId === undefined ? id : String(databaseId);
}
