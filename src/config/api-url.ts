/**
 * The address of GitHub's REST API, without a slash at the end.
 * @param host of a GitHub Enterprise Server; undefined: github.com
 */
export function getApiUrl(host: string | undefined, protocol: string): string {
  return host === undefined ? 'https://api.github.com' : `${protocol}://${host}/api/v3`;
}
