import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseJson } from '../shared/parse-json.ts';

/** What a marker is good for; signed with it, so that it means nothing in another repository, pull request or role. */
export interface MarkerScope {
  /** GitHub's id of the repository, which stays when its name or its owner changes. */
  readonly repositoryId: string;
  readonly number: number;
  readonly kind: MarkerKind;
}

const KINDS = ['comment', 'summary', 'reply', 'proposal'] as const;

type MarkerKind = (typeof KINDS)[number];

/** Texts only: in JSON every character of them may be written as an escape. */
export type MarkerPayload = Readonly<Record<string, string | readonly string[]>>;

/**
 * A hidden line for the end of a comment: an HTML comment with the payload as JSON and an HMAC-SHA256 signature over
 * payload and scope.
 */
export function renderMarker(payload: MarkerPayload, scope: MarkerScope, key: string): string {
  // Escaped so that no text inside can end the HTML comment.
  const json = JSON.stringify(payload).replace(/[-<>&\u007F-\uFFFF]/g, escapeUnit);
  return `<!-- copydesk:${scope.kind} ${json} ${sign(json, scope, key)} -->`;
}

/**
 * The payload of the last marker in a comment that we signed for this place, if it is of the scope's kind; undefined
 * otherwise. Ours stands at the end: one before it may be quoted from a submission that copied it out of another
 * comment. The caller checks its shape.
 */
export function parseMarker(body: string, scope: MarkerScope, key: string): unknown {
  const markers = [
    ...body.matchAll(/<!-- copydesk:(comment|summary|reply|proposal) (\{[^<>\n]{0,65536}\}) ([0-9a-f]{64}) -->/g),
  ];
  const trusted = markers.findLast(([, written, json = '', signature = '']) => {
    const kind = KINDS.find((one) => one === written);
    return kind !== undefined && isEqual(signature, sign(json, { ...scope, kind }, key));
  });
  return trusted?.[1] === scope.kind ? parseJson(trusted[2] ?? '') : undefined;
}

function sign(json: string, { repositoryId, number, kind }: MarkerScope, key: string): string {
  const message = JSON.stringify(['copydesk marker 2', repositoryId, number, kind, json]);
  return createHmac('sha256', key).update(message).digest('hex');
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
