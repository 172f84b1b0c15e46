interface CachedAnswer {
  readonly etag: string;
  readonly data: unknown;
}

const MAX_ENTRIES = 300;

/** The last answers with an ETag, so that GitHub need not send them again: a 304 costs nothing of the rate limit. */
export class EtagCache {
  readonly #answers = new Map<string, CachedAnswer>();

  get(key: string): CachedAnswer | undefined {
    return this.#answers.get(key);
  }

  set(key: string, answer: CachedAnswer): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MAX_ENTRIES && oldest !== undefined) this.#answers.delete(oldest);
  }
}
