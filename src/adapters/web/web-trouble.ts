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
]);

/** What a request died of. */
export function toReason(error: unknown): Reason {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (cause instanceof WebTrouble) return cause.reason;
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
    if (BAD_CERTIFICATES.has(code)) return { kind: 'unreachable', reason: 'certificate' };
    if (TIMEOUTS.has(code) || code === 'AbortError') return { kind: 'unverified', reason: 'time-out' };
    if (/^(?:Z_|ERR__ERROR_FORMAT|ERR_|HPE_|UND_ERR_HEADERS_OVERFLOW)/.test(code) && !code.startsWith('ERR_SSL')) {
      return { kind: 'unverified', reason: 'unreadable' };
    }
  }
  return { kind: 'unverified', reason: 'network' };
}
