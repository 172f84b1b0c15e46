import { describe, expect, test } from '@jest/globals';
import { listSecrets, readEnvironment, renderEnvironmentProblems } from '../../src/config/environment.ts';
import { makeAppKey } from '../support/make-app-key.ts';

const privateKey = makeAppKey();
const complete = { APP_ID: '7', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 'a-long-random-secret' };
const noFiles = () => undefined;

/** What the server would print, or the environment it would start with. */
function start(variables: Readonly<Record<string, string>>, readText: (path: string) => string | undefined = noFiles) {
  const reading = readEnvironment(variables, readText);
  return reading.ok ? reading.environment : renderEnvironmentProblems(reading.problems);
}

describe('the environment', () => {
  test('one message names all that is missing, and how to get it', () => {
    expect(start({})).toMatchInlineSnapshot(`
      "Copydesk cannot start:
        - APP_ID is missing: the number of the GitHub App
        - WEBHOOK_SECRET is missing: the webhook secret of the GitHub App
        - PRIVATE_KEY or PRIVATE_KEY_PATH is missing: the GitHub App's private key (PEM)
      \`npm run copydesk -- setup\` registers a GitHub App and writes its credentials to .env; .env.example describes every setting."
    `);
  });

  test('one message names all that is wrong', () => {
    const wrong = {
      APP_ID: 'copydesk',
      PRIVATE_KEY: 'nonsense',
      PORT: '70000',
      GHE_HOST: 'https://x',
      LOG_LEVEL: 'loud',
      PAGES_PROXY: 'socks://proxy',
    };
    expect(start({ ...wrong, WEBHOOK_SECRET: 'development' })).toMatchInlineSnapshot(`
      "Copydesk cannot start:
        - APP_ID must be the number of the GitHub App
        - WEBHOOK_SECRET must not be a word that anyone can guess
        - WEBHOOK_SECRET must have at least 16 characters
        - GHE_HOST must be a host name, like github.example.com
        - PORT must be a port number
        - LOG_LEVEL must be debug, info, warn, error or silent
        - PAGES_PROXY must be the http(s) address of a proxy, like http://proxy.example.com:3128
        - PRIVATE_KEY is not a private key in PEM format
      \`npm run copydesk -- setup\` registers a GitHub App and writes its credentials to .env; .env.example describes every setting."
    `);
  });

  test.each([
    ['APP_ID', 'no 7'],
    ['APP_ID', '7 or so'],
    ['PORT', '65536'],
    ['DATABASE_URL', 'see-postgres://db.example/copydesk'],
    ['DOCS_URL', 'see-https://docs.example/rules'],
    ['RECONCILE_SECONDS', '0'],
    ['RECONCILE_SECONDS', '60 s'],
  ])('%s is not %j', (name, value) => {
    expect(start({ ...complete, [name]: value })).toMatch(new RegExp(`^ {2}- ${name} must be`, 'm'));
  });

  test('a message never holds the value that is wrong', () => {
    const message = start({ APP_ID: 'hunter2-app', PRIVATE_KEY: 'hunter2-key', WEBHOOK_SECRET: 'hunter2' });
    expect(message).not.toContain('hunter2');
  });

  test.each([
    ['empty', ''],
    ['blank', '   '],
    ['the one that Probot falls back to', 'development'],
    ['too short', 'fifteen-letters'],
  ])('refuses a webhook secret that is %s', (_, secret) => {
    expect(start({ ...complete, WEBHOOK_SECRET: secret })).toContain('WEBHOOK_SECRET');
  });

  test.each([
    ['as it is', { PRIVATE_KEY: privateKey }],
    ['on one line', { PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') }],
    ['with line ends of Windows', { PRIVATE_KEY: privateKey.replaceAll('\n', '\r\n') }],
    ['in base64', { PRIVATE_KEY: Buffer.from(privateKey).toString('base64') }],
    ['in a file', { PRIVATE_KEY_PATH: 'key.pem' }],
  ])('takes the private key %s', (_, key) => {
    const { APP_ID, WEBHOOK_SECRET } = complete;
    const environment = start({ APP_ID, WEBHOOK_SECRET, ...key }, (path) =>
      path === 'key.pem' ? privateKey : undefined,
    );
    expect(environment).toMatchObject({ privateKey });
  });

  test.each([
    ['nothing between its lines', privateKey.replace(/\n[^-]+\n/, '\ngarbage\n'), 'is not a private key in PEM format'],
    ['a passphrase', privateKey.replace('\n', '\nProc-Type: 4,ENCRYPTED\n'), 'is a private key with a passphrase'],
  ])('refuses a private key with %s', (_, PRIVATE_KEY, problem) => {
    expect(start({ ...complete, PRIVATE_KEY })).toContain(`PRIVATE_KEY ${problem}`);
  });

  test('says which file it could not read', () => {
    const { APP_ID, WEBHOOK_SECRET } = complete;
    expect(start({ APP_ID, WEBHOOK_SECRET, PRIVATE_KEY_PATH: 'nowhere.pem' })).toContain(
      'PRIVATE_KEY_PATH names a file that cannot be read',
    );
  });

  test.each([
    ['https://api.github.com', {}],
    ['https://github.example.com/api/v3', { GHE_HOST: 'github.example.com' }],
    ['http://127.0.0.1:4001/api/v3', { GHE_HOST: '127.0.0.1:4001', GHE_PROTOCOL: 'http' }],
  ])('talks to %s', (apiUrl, variables) => {
    expect(start({ ...complete, ...variables })).toMatchObject({ apiUrl });
  });

  test.each([
    ['postgres://ada:100%@db.example/desk', 'DATABASE_URL has a % that begins no number'],
    ['postgres://ada:a/b#c@db.example:x/desk', 'DATABASE_URL must be an address'],
  ])('says what is wrong with %s', (DATABASE_URL, problem) => {
    expect(start({ ...complete, DATABASE_URL })).toContain(problem);
  });

  test('lists what must never be written anywhere, in each form that it may have', () => {
    const reading = readEnvironment(
      {
        ...complete,
        MARKER_SECRET: 'marker-secret-of-ours',
        DATABASE_URL: 'postgres://ada:pass%2Fword@db.example/desk',
        PAGES_PROXY: 'http://ada:proxy-password@proxy.example:3128',
      },
      noFiles,
    );
    const secrets = reading.ok ? listSecrets(reading.environment) : [];
    const wrapped = Buffer.from(privateKey).toString('base64');
    expect(secrets).toEqual(
      expect.arrayContaining([
        ...[privateKey, complete.WEBHOOK_SECRET, 'marker-secret-of-ours'],
        ...['pass%2Fword', 'pass/word', 'proxy-password'],
      ]),
    );
    expect(secrets.some((secret) => secret.length > 800 && wrapped.startsWith(secret))).toBe(true);
    expect(secrets).not.toContain('ada');
    expect(secrets).not.toContain('');
  });

  test('signs markers with a key of its own, which changes with MARKER_SECRET and not with the webhook secret', () => {
    const keyOf = (variables: Readonly<Record<string, string>>) => {
      const reading = readEnvironment({ ...complete, ...variables }, noFiles);
      return reading.ok ? reading.environment.markerKey : 'none';
    };
    expect(keyOf({})).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf({ WEBHOOK_SECRET: 'another-random-secret' })).toBe(keyOf({}));
    expect(keyOf({ MARKER_SECRET: 'yet-another-random-secret' })).not.toBe(keyOf({}));
  });
});
