/** The parts of a web address as written, by offsets; its scheme may be misspelt or missing, which `link-scheme` mends. */
export interface AddressParts {
  /** Scheme, slashes and whatever names a user. */
  readonly start: string;
  /** Host and port, as written. */
  readonly authority: string;
  /** From the slash after the host on, without query and fragment. */
  readonly path: string;
  /** Whether another address is inside the path, as in that of an archived page. */
  readonly isWrapper: boolean;
}

/** Takes an address apart. Any text has parts; what is no web address may have a strange authority. */
export function readAddress(address: string): AddressParts {
  const [start = ''] = /^(?:h*t{1,3}ps?:?\/{1,3})*(?:[^/?#@]*@)?/i.exec(address) ?? [];
  const rest = address.slice(start.length);
  const [authority = ''] = /^[^/?#]*/.exec(rest) ?? [];
  const [path = ''] = /^[^?#]*/.exec(rest.slice(authority.length)) ?? [];
  return { start, authority, path, isWrapper: path.includes('://') };
}

/** Which part of its page an address leads to; '' where it leads to the page, or to words that a reader marked there. */
export function getFragment(address: string): string {
  const { hash = '' } = URL.parse(address) ?? {};
  return hash.replace(/^#|:~:.*$/g, '');
}
