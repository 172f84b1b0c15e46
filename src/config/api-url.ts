/**
 * The address of GitHub's REST API, without a slash at the end.
 * @param host of a GitHub Enterprise Server; undefined: github.com
 */
export function getApiUrl(host: string | undefined, protocol: string): string {
  return host === undefined ? 'https://api.github.com' : `${protocol}://${host}/api/v3`;
}

/** Whether this is a host's name, perhaps with a port, and no address. */
export function isHost(text: string): boolean {
  return /^[\w.-]+(:\d{1,5})?$/.test(text);
}
