import { type CommitSha, toCommitSha } from '../shared/brand.ts';
import { parseMarker, renderMarker } from '../wording/marker.ts';

/** Where words are said and with which key they are signed. */
export interface Signature {
  /** As a marker's scope has it. */
  readonly repositoryId: string;
  /** The pull request. */
  readonly number: number;
  /** Secret; derived from MARKER_SECRET or the app's key. */
  readonly key: string;
}

/** What the marker of an own comment says. */
export type OwnWords =
  | { readonly kind: 'comment'; readonly fingerprints: readonly string[]; readonly head: CommitSha }
  | { readonly kind: 'summary' }
  /** `to` is the node id of the comment that it answers. */
  | { readonly kind: 'reply'; readonly to: string };

/**
 * Which words of ours a comment is, by its signed marker; undefined for every other text, for a marker with a wrong
 * signature, and for one that was made for another pull request. The caller asks only about comments that the app
 * itself wrote.
 */
export function recogniseWords(body: string, { repositoryId, number, key }: Signature): OwnWords | undefined {
  const comment = toCommentWords(parseMarker(body, { repositoryId, number, kind: 'comment' }, key));
  if (comment !== undefined) return comment;
  const to = getText(parseMarker(body, { repositoryId, number, kind: 'reply' }, key), 'to');
  if (to !== undefined) return { kind: 'reply', to };
  const isSummary = parseMarker(body, { repositoryId, number, kind: 'summary' }, key) !== undefined;
  return isSummary ? { kind: 'summary' } : undefined;
}

/** Node ids of the comments that some of these bodies, all of them the app's own, are replies to. */
export function listRepliedTo(bodies: readonly string[], signature: Signature): readonly string[] {
  return bodies.flatMap((body) => {
    const words = recogniseWords(body, signature);
    return words?.kind === 'reply' ? [words.to] : [];
  });
}

/** The body with the hidden marker by which `recogniseWords` knows it again. */
export function signWords(body: string, words: OwnWords, { repositoryId, number, key }: Signature): string {
  const { kind, ...payload } = words;
  return `${body}\n\n${renderMarker(payload, { repositoryId, number, kind }, key)}`;
}

function toCommentWords(payload: unknown): OwnWords | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  if (!('fingerprints' in payload) || !Array.isArray(payload.fingerprints)) return undefined;
  if (!('head' in payload) || typeof payload.head !== 'string') return undefined;
  const fingerprints = payload.fingerprints.filter((name) => typeof name === 'string');
  return { kind: 'comment', fingerprints, head: toCommitSha(payload.head) };
}

function getText(payload: unknown, name: string): string | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const value: unknown = Object.entries(payload).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
