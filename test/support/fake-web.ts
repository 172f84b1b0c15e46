import { createServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { connect, createServer as createRawServer, type Server, type Socket } from 'node:net';
import type { DialTarget, Guard } from '../../src/adapters/web/guarded-connector.ts';
import type { Resolution } from '../../src/adapters/web/resolve-host.ts';

/** What answers at an origin: a server that speaks HTTP, or whatever somebody does with a socket. */
export type Site = { readonly answer: RequestListener } | { readonly raw: (socket: Socket) => void };

/** An internet on this machine: names with public addresses, all of which lead to servers here. TLS is left out. */
export interface FakeWeb {
  readonly guard: Guard;
  /** Every address that a socket was opened to, in order. */
  readonly dialled: readonly string[];
  /** `GET https://ada.dev/moon`, in order. */
  readonly requests: readonly string[];
  /** How often each name was looked up. */
  readonly lookups: ReadonlyMap<string, number>;
  /** Ports by origin, for another process. */
  readonly ports: Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
}

export interface FakeWebOptions {
  /** What names say, one answer after the other, the last one for ever; those of sites have an address of their own. */
  readonly names?: Readonly<Record<string, readonly Resolution[]>>;
  /** The address at the other end of a socket, where it is not the one that was asked for. */
  readonly peers?: Readonly<Record<string, string>>;
}

const publicAddress = '93.184.216.34';

/** @param sites by origin, `https://ada.dev` */
export async function startFakeWeb(
  sites: Readonly<Record<string, Site>>,
  { names = {}, peers = {} }: FakeWebOptions = {},
): Promise<FakeWeb> {
  const dialled: string[] = [];
  const requests: string[] = [];
  const lookups = new Map<string, number>();
  const servers = new Map<string, Server>();
  for (const [origin, site] of Object.entries(sites)) servers.set(origin, await listenFor(origin, site, requests));
  const ports = Object.fromEntries([...servers].map(([origin, server]) => [origin, getPort(server)]));
  const hosts = new Set(Object.keys(sites).map((origin) => new URL(origin).hostname));
  return {
    dialled,
    requests,
    lookups,
    ports,
    guard: {
      resolve: (asked) => {
        const host = asked.replace(/\.$/, '');
        const count = lookups.get(host) ?? 0;
        lookups.set(host, count + 1);
        const answers = names[host];
        const found = answers?.[count] ?? answers?.at(-1);
        return Promise.resolve(found ?? (hosts.has(host) ? toAddresses(publicAddress) : { kind: 'none' }));
      },
      dial: async (target) => {
        dialled.push(target.address);
        const port = ports[toOrigin(target)] ?? ports[`https://${target.servername}`];
        if (port === undefined) throw new Error('nobody listens there');
        return { socket: await open(port), peer: peers[target.servername] ?? target.address };
      },
    },
    close: async () => {
      await Promise.all([...servers.values()].map(closeServer));
    },
  };
}

export function toAddresses(...addresses: readonly string[]): Resolution {
  return { kind: 'addresses', addresses };
}

/** A site that answers every path with the same. */
export function always(body: string, headers: Readonly<Record<string, string>> = {}, status = 200): Site {
  return {
    answer: (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
    },
  };
}

/** A site with an answer for each path, 404 for all others. A text that starts with `→ ` is where it moved for good. */
export function paths(pages: Readonly<Record<string, string>>): Site {
  return {
    answer: (request, response) => {
      const page = pages[request.url ?? ''];
      if (page === undefined)
        response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Nothing here</title>');
      else if (page.startsWith('→ ')) response.writeHead(301, { location: page.slice(2) }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    },
  };
}

function toOrigin({ protocol, servername }: DialTarget): string {
  return `${protocol}//${servername}`;
}

async function listenFor(origin: string, site: Site, requests: string[]): Promise<Server> {
  const server =
    'raw' in site
      ? createRawServer((socket) => {
          socket.on('error', () => undefined);
          site.raw(socket);
        })
      : createServer((request, response) => {
          requests.push(`${request.method ?? ''} ${origin}${request.url ?? ''}`);
          response.on('error', () => undefined);
          site.answer(request, response);
        });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  openSockets.set(server, sockets);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const openSockets = new WeakMap<Server | HttpServer, Set<Socket>>();

async function closeServer(server: Server): Promise<void> {
  for (const socket of openSockets.get(server) ?? []) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}

function getPort(server: Server): number {
  const bound = server.address();
  return bound === null || typeof bound === 'string' ? 0 : bound.port;
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
}
