import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { getServerUrl } from '../../shared/server-url.ts';
import { makeCertificate } from './make-certificate.ts';
import { SAMPLE_WEB } from './sample-web.ts';

/** The internet of the demo: a proxy behind which the sites of the sample are, and nothing else. */
export interface SampleWeb {
  readonly proxyUrl: string;
  /** PEM; whoever goes there has to trust it. */
  readonly certificate: string;
  readonly close: () => Promise<void>;
}

/** Listens on this machine only; nothing of it leads outside. */
export async function startSampleWeb(now: Date): Promise<SampleWeb> {
  const hosts = [...new Set(Object.keys(SAMPLE_WEB).map((address) => new URL(address).hostname))];
  const { certificate, key } = makeCertificate(hosts, now);
  const secure = createTlsServer({ cert: certificate, key }, answerAs('https'));
  const sockets = new Set<Socket>();
  const proxy = createServer(answerAs('http'));
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  proxy.on('connect', (request, socket) => {
    const [host = ''] = (request.url ?? '').split(':');
    socket.on('error', () => undefined);
    if (!hosts.includes(host)) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    secure.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    proxyUrl: getServerUrl(proxy),
    certificate,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

/** Through the proxy http comes with the whole address, and https with the path alone. */
function answerAs(scheme: 'http' | 'https'): RequestListener {
  return ({ url = '', headers: { host = '' } }, response) => {
    const address = url.startsWith('/') ? `${scheme}://${host}${url}` : url;
    const page = SAMPLE_WEB[address.replace(/[?#].*$/, '').replace(/^http:/, 'https:')];
    if (page === undefined) answer(response, 404, '<title>Nothing here</title>');
    else answer(response, 200, page);
  };
}

function answer(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', connection: 'close' }).end(html);
}
