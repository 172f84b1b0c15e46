import { createHash } from 'node:crypto';
import type { Clock, PullRequestRef, PullRequestSnapshot } from '../../ports.ts';
import type { CommitSha } from '../../shared/brand.ts';
import { Latest } from '../../shared/latest.ts';
import { ApiTrouble } from './api-trouble.ts';

/** Something that is said on a pull request; of a summary and of a check only the last counts. */
export type Word =
  | { readonly kind: 'summary' | 'comment'; readonly digest: string }
  | { readonly kind: 'check'; readonly head: CommitSha; readonly externalId: string }
  | { readonly kind: 'reaction'; readonly commentId: string };

/** Carries out a write that says so much, and remembers it unless GitHub surely did not do it. */
export type Tell = <T>(words: readonly Word[], write: () => Promise<T>) => Promise<T>;

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
  readonly #told = new Latest<ReadonlyMap<string, { readonly word: Word; readonly at: number }>>(MAX_PULLS);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** For writes to one pull request. */
  readonly tellerOf =
    (ref: PullRequestRef): Tell =>
    async (words, write) => {
      try {
        const result = await write();
        this.#note(ref, words);
        return result;
      } catch (error) {
        if (error instanceof ApiTrouble && error.trouble.kind === 'unknown-outcome') this.#note(ref, words);
        throw error;
      }
    };

  /** Throws where the snapshot lacks something that GitHub may still come to show. */
  demand(snapshot: PullRequestSnapshot): void {
    const now = this.#clock.now().getTime();
    const told = [...(this.#told.get(toKey(snapshot.ref))?.values() ?? [])];
    const texts = listDigests(snapshot);
    const lacking = told.filter(({ word, at }) => now - at < LAG && !isShown(word, snapshot, texts));
    if (lacking.length === 0) return;
    // Longer and longer, and once more when GitHub has had all its time.
    const age = now - Math.max(...lacking.map(({ at }) => at));
    const waitMilliseconds = Math.min(Math.max(SHORTEST_WAIT, age), Math.max(1, LAG - age));
    throw new ApiTrouble({ kind: 'behind', waitMilliseconds });
  }

  #note(ref: PullRequestRef, words: readonly Word[]): void {
    const at = this.#clock.now().getTime();
    const recent = [...(this.#told.get(toKey(ref)) ?? [])].filter(([, word]) => at - word.at < LAG);
    const added = words.map((word) => [toName(word), { word, at }] as const);
    this.#told.set(toKey(ref), new Map([...recent, ...added]));
  }
}

/** A text as GitHub knows it again, however it ends its lines. */
export function toDigest(body: string): string {
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

function toKey({ installationId, owner, repository, number }: PullRequestRef): string {
  return `${installationId} ${owner}/${repository}#${number}`.toLowerCase();
}
