import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import { getLiteral, isPublicAddress } from './allowed-address.ts';
import type { Resolve } from './resolve-host.ts';
import { toReason, WebTrouble } from './web-trouble.ts';

/** Where a socket goes: a number, never a name. */
export interface DialTarget {
  readonly address: string;
  readonly port: string;
  readonly protocol: string;
  /** Whom the certificate must name. */
  readonly servername: string;
}

/** Opens a socket; `peer` is the address at its other end. */
export type Dial = (target: DialTarget) => Promise<{ readonly socket: Socket; readonly peer: string }>;

export interface Guard {
  readonly resolve: Resolve;
  readonly dial: Dial;
}

/** Opens real sockets. */
export function createDial(timeoutMilliseconds: number): Dial {
  const connect = buildConnector({ timeout: timeoutMilliseconds, allowH2: false, maxCachedSessions: 0 });
  return async ({ address, port, protocol, servername }) =>
    new Promise((resolve, reject) => {
      // A number is no name to ask for; the certificate then has to name the number.
      const name = getLiteral(servername) === undefined ? servername : '';
      connect({ hostname: address, host: servername, port, protocol, servername: name }, (error, socket) => {
        // Where there is an error, there is not even null for a socket.
        if (error !== null) reject(error);
        else resolve({ socket, peer: socket.remoteAddress ?? '' });
      });
    });
}

/**
 * A connector for undici that reaches nothing but the public internet: a host's name is looked up once, all of its
 * addresses have to be public, one of them is connected to by number, and the other end is checked once more. Redirects
 * come through here as well.
 */
export function createGuardedConnector({ resolve, dial }: Guard): buildConnector.connector {
  return (options, callback) => {
    void connect(options).then(
      (socket) => callback(null, socket),
      // By the codes of some errors undici tries again, and says in the end what it died of itself.
      (error: unknown) => callback(new WebTrouble(toReason(error)), null),
    );
  };

  async function connect({ hostname, port, protocol }: buildConnector.Options): Promise<Socket> {
    const address = await choose(hostname, resolve);
    const { socket, peer } = await dial({ address, port, protocol, servername: hostname.replace(/\.$/, '') });
    if (isPublicAddress(peer)) return boundSocket(socket);
    socket.destroy();
    throw new WebTrouble({ kind: 'refused', reason: 'address' });
  }
}

/** What may come through one socket, with all that is neither header nor body. */
const MAX_WIRE = 2 * 1024 * 1024;
const LOOK_EVERY_MILLISECONDS = 50;

/** Ends a socket that brings more than any answer may need: what undici takes no notice of is counted nowhere else. */
function boundSocket(socket: Socket): Socket {
  const watch = setInterval(() => {
    if (socket.bytesRead > MAX_WIRE) socket.destroy(new WebTrouble({ kind: 'unverified', reason: 'too-large' }));
  }, LOOK_EVERY_MILLISECONDS);
  return socket.once('close', () => clearInterval(watch));
}

async function choose(hostname: string, resolve: Resolve): Promise<string> {
  const literal = getLiteral(hostname);
  const found = literal === undefined ? await resolve(hostname) : undefined;
  if (found?.kind === 'none') throw new WebTrouble({ kind: 'unreachable', reason: 'no-such-host' });
  if (found?.kind === 'unknown') throw new WebTrouble({ kind: 'unverified', reason: 'network' });
  const addresses = found?.addresses ?? [literal ?? ''];
  const [first = ''] = addresses;
  if (!addresses.every(isPublicAddress)) throw new WebTrouble({ kind: 'refused', reason: 'address' });
  return first;
}
