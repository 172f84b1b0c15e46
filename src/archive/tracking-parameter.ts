/** A parameter of a URL's query that says where the reader came from, and nothing about the page. */
export interface TrackingParameter {
  /** In any case; a trailing `*` stands for any ending. */
  readonly name: string;
  /** Only on these hosts and their subdomains. */
  readonly on?: readonly string[] | undefined;
  /** Never on these hosts and their subdomains. */
  readonly notOn?: readonly string[] | undefined;
}

/** Whether a parameter with this name, as written in a URL of this host, is one of the kept list. */
export function isTrackingParameter(known: readonly TrackingParameter[], host: string, name: string): boolean {
  const plain = decode(name).toLowerCase();
  return known.some(
    (parameter) =>
      isNamed(parameter.name.toLowerCase(), plain) &&
      (parameter.on === undefined || isHostOf(parameter.on, host)) &&
      !isHostOf(parameter.notOn ?? [], host),
  );
}

function isNamed(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Whether a host is one of these or a subdomain of one. */
export function isHostOf(hosts: readonly string[], host: string): boolean {
  const plain = host.toLowerCase();
  return hosts.some((known) => plain === known || plain.endsWith(`.${known}`));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is part of the name.
    return text;
  }
}
