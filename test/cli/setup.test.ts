// `copydesk setup`: a person opens the form, GitHub sends the browser back with a code, .env holds the credentials.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import nock from 'nock';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildManifest } from '../../src/cli/setup/build-manifest.ts';
import { exchangeCode } from '../../src/cli/setup/exchange-code.ts';
import { findSetNames, mergeEnv } from '../../src/cli/setup/env-file.ts';
import type { SetupChoices } from '../../src/cli/setup/find-setup-problem.ts';
import { runSetup } from '../../src/cli/setup/run-setup.ts';

const pem = '-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----\n';
const conversion = {
  id: 7,
  slug: 'copydesk-test',
  html_url: 'https://github.com/apps/copydesk-test',
  pem,
  webhook_secret: 'from-github-and-nobody-else',
  client_secret: 'not-needed',
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-setup-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('registering the app', () => {
  test('form, code, credentials, next steps', async () => {
    const setup = await start({ url: 'https://bot.example.org' });
    const form = await setup.openForm();
    expect(form.action).toMatch(/^https:\/\/github\.com\/settings\/apps\/new\?state=[0-9a-f]{64}$/);
    expect(form.manifest).toMatchObject({
      hook_attributes: { url: 'https://bot.example.org/api/github/webhooks', active: true },
      redirect_url: `${setup.address}/created`,
      default_permissions: { contents: 'read', issues: 'read' },
    });
    const answer = await setup.visit(`/created?code=one-time&state=${form.state}`);
    expect(answer.text).toContain('Registered');
    expect(await setup.exitCode).toBe(0);
    expect(setup.calls).toEqual(['POST https://api.github.com/app-manifests/one-time/conversions']);
    expect(readEnv()).toMatchInlineSnapshot(`
     "APP_ID=7
     PRIVATE_KEY=-----BEGIN RSA PRIVATE KEY-----\\nc2VjcmV0\\n-----END RSA PRIVATE KEY-----
     WEBHOOK_SECRET=from-github-and-nobody-else
     "
    `);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(setup.printed()).toMatchInlineSnapshot(`
     "Open ADDRESS/ in your browser. Waiting for 1 minute …
     Registered copydesk-test. Its credentials are in DIR/.env, readable for you only.
     Next:
       1. Install it on the newsletter's repository: https://github.com/apps/copydesk-test/installations/new
       2. Start the server: npm start
       3. Open a pull request on a draft."
    `);
  });

  test('nothing that is printed or shown holds a secret', async () => {
    const setup = await start({ url: 'https://bot.example.org' });
    const form = await setup.openForm();
    const answer = await setup.visit(`/created?code=one-time&state=${form.state}`);
    await setup.exitCode;
    for (const secret of ['c2VjcmV0', 'from-github', 'not-needed', 'one-time']) {
      expect(setup.printed() + answer.text).not.toContain(secret);
    }
  });

  test('for an organization on an own GitHub, with a proxy and the wider permissions', async () => {
    const proxy = 'https://smee.io/channel';
    const setup = await start({
      proxy,
      organization: 'weekly',
      publish: true,
      name: 'Desk',
      gheHost: 'git.example.org',
    });
    const form = await setup.openForm();
    expect(form.action).toContain('https://git.example.org/organizations/weekly/settings/apps/new?state=');
    expect(form.manifest).toMatchObject({
      name: 'Desk',
      hook_attributes: { url: proxy },
      default_permissions: { contents: 'write', issues: 'write' },
    });
    await setup.visit(`/created?code=c&state=${form.state}`);
    await setup.exitCode;
    expect(setup.calls).toEqual(['POST https://git.example.org/api/v3/app-manifests/c/conversions']);
    expect(readEnv()).toContain(`WEBHOOK_PROXY_URL=${proxy}\nGHE_HOST=git.example.org\nGHE_PROTOCOL=https\n`);
  });

  test('keeps the other lines of .env, and its credentials unless --force is given', async () => {
    writeFileSync(join(folder, '.env'), '# mine\nLOG_LEVEL=debug\nAPP_ID=1\nPRIVATE_KEY="a\nb"\nPORT=80\n');
    const refused = await start({ url: 'https://bot.example.org' });
    expect(await refused.exitCode).toBe(2);
    expect(refused.printed()).toMatchInlineSnapshot(
      `"copydesk setup: DIR/.env has credentials already (APP_ID, PRIVATE_KEY). --force replaces them; the old app stays registered on GitHub."`,
    );
    const forced = await start({ url: 'https://bot.example.org', force: true });
    await forced.visit(`/created?code=c&state=${(await forced.openForm()).state}`);
    await forced.exitCode;
    expect(readEnv()).toMatchInlineSnapshot(`
     "# mine
     LOG_LEVEL=debug
     APP_ID=7
     PRIVATE_KEY=-----BEGIN RSA PRIVATE KEY-----\\nc2VjcmV0\\n-----END RSA PRIVATE KEY-----
     PORT=80
     WEBHOOK_SECRET=from-github-and-nobody-else
     "
    `);
  });
});

test('the code goes to GitHub as its documentation asks, by the fetch of the platform', async () => {
  nock.disableNetConnect();
  const headers = { accept: 'application/vnd.github+json', 'user-agent': 'copydesk-setup' };
  const scope = nock('https://api.github.com', { reqheaders: headers })
    .post('/app-manifests/a-code/conversions')
    .reply(201, conversion);
  const exchange = await exchangeCode('https://api.github.com', 'a-code', fetch);
  nock.restore();
  expect(exchange).toEqual({
    ok: true,
    credentials: {
      appId: 7,
      slug: 'copydesk-test',
      pageUrl: 'https://github.com/apps/copydesk-test',
      privateKey: pem,
      webhookSecret: 'from-github-and-nobody-else',
    },
  });
  expect(scope.isDone()).toBe(true);
});

describe('what does not belong to it is turned away', () => {
  test.each([
    ['a name that points at this machine (DNS rebinding)', '/', 'evil.example:80', 421],
    ['a guessed state', '/created?code=c&state=00', undefined, 400],
    ['no state', '/created?code=c', undefined, 400],
    ['another page', '/.env', undefined, 404],
    ['a path that is none', '//', undefined, 404],
  ])('%s', async (_name, path, host, status) => {
    const setup = await start({ url: 'https://bot.example.org' });
    expect((await setup.visit(path, host)).status).toBe(status);
    expect(setup.calls).toEqual([]);
    await setup.finish();
  });

  test('a second code: GitHub is asked once', async () => {
    const setup = await start({ url: 'https://bot.example.org' });
    const { state } = await setup.openForm();
    const answers = await Promise.all(['a', 'b'].map((code) => setup.visit(`/created?code=${code}&state=${state}`)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 409]);
    await setup.exitCode;
    expect(setup.calls).toHaveLength(1);
  });

  test('its page runs no script and sends its form to GitHub only', async () => {
    const setup = await start({ url: 'https://bot.example.org' });
    const { policy } = await setup.visit('/');
    expect(policy).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; form-action https://github.com; frame-ancestors 'none'",
    );
    await setup.finish();
  });
});

