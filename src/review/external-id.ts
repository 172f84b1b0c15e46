import { createHash } from 'node:crypto';

/** What the `external_id` of an own check run says about it. */
export interface CheckIdentity {
  /** Of the pull request; check run events of forks name it nowhere else. */
  readonly number: number;
  /** Digests of the annotations that stand on it: of each, or of the first `count` together where they are many. */
  readonly posted: readonly string[] | { readonly count: number; readonly digest: string };
  /** No annotations are still to come. */
  readonly isWhole: boolean;
}

/** Stands at the end of the id until the last annotations are there. */
const MORE = '+';

/** With more of them the id would grow too long: GitHub keeps 255 characters for certain. */
const MAX_LISTED = 24;

/** The `external_id` of a check run: its pull request, what it says, which annotations it has so far, and whether those are all. */
export function toExternalId(number: number, content: unknown, posted: readonly unknown[], isWhole = true): string {
  const isShort = posted.length <= MAX_LISTED;
  const list = isShort ? posted.map(toShortDigest).join('') : `${posted.length}.${digest(posted)}`;
  return `${number}:${digest(content)}:${list}${isWhole ? '' : MORE}`;
}

/** undefined for foreign ids. */
export function parseExternalId(externalId: string): CheckIdentity | undefined {
  const match = /^(\d{1,15}):[0-9a-f]{16}:(?:((?:[0-9a-f]{8})*)|(\d{1,9})\.([0-9a-f]{16}))(\+?)$/.exec(externalId);
  if (match === null) return undefined;
  const [, number, list, count, digestOfAll = '', more] = match;
  const posted = count === undefined ? (list?.match(/.{8}/g) ?? []) : { count: Number(count), digest: digestOfAll };
  return { number: Number(number), posted, isWhole: more !== MORE };
}

/** Those of the list that are not posted yet; undefined where something else is posted, which GitHub takes back no more. */
export function listUnposted<T>(posted: CheckIdentity['posted'], list: readonly T[]): readonly T[] | undefined {
  if ('count' in posted) {
    return digest(list.slice(0, posted.count)) === posted.digest ? list.slice(posted.count) : undefined;
  }
  const left = [...posted];
  const unposted = list.filter((one) => {
    const place = left.indexOf(toShortDigest(one));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return left.length === 0 ? unposted : undefined;
}

function toShortDigest(content: unknown): string {
  return digest(content).slice(0, 8);
}

function digest(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
