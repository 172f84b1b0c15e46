import { Latest } from '../../shared/latest.ts';

const MAX_ENTRIES = 300;

/** The last answers with an ETag, so that GitHub need not send them again: a 304 costs nothing of the rate limit. */
export type EtagCache = Latest<{ readonly etag: string; readonly data: unknown }>;

/** An empty one; once it is full, the answer that was not asked for longest goes first. */
export function createEtagCache(): EtagCache {
  return new Latest(MAX_ENTRIES);
}
