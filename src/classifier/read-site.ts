import { getLinkIdentity } from '../archive/link-identity.ts';

/** Where a link leads, as far as it tells who publishes there. */
export interface Site {
  /** Without `www.`; the link itself where it is no web address. */
  readonly host: string;
  /** The segments of the path, in small letters. */
  readonly path: readonly string[];
}

/** Longer addresses tell no more. */
const MAX_LENGTH = 500;

/** Reads the site of an address; all spellings of one page have the same. */
export function readSite(url: string): Site {
  const [address = ''] = getLinkIdentity(url.slice(0, MAX_LENGTH), []).split(/[?#]/, 1);
  const [host = '', ...path] = address.toLowerCase().split('/');
  return { host, path: path.filter((segment) => segment !== '') };
}
