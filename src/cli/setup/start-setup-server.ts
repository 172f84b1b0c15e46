import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getServerUrl } from '../../shared/server-url.ts';
import { renderMessagePage } from './render-setup-page.ts';

/** What the server shows, and what it does with the code. */
export interface SetupPages {
  /** 0 takes any free port. */
  readonly port: number;
  /** Comes back from GitHub with the code, so that nobody else can hand us one. */
  readonly state: string;
  /** Where the form sends the browser; the page may lead nowhere else. */
  readonly formOrigin: string;
  readonly renderForm: (address: string) => string;
  /** Called at most once; returns the page to show. */
  readonly onCode: (code: string) => Promise<string>;
}

export interface SetupServer {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly page: string;
}

/** Serves the form on the loopback interface only. Rejects if the port is taken. */
export async function startSetupServer(pages: SetupPages): Promise<SetupServer> {
  let address = '';
  let isUsed = false;
  const useCode = async (code: string): Promise<Answer> => {
    if (isUsed) return refuse(409, 'This registration has been completed already.');
    isUsed = true;
    return { status: 200, page: await pages.onCode(code) };
  };
  const server = createServer((request, response) => {
    void answerRequest(request, address, pages, useCode).then((answer) => {
      send(response, answer, pages.formOrigin);
    });
  });
  server.listen(pages.port, '127.0.0.1');
  await once(server, 'listening');
  address = getServerUrl(server);
  return {
    address,
    close: async () => {
      server.close();
      // Browsers keep spare connections open; the last answer has a second to get out.
      setTimeout(() => server.closeAllConnections(), 1000).unref();
      await once(server, 'close');
    },
  };
}

async function answerRequest(
  request: IncomingMessage,
  address: string,
  pages: SetupPages,
  useCode: (code: string) => Promise<Answer>,
): Promise<Answer> {
  // A page elsewhere can point a name of its own at 127.0.0.1; such a request carries that name.
  if (`http://${request.headers.host ?? ''}` !== address) return refuse(421, `Open ${address}/ instead.`);
  if (request.method !== 'GET') return refuse(405, 'There is nothing to send here.');
  const url = URL.parse(request.url ?? '/', address);
  if (url === null) return refuse(404, 'There is no such page.');
  if (url.pathname === '/') return { status: 200, page: pages.renderForm(address) };
  if (url.pathname !== '/created') return refuse(404, 'There is no such page.');
  const code = url.searchParams.get('code') ?? '';
  if (!isSame(url.searchParams.get('state') ?? '', pages.state) || !/^[\w-]{1,200}$/.test(code)) {
    return refuse(400, 'This did not come from the form that was opened here. Start again.');
  }
  return useCode(code);
}

function refuse(status: number, message: string): Answer {
  return { status, page: renderMessagePage('That did not work', message) };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function send(response: ServerResponse, answer: Answer, formOrigin: string): void {
  response.writeHead(answer.status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action ${formOrigin}; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(answer.page);
}
