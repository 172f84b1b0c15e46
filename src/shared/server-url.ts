/** What `address()` of a server of Node tells. */
interface Bound {
  readonly address: string;
  readonly family: string;
  readonly port: number;
}

/** `http://HOST:PORT` of a server that listens on a port, without a slash at the end. */
export function getServerUrl(server: { address(): Bound | string | null }): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server listens on no port');
  const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return `http://${host}:${bound.port}`;
}
