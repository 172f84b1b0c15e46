import type { Refused } from '../../pages/page-facts.ts';
import { getLiteral, isPublicAddress, isPublicName } from './allowed-address.ts';

export type Target =
  { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly reason: Refused['reason'] };

const MAX_URL = 4096;

/**
 * Whether we go to an address at all, by its text alone. Behind a proxy names are the proxy's business, numbers are not.
 * @param base what it is relative to, for the target of a redirect
 */
export function checkTarget(address: string, hasProxy: boolean, base?: string): Target {
  const url = address.length > MAX_URL ? null : URL.parse(address, base);
  if (url === null) return { ok: false, reason: 'malformed' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, reason: 'scheme' };
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'credentials' };
  if (!['', '80', '443'].includes(url.port)) return { ok: false, reason: 'port' };
  return isAllowedHost(url.hostname, hasProxy) ? { ok: true, url } : { ok: false, reason: 'address' };
}

function isAllowedHost(host: string, hasProxy: boolean): boolean {
  const literal = getLiteral(host);
  if (literal !== undefined) return isPublicAddress(literal);
  return hasProxy ? !/(?:^|\.)localhost\.?$/i.test(host) : isPublicName(host);
}
