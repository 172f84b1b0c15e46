import { createServer, type RequestListener, type Server } from 'node:http';

const ATTEMPTS = 20;

/**
 * Listens on this machine on a port, or on the next one that is free.
 * @returns undefined where none of twenty is
 */
export async function listenNear(
  listener: RequestListener,
  port: number,
): Promise<{ readonly server: Server; readonly port: number } | undefined> {
  for (let candidate = port; candidate < Math.min(port + ATTEMPTS, 65_536); candidate += 1) {
    const server = await listenOn(listener, candidate);
    if (server !== undefined) return { server, port: candidate };
  }
  return undefined;
}

async function listenOn(listener: RequestListener, port: number): Promise<Server | undefined> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // Not allowed (below 1024) is as good as taken.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
