/** An answer with its ETag. */
interface KnownAnswer {
  readonly etag: string;
  /** As JSON, whose size is known. */
  readonly text: string;
}

/** The last answers with an ETag, so that GitHub need not send them again: a 304 costs nothing of the rate limit. */
export interface EtagCache {
  readonly get: (key: string) => KnownAnswer | undefined;
  readonly set: (key: string, answer: KnownAnswer) => void;
}

/** In characters. Patches of strangers are among the answers, so that their number alone bounds nothing. */
const MOST_OF_ONE = 1_000_000;
const MOST = 8_000_000;

/** An empty one; once it is full, what was neither asked for nor set for longest goes first. */
export function createEtagCache(): EtagCache {
  const answers = new Map<string, KnownAnswer>();
  let size = 0;
  const drop = (key: string): void => {
    size -= answers.get(key)?.text.length ?? 0;
    answers.delete(key);
  };
  const put = (key: string, answer: KnownAnswer): void => {
    drop(key);
    // A Map keeps the order of insertion.
    answers.set(key, answer);
    size += answer.text.length;
  };
  return {
    get: (key) => {
      const known = answers.get(key);
      if (known !== undefined) put(key, known);
      return known;
    },
    set: (key, answer) => {
      drop(key);
      if (answer.text.length > MOST_OF_ONE) return;
      put(key, answer);
      for (const oldest of answers.keys()) {
        if (size <= MOST) return;
        drop(oldest);
      }
    },
  };
}
