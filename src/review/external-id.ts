import { createHash } from 'node:crypto';

/** What the `external_id` of an own check run says about it. */
export interface CheckIdentity {
  /** Of the pull request; check run events of forks name it nowhere else. */
  readonly number: number;
  /** Of the annotations that stand on it: GitHub only ever adds to them. */
  readonly posted: { readonly count: number; readonly digest: string };
}

/** The `external_id` of a check run: its pull request, what it says, and which annotations it has so far. */
export function toExternalId(number: number, content: unknown, posted: readonly unknown[]): string {
  return `${number}:${digest(content)}:${posted.length}:${digest(posted)}`;
}

/** undefined for foreign ids. */
export function parseExternalId(externalId: string): CheckIdentity | undefined {
  const match = /^(\d{1,15}):[0-9a-f]{16}:(\d{1,9}):([0-9a-f]{16})$/.exec(externalId);
  if (match === null) return undefined;
  const [, number, count, postedDigest = ''] = match;
  return { number: Number(number), posted: { count: Number(count), digest: postedDigest } };
}

/** Whether what was posted is the beginning of the list, so that the rest can follow. */
export function isBeginningOf({ count, digest: expected }: CheckIdentity['posted'], list: readonly unknown[]): boolean {
  return count <= list.length && digest(list.slice(0, count)) === expected;
}

function digest(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
