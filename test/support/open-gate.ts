import { connect, createServer, type Socket } from 'node:net';
import { getServerUrl } from '../../src/shared/server-url.ts';

/** A way to a server that can be barred. */
export interface Gate {
  /** The server's address, through the gate. */
  readonly url: string;
  /** Breaks what goes through it, and refuses what comes. */
  readonly shut: () => void;
  /** Lets connections stand, and new ones come, and no byte through, as when a cable is cut. */
  readonly silence: () => void;
  /** Lets new connections through; what was silenced stays so, until its ends give up. */
  readonly open: () => void;
  readonly close: () => Promise<void>;
}

/** A gate in front of a server, open. */
export async function openGate(server: string): Promise<Gate> {
  const { hostname, port } = new URL(server);
  const pairs = new Set<readonly Socket[]>();
  let state: 'open' | 'shut' | 'silent' = 'open';
  const gate = createServer((socket) => {
    socket.on('error', () => undefined);
    if (state === 'shut') {
      socket.destroy();
      return;
    }
    if (state === 'silent') {
      pairs.add([socket]);
      return;
    }
    const onward = connect({ host: hostname, port: Number(port || 5432) }).on('error', () => socket.destroy());
    pairs.add([socket, onward]);
    socket.pipe(onward).pipe(socket);
  });
  const breakAll = (): void => {
    for (const socket of [...pairs].flat()) socket.destroy();
    pairs.clear();
  };
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve).unref());
  const through = new URL(server);
  through.port = new URL(getServerUrl(gate)).port;
  return {
    url: through.href,
    shut: () => {
      state = 'shut';
      breakAll();
    },
    silence: () => {
      state = 'silent';
      for (const [socket, onward] of pairs) {
        socket?.unpipe().pause();
        onward?.unpipe().pause();
      }
    },
    open: () => {
      state = 'open';
    },
    close: async () => {
      breakAll();
      await new Promise((resolve) => gate.close(resolve));
    },
  };
}
