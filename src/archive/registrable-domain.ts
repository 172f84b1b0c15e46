import { getDomain } from 'tldts';

/** The domain that somebody registered, `ada.co.uk` of `blog.ada.co.uk`; undefined for what has none, such as a number. */
export function getRegistrableDomain(host: string): string | undefined {
  return getDomain(host, { allowPrivateDomains: true }) ?? undefined;
}
