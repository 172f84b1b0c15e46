// The guard with real sockets: what it does not want to reach listens on this machine, and counts who comes.
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/adapters/clock.ts';
import { createPages } from '../../../src/adapters/web/create-pages.ts';
import { createDial, type Dial, type Guard } from '../../../src/adapters/web/guarded-connector.ts';
import { confirmAbsence, type Resolve } from '../../../src/adapters/web/resolve-host.ts';
import { makeCertificate } from '../../../src/cli/demo/make-certificate.ts';
import { toAddresses } from '../../support/fake-web.ts';
import { listen, type Listening } from '../../support/listen.ts';

let connections = 0;
let requests = 0;
let inside: Listening;

beforeAll(async () => {
  const server = createServer((_request, response) => {
    requests += 1;
    response.end('<title>Secret</title>');
  });
  server.on('connection', () => (connections += 1));
  inside = await listen(server);
});
beforeEach(() => {
  connections = 0;
  requests = 0;
});
afterAll(async () => inside.close());

const dial = createDial(1000);
/** Port 80 of any address is the server's here. */
const dialInside: Dial = async (target) => dial({ ...target, address: '127.0.0.1', port: new URL(inside.url).port });

async function read(guard: Guard, url = 'http://evil.dev/'): Promise<string> {
  const pages = createPages({ clock: systemClock, proxyUrl: undefined, guard, limits: { total: 2000 } });
  const facts = await pages.read(url);
  await pages.close();
  return facts.kind === 'page' ? 'page' : `${facts.kind} ${facts.reason}`;
}

test('a name of this machine opens no socket', async () => {
  const resolve: Resolve = async () => Promise.resolve(toAddresses('127.0.0.1'));
  expect(await read({ resolve, dial: dialInside })).toBe('refused address');
  expect(connections).toBe(0);
});

test('a socket that ends on this machine all the same is asked nothing', async () => {
  const resolve: Resolve = async () => Promise.resolve(toAddresses('93.184.216.34'));
  expect(await read({ resolve, dial: dialInside })).toBe('refused address');
  expect(requests).toBe(0);
});

test('where nobody listens, nobody can tell', async () => {
  const resolve: Resolve = async () => Promise.resolve(toAddresses('93.184.216.34'));
  const closed: Dial = async (target) => dial({ ...target, address: '127.0.0.1', port: '1' });
  expect(await read({ resolve, dial: closed })).toBe('unverified network');
});

test('that a name does not exist is believed where another one does', async () => {
  const none: Resolve = async () => Promise.resolve({ kind: 'none' });
  const other: Resolve = async (host) =>
    Promise.resolve(host === 'github.com' ? toAddresses('93.184.216.34') : { kind: 'none' });
  expect(await read({ resolve: confirmAbsence(none), dial })).toBe('unverified network');
  expect(await read({ resolve: confirmAbsence(other), dial })).toBe('unreachable no-such-host');
});

test('the certificate has to name the site, though the socket goes to a number', async () => {
  const { certificate, key } = makeCertificate(['secure.dev'], new Date());
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, certificate]);
  const server = await listen(
    createTlsServer({ cert: certificate, key }, (_request, response) => response.end('<title>Safe</title>')),
  );
  const port = new URL(server.url).port;
  const resolve: Resolve = async () => Promise.resolve(toAddresses('93.184.216.34'));
  const guard: Guard = {
    resolve,
    dial: async (target) => ({ ...(await dial({ ...target, address: '127.0.0.1', port })), peer: target.address }),
  };
  const told = await Promise.all(
    ['https://secure.dev/', 'https://other.dev/', 'https://93.184.216.34/'].map(async (url) => read(guard, url)),
  );
  setDefaultCACertificates(trusted);
  await server.close();
  expect(told).toEqual(['page', 'unreachable certificate', 'unreachable certificate']);
});
