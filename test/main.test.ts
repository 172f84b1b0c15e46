import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../src/sandbox/start-sandbox.ts';
import { makeAppKey } from './support/make-app-key.ts';

// A process of its own takes its time on a busy machine.

const privateKey = makeAppKey();
const webhookSecret = 'the-secret-of-the-webhook';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ app: { id: 7, slug: 'copydesk', publicKey: privateKey, webhookSecret } });
});
afterAll(() => sandbox.close());

/** The server as a process of its own, with this environment and no other. */
function start(environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['src/main.ts'], { env: { ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function runToItsEnd(environment: Readonly<Record<string, string>>) {
  const child = start(environment);
  const said: string[] = [];
  child.stderr?.on('data', (data: Buffer) => said.push(data.toString()));
  const [code] = (await once(child, 'close')) as [number | null]; // the event's arguments are not typed
  return { code, said: said.join('') };
}

const complete = () => ({
  APP_ID: '7',
  PRIVATE_KEY: privateKey.replaceAll('\n', '\\n'),
  WEBHOOK_SECRET: webhookSecret,
  GHE_HOST: new URL(sandbox.url).host,
  GHE_PROTOCOL: 'http',
  PORT: '0',
});

describe('the server process', () => {
  test('does not start without credentials, and says how to get them', async () => {
    expect(await runToItsEnd({})).toMatchInlineSnapshot(`
     {
       "code": 2,
       "said": "Copydesk cannot start:
       - APP_ID is missing: the number of the GitHub App
       - WEBHOOK_SECRET is missing: the webhook secret of the GitHub App
       - PRIVATE_KEY or PRIVATE_KEY_PATH is missing: the GitHub App's private key (PEM)
     \`npm run copydesk -- setup\` registers a GitHub App and writes its credentials to .env; .env.example describes every setting.
     ",
     }
    `);
  });

  test('does not start with a key that is not the app’s', async () => {
    const wrong = makeAppKey();
    expect(await runToItsEnd({ ...complete(), PRIVATE_KEY: wrong })).toMatchInlineSnapshot(`
     {
       "code": 2,
       "said": "Copydesk cannot start: GitHub does not accept APP_ID and the private key together.
     ",
     }
    `);
  });

  test('does not start on a port that is taken, nor at an address that is elsewhere, and says what to set', async () => {
    const { port } = new URL(sandbox.url);
    expect(await runToItsEnd({ ...complete(), PORT: port })).toEqual({
      code: 2,
      said: `Copydesk cannot start: port ${port} of 127.0.0.1 is taken: end what listens there, or set PORT to another one\n`,
    });
    expect(await runToItsEnd({ ...complete(), HOST: '192.0.2.1' })).toEqual({
      code: 2,
      said: 'Copydesk cannot start: nothing can listen on 192.0.2.1 (EADDRNOTAVAIL): set HOST to an address of this machine\n',
    });
  });

  test.each(['src/main.ts', 'src/action.ts', 'src/cli/index.ts'])(
    'on an older Node %s says which it needs',
    (program) => {
      const older = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.20.2'}})";
      const { status, stderr } = spawnSync(process.execPath, ['--import', older, program], {
        encoding: 'utf8',
        env: {},
      });
      const oldest = /">=([\d.]+)"/.exec(readFileSync('package.json', 'utf8'))?.[1] ?? 'none';
      expect([status, stderr]).toEqual([2, `Copydesk needs Node ${oldest} or newer, and this is Node 20.20.2.\n`]);
    },
  );

  test('ends when it is told to while it waits for its database, also where it is process 1', async () => {
    const child = start({ ...complete(), DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    await once(child.stdout ?? child, 'data');
    child.kill('SIGTERM');
    // Nobody heeds the signal where this is [null, 'SIGTERM']: the system alone ends the process, and spares process 1.
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('is alive while GitHub is not, and says so in the log', async () => {
    const child = start({ ...complete(), GHE_HOST: '127.0.0.1:1' });
    const said: string[] = [];
    child.stdout?.on('data', (data: Buffer) => said.push(data.toString()));
    while (!said.join('').includes('could not be asked')) await once(child.stdout ?? child, 'data');
    const url = /http:\/\/127[^"]+/.exec(said.join(''))?.[0] ?? 'no address';
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('starts, says that it is alive, and ends when it is told to', async () => {
    const child = start(complete());
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]; // the event's arguments are not typed
    const url = /http:\/\/127[^"]+/.exec(line.toString())?.[0] ?? 'no address';
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});