describe('one clear line, exit code 2, nothing written', () => {
  test.each<[string, Options, string]>([
    ['no address', {}, 'say where GitHub shall send webhooks: --url'],
    ['two addresses', { url: 'https://a.example', proxy: 'https://b.example' }, '--url and --proxy exclude each other'],
    ['no http address', { url: 'ftp://a.example' }, 'ftp://a.example is not an http(s) address.'],
    ['this machine', { url: 'http://localhost:3000' }, 'GitHub cannot reach http://localhost:3000, an address of this'],
    ['this machine by number', { url: 'http://127.0.0.1' }, 'GitHub cannot reach http://127.0.0.1,'],
    [
      'an own GitHub’s address',
      { url: 'https://a.example', gheHost: 'https://git.example' },
      'GHE_HOST must be a host',
    ],
    ['no protocol', { url: 'https://a.example', gheProtocol: 'ftp' }, 'GHE_PROTOCOL must be https or http.'],
    ['a missing folder', { url: 'https://a.example', env: 'no/.env' }, 'DIR/no is not a folder that you may write to.'],
  ])('%s', async (_name, choices, line) => {
    const setup = await start(choices);
    expect(await setup.exitCode).toBe(2);
    expect(setup.printed()).toContain(`copydesk setup: ${line}`);
    expect(setup.printed().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['a refusal', () => new Response('{}', { status: 404 }), 'GitHub refused the code (status 404).'],
    ['no GitHub', () => new Response('<html>'), 'https://api.github.com did not answer as GitHub does.'],
    ['no credentials', () => Response.json({ id: 7, pem }), "GitHub's reply lacks the app's credentials."],
    ...[
      { webhook_secret: 'x"\nNODE_OPTIONS=--require=/tmp/x.js' },
      { webhook_secret: 'x\rPORT=1' },
      { pem: `${pem}HOST=0.0.0.0\n` },
      { slug: 'x\u001B[2J' },
      { html_url: 'javascript:alert(1)' },
    ].map((odd): [string, () => Response, string] => [
      `odd ones: ${JSON.stringify(odd)}`,
      () => Response.json({ ...conversion, ...odd }),
      "GitHub's reply lacks the app's credentials.",
    ]),
  ])('%s', async (_name, reply, line) => {
    const setup = await start({ url: 'https://bot.example.org' }, reply);
    await setup.visit(`/created?code=c&state=${(await setup.openForm()).state}`);
    expect(await setup.exitCode).toBe(2);
    expect(setup.printed().split('\n').slice(1)).toEqual([
      `copydesk setup: ${line} Run it again; nothing was written.`,
    ]);
    expect(existsSync(join(folder, '.env'))).toBe(false);
  });

  test('a port that is taken', async () => {
    const first = await start({ url: 'https://bot.example.org' });
    const second = await start({ url: 'https://bot.example.org', port: Number(new URL(first.address).port) });
    expect(await second.exitCode).toBe(2);
    expect(second.printed()).toMatch(/^copydesk setup: port \d+ cannot be used; choose another one with --port\.$/);
    await first.finish();
  });

  test('nobody comes', async () => {
    const setup = await start({ url: 'https://bot.example.org', minutes: 0 });
    expect(await setup.exitCode).toBe(2);
    expect(setup.printed()).toContain('nobody completed the form within 0 minutes; nothing was written.');
  });
});

test.each([
  ['https://a.example/', 'https://a.example/api/github/webhooks'],
  ['https://a.example/copydesk/', 'https://a.example/copydesk/api/github/webhooks'],
  ['https://a.example/api/github/webhooks', 'https://a.example/api/github/webhooks'],
])('webhooks of a server at %s go to %s', async (url, webhooks) => {
  const setup = await start({ url });
  expect((await setup.openForm()).manifest).toMatchObject({ hook_attributes: { url: webhooks } });
  await setup.finish();
});

test('--publish adds what a bot needs that opens pull requests, and nothing else', () => {
  const appYml = readFileSync('app.yml', 'utf8');
  const choices = { name: undefined, webhookUrl: 'https://a.example/', redirectUrl: 'http://127.0.0.1:1/created' };
  const review = buildManifest(appYml, { ...choices, mayPublish: false }).default_permissions;
  const publish = buildManifest(appYml, { ...choices, mayPublish: true }).default_permissions;
  expect(review).toEqual({
    metadata: 'read',
    contents: 'read',
    issues: 'read',
    pull_requests: 'write',
    checks: 'write',
  });
  expect(publish).toEqual({ ...review, contents: 'write', issues: 'write' });
});

test.each([
  ['an empty file', '', 'A=1\n'],
  ['a new name goes to the end', 'B=2\n', 'B=2\nA=1\n'],
  ['a value in its place, its double goes', '# c\nexport A=0\nB=2\nA=9', '# c\nA=1\nB=2\n'],
  ['a value of several lines', 'A="x\ny"\nB=2\n', 'A=1\nB=2\n'],
  ['an empty value, Windows line ends', 'A=\r\nB=2\r\n', 'A=1\nB=2\n'],
])('.env: %s', (_name, before, after) => {
  expect(mergeEnv(before, { A: '1' })).toBe(after);
});

test('a name counts as set if there is a value', () => {
  expect(findSetNames('A=1\nB=\nC=""\nD= # later\n#E=1\nexport F="x\ny"', ['A', 'B', 'C', 'D', 'E', 'F'])).toEqual([
    'A',
    'F',
  ]);
});

type Options = Partial<SetupChoices>;

async function start(options: Options, reply = (): Response => Response.json(conversion)) {
  const lines: string[] = [];
  const calls: string[] = [];
  const opened = Promise.withResolvers<string>();
  const print = (line: string): void => {
    lines.push(line);
    opened.resolve(/http:[^ ]*(?=\/ in)/.exec(line)?.[0] ?? '');
  };
  const fetchPage: typeof fetch = (address, init) => {
    calls.push(`${init?.method ?? 'GET'} ${address instanceof Request ? address.url : address.toString()}`);
    return Promise.resolve(reply());
  };
  const choices: SetupChoices = {
    url: undefined,
    proxy: undefined,
    organization: undefined,
    name: undefined,
    publish: false,
    force: false,
    port: 0,
    minutes: 1,
    gheHost: undefined,
    gheProtocol: 'https',
    ...options,
    env: join(folder, options.env ?? '.env'),
  };
  const exitCode = runSetup(choices, { fetchPage, print, complain: print });
  const address = await opened.promise;
  const printed = (): string =>
    lines
      .join('\n')
      .replaceAll(folder, 'DIR')
      .replaceAll(address || '?', 'ADDRESS');
  const see = (path: string, host?: string): Promise<Visit> => visit(`${address}${path}`, host);
  const openForm = async (): Promise<Form> => readForm((await see('/')).text);
  const finish = async (): Promise<void> => {
    await see(`/created?code=c&state=${(await openForm()).state}`);
    await exitCode;
  };
  return { address, calls, exitCode, printed, visit: see, openForm, finish };
}

interface Visit {
  readonly status: number | undefined;
  readonly policy: unknown;
  readonly text: string;
}

/** Not fetch: it lets nobody choose the Host header. */
function visit(address: string, host?: string): Promise<Visit> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    const sent = request(address, { headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        resolve({ status: answer.statusCode, policy: answer.headers['content-security-policy'], text });
      });
    });
    sent.on('error', reject).end();
  });
}

interface Form {
  readonly action: string;
  readonly state: string;
  readonly manifest: unknown;
}

function readForm(page: string): Form {
  const decode = (text = ''): string => text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const action = decode(/action="([^"]*)"/.exec(page)?.[1]);
  const manifest: unknown = JSON.parse(decode(/value="([^"]*)"/.exec(page)?.[1]));
  return { action, state: new URL(action).searchParams.get('state') ?? '', manifest };
}

function readEnv(): string {
  return readFileSync(join(folder, '.env'), 'utf8');
}
