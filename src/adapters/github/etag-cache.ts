import { Latest } from '../../shared/latest.ts';

/** An answer with its ETag. */
interface KnownAnswer {
  readonly etag: string;
  /** As JSON, whose size is known. */
  readonly text: string;
}

/** The last answers with an ETag, so that GitHub need not send them again: a 304 costs nothing of the rate limit. */
export type EtagCache = Pick<Latest<KnownAnswer>, 'get' | 'set'>;

/** In characters. Patches of strangers are among the answers, so that their number alone bounds nothing. */
const MOST_OF_ONE = 1_000_000;
const MOST = 8_000_000;

/** An empty one; once it is full, what was neither asked for nor set for longest goes first. */
export function createEtagCache(): EtagCache {
  const answers = new Latest<KnownAnswer>(MOST, ({ text }) => text.length);
  return {
    get: (key) => answers.get(key),
    set: (key, answer) => {
      if (answer.text.length > MOST_OF_ONE) answers.delete(key);
      else answers.set(key, answer);
    },
  };
}
