import { createServer } from 'node:http';
import { getServerUrl } from '../../shared/server-url.ts';

/** A port of this machine that nobody listens on: a bot's address has to be told to GitHub before the bot can be told GitHub's. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = new URL(getServerUrl(server));
  await new Promise((resolve) => server.close(resolve));
  return Number(port);
}
