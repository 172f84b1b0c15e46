import type { PageFacts } from '../../pages/page-facts.ts';

/** A reason of a fact that is no page. */
export type Reason =
  | { readonly kind: 'unreachable'; readonly reason: Extract<PageFacts, { kind: 'unreachable' }>['reason'] }
  | { readonly kind: 'refused'; readonly reason: Extract<PageFacts, { kind: 'refused' }>['reason'] }
  | { readonly kind: 'unverified'; readonly reason: Extract<PageFacts, { kind: 'unverified' }>['reason'] };

/** Carries a reason through the streams and callbacks of a request. */
export class WebTrouble extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(`${reason.kind}: ${reason.reason}`);
    this.reason = reason;
  }
}

/** Codes of certificates that are wrong for everybody. An unknown issuer may be a proxy on our side, or a list of ours. */
const BAD_CERTIFICATES = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

const TIMEOUTS = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ABORT_ERR',
  'AbortError',
]);

/** What a request died of. */
export function toReason(error: unknown): Reason {
  let cause: unknown = error;
  for (let depth = 0; isObject(cause) && depth < MAX_CAUSES; depth += 1) {
    if (cause instanceof WebTrouble) return cause.reason;
    const reason = readCode(readText(cause, 'code') || readText(cause, 'name'));
    if (reason !== undefined) return reason;
    cause = 'cause' in cause ? cause.cause : undefined;
  }
  return { kind: 'unverified', reason: 'network' };
}

const MAX_CAUSES = 5;

function readCode(code: string): Reason | undefined {
  // A certificate of the proxy, perhaps.
  if (code === 'UND_ERR_PRX_TLS') return { kind: 'unverified', reason: 'network' };
  if (BAD_CERTIFICATES.has(code)) return { kind: 'unreachable', reason: 'certificate' };
  if (TIMEOUTS.has(code)) return { kind: 'unverified', reason: 'time-out' };
  // What zlib, brotli and the parser of HTTP cannot make sense of.
  return /^(?:Z_|ERR_+(?:BROTLI_|ERROR_FORMAT)|HPE_|UND_ERR_HEADERS_OVERFLOW)/.test(code)
    ? { kind: 'unverified', reason: 'unreadable' }
    : undefined;
}

/** Not every error is of the same realm, so that nobody can ask what it is an instance of. */
function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function readText(object: object, key: string): string {
  const value: unknown = Reflect.get(object, key);
  return typeof value === 'string' ? value : '';
}
