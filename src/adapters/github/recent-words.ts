import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock, PullRequestRef, PullRequestSnapshot } from '../../ports.ts';
import type { WordStore } from '../../ports/word-store.ts';
import { type CommitSha, toCommitSha } from '../../shared/brand.ts';
import { Latest } from '../../shared/latest.ts';
import { parseJson } from '../../shared/parse-json.ts';
import { toRepositoryKey } from '../../shared/repository-key.ts';
import { ApiTrouble } from './api-trouble.ts';

/** Something that is said on a pull request. */
export type Word =
  | { readonly kind: 'summary' | 'comment'; readonly digest: string }
  | { readonly kind: 'check'; readonly head: CommitSha; readonly externalId: string }
  | { readonly kind: 'reaction'; readonly commentId: string };

const wordsSchema = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['summary', 'comment']), digest: z.string() }),
    z.object({ kind: z.literal('check'), head: z.string().transform(toCommitSha), externalId: z.string() }),
    z.object({ kind: z.literal('reaction'), commentId: z.string() }),
  ]),
) satisfies z.ZodType<readonly Word[]>;

/** Carries out a write that says so much, and remembers it unless GitHub surely did not do it. */
export type Tell = <T>(words: readonly Word[], write: () => Promise<T>) => Promise<T>;

/** What one request said: GitHub shows all of it or nothing, and what is missing beside the rest was taken away by somebody. */
interface Told {
  readonly words: readonly Word[];
  readonly at: number;
}

/** So long after a write an answer that lacks it is not believed. GitHub asks several databases, and some lag behind. */
const LAG = 15_000;
const SHORTEST_WAIT = 2000;
const MAX_PULLS = 500;

/**
 * What was said a moment ago, or may have been. GitHub remembers what we said, but not always at once: who believed an answer
 * that does not know of it yet would say it again.
 */
export class RecentWords {
  readonly #clock: Clock;
  readonly #told = new Latest<ReadonlyMap<string, Told>>(MAX_PULLS);
  readonly #store: WordStore | undefined;

  /** @param store shares it with other processes */
  constructor(clock: Clock, store?: WordStore) {
    this.#clock = clock;
    this.#store = store;
  }

  /** For writes to one pull request. */
  readonly tellerOf =
    (ref: PullRequestRef): Tell =>
    async (words, write) => {
      try {
        const result = await write();
        await this.#note(ref, words);
        return result;
      } catch (error) {
        if (error instanceof ApiTrouble && error.trouble.kind === 'unknown-outcome') await this.#note(ref, words);
        throw error;
      }
    };

  /** Throws where the snapshot lacks something that GitHub may still come to show. */
  async demand(snapshot: PullRequestSnapshot): Promise<void> {
    const told = await this.#recall(toKey(snapshot.ref));
    const now = this.#clock.now().getTime();
    const texts = listDigests(snapshot);
    const lacking = [...told.values()].filter(
      ({ words, at }) => now - at < LAG && !words.some((word) => isShown(word, snapshot, texts)),
    );
    if (lacking.length === 0) return;
    // Longer and longer, and once more when GitHub has had all its time.
    const age = now - Math.max(...lacking.map(({ at }) => at));
    const waitMilliseconds = Math.min(Math.max(SHORTEST_WAIT, age), Math.max(1, LAG - age));
    throw new ApiTrouble({ kind: 'behind', waitMilliseconds });
  }

  async #note(ref: PullRequestRef, words: readonly Word[]): Promise<void> {
    const [first] = words;
    if (first === undefined) return;
    const at = this.#clock.now().getTime();
    const name = toName(first);
    const recent = [...(this.#told.get(toKey(ref)) ?? [])].filter(([, told]) => at - told.at < LAG);
    this.#told.set(toKey(ref), new Map([...recent, [name, { words, at }]]));
    await this.#store?.keep(toKey(ref), { name, words: JSON.stringify(words), at });
  }

  /** By name, the newer where another process said something else. */
  async #recall(key: string): Promise<ReadonlyMap<string, Told>> {
    const told = new Map(this.#told.get(key));
    for (const { name, words, at } of (await this.#store?.recall(key)) ?? []) {
      const { data } = wordsSchema.safeParse(parseJson(words));
      if (data !== undefined && at >= (told.get(name)?.at ?? 0)) told.set(name, { words: data, at });
    }
    return told;
  }
}

/** A text that is said. */
export function toWord(kind: 'summary' | 'comment', body: string): Word {
  return { kind, digest: toDigest(body) };
}

/** A text as GitHub knows it again, however it ends its lines. */
function toDigest(body: string): string {
  return createHash('sha256').update(body.replaceAll('\r\n', '\n').trim()).digest('hex');
}

function listDigests({ spoken }: PullRequestSnapshot): ReadonlySet<string> {
  const bodies = [...spoken.comments, ...spoken.threads].map(({ body }) => body);
  return new Set([...bodies, ...spoken.replies].map(toDigest));
}

function isShown(word: Word, { head, spoken, remarks }: PullRequestSnapshot, texts: ReadonlySet<string>): boolean {
  switch (word.kind) {
    case 'summary':
    case 'comment':
      return texts.has(word.digest);
    case 'check':
      return word.head !== head || spoken.checks.some(({ externalId }) => externalId === word.externalId);
    case 'reaction':
      return remarks.every(({ commentId, reactions }) => commentId !== word.commentId || reactions.length > 0);
  }
}

/** What takes the place of the same earlier: only the last summary and the last check count. */
function toName(word: Word): string {
  switch (word.kind) {
    case 'summary':
    case 'check':
      return word.kind;
    case 'comment':
      return `comment ${word.digest}`;
    case 'reaction':
      return `reaction ${word.commentId}`;
  }
}

function toKey(ref: PullRequestRef): string {
  return `${toRepositoryKey(ref)}#${ref.number}`;
}
