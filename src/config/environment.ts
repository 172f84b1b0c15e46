import { createHmac, createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { getApiUrl, isHost } from './api-url.ts';
import { databaseUrlSchema } from './database-url.ts';
import { parsePagesProxy } from './pages-proxy.ts';
import { listPasswords } from './url-passwords.ts';

/** What the server is told by its environment, checked. */
export interface Environment {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** What the key below is made of, if not of the private key. */
  readonly markerSecret: string | undefined;
  /** Signs the markers in own comments. */
  readonly markerKey: string;
  /** Of the REST API, without a slash at the end. */
  readonly apiUrl: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** `postgres://…` or `pglite:FOLDER`; undefined: the lanes are in memory, and GitHub remembers. */
  readonly databaseUrl: string | undefined;
  /** How often everything is looked over for what was forgotten. */
  readonly reconcileSeconds: number;
  /** Folder of the rules' pages; undefined: the project's own. */
  readonly rulePages: string | undefined;
  /** The proxy through which pages are fetched; undefined: none. */
  readonly pagesProxy: string | undefined;
}

export type EnvironmentReading =
  | { readonly ok: true; readonly environment: Environment }
  /** One line for each thing that is missing or wrong. */
  | { readonly ok: false; readonly problems: readonly string[] };

const MIN_SECRET_LENGTH = 16;
const WELL_KNOWN_SECRETS = ['development', 'secret', 'changeme'];

const variablesSchema = z.object({
  APP_ID: z
    .string('is missing: the number of the GitHub App')
    .regex(/^[1-9]\d{0,15}$/, 'must be the number of the GitHub App')
    .transform(Number),
  WEBHOOK_SECRET: z
    .string('is missing: the webhook secret of the GitHub App')
    .refine((secret) => !WELL_KNOWN_SECRETS.includes(secret.toLowerCase()), 'must not be a word that anyone can guess')
    .min(MIN_SECRET_LENGTH, `must have at least ${MIN_SECRET_LENGTH} characters`),
  MARKER_SECRET: z.string().min(MIN_SECRET_LENGTH, `must have at least ${MIN_SECRET_LENGTH} characters`).optional(),
  GHE_HOST: z.string().refine(isHost, 'must be a host name, like github.example.com').optional(),
  GHE_PROTOCOL: z.enum(['https', 'http'], 'must be https or http').default('https'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .refine((port) => port < 65_536, 'must be a port number')
    .default(3000),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  DATABASE_URL: databaseUrlSchema.optional(),
  RECONCILE_SECONDS: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'must be a number of seconds')
    .transform(Number)
    .default(600),
  DOCS_URL: z.url({ protocol: /^https?$/, error: 'must be the http(s) address of a folder' }).optional(),
  PAGES_PROXY: z
    .string()
    .optional()
    .transform((value, context) => {
      const proxy = parsePagesProxy(value);
      if (proxy.ok) return proxy.url;
      context.addIssue(proxy.problem);
      return z.NEVER;
    }),
});

/**
 * Checks the environment. `readText` reads the file that PRIVATE_KEY_PATH names and returns undefined where it cannot.
 * An empty variable counts as missing.
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  readText: (path: string) => string | undefined,
): EnvironmentReading {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = variablesSchema.safeParse(given);
  const key = readPrivateKey(given, readText);
  if (parsed.success && key.ok) return { ok: true, environment: toEnvironment(parsed.data, key.pem) };
  const issues = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  return { ok: false, problems: [...issues, ...(key.ok ? [] : [key.problem])] };
}

/** What must never be written anywhere. */
export function listSecrets(environment: Environment): readonly string[] {
  const { privateKey, webhookSecret, markerSecret = '', markerKey, databaseUrl, pagesProxy } = environment;
  const bytes = Buffer.from(privateKey.trim());
  // Whatever follows the key in base64, as a line end does, changes its last characters only.
  const wrapped = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
  const keys = [privateKey, wrapped, webhookSecret, markerSecret, markerKey];
  return [...keys, ...listPasswords(databaseUrl), ...listPasswords(pagesProxy)].filter((one) => one !== '');
}

/** What to print when the server cannot start. */
export function renderEnvironmentProblems(problems: readonly string[]): string {
  return [
    'Copydesk cannot start:',
    ...problems.map((problem) => `  - ${problem}`),
    '`npm run copydesk -- setup` registers a GitHub App and writes its credentials to .env; .env.example describes every setting.',
  ].join('\n');
}

function toEnvironment(variables: z.infer<typeof variablesSchema>, privateKey: string): Environment {
  const { GHE_HOST, GHE_PROTOCOL, MARKER_SECRET } = variables;
  return {
    appId: variables.APP_ID,
    privateKey,
    webhookSecret: variables.WEBHOOK_SECRET,
    markerSecret: MARKER_SECRET,
    markerKey: createHmac('sha256', MARKER_SECRET ?? privateKey)
      .update('copydesk markers')
      .digest('hex'),
    apiUrl: getApiUrl(GHE_HOST, GHE_PROTOCOL),
    host: variables.HOST,
    port: variables.PORT,
    logLevel: variables.LOG_LEVEL,
    databaseUrl: variables.DATABASE_URL,
    reconcileSeconds: variables.RECONCILE_SECONDS,
    rulePages: variables.DOCS_URL,
    pagesProxy: variables.PAGES_PROXY,
  };
}

type KeyReading = { readonly ok: true; readonly pem: string } | { readonly ok: false; readonly problem: string };

function readPrivateKey(
  { PRIVATE_KEY, PRIVATE_KEY_PATH }: Readonly<Record<string, string | undefined>>,
  readText: (path: string) => string | undefined,
): KeyReading {
  if (PRIVATE_KEY !== undefined) return checkPem(PRIVATE_KEY, 'PRIVATE_KEY');
  if (PRIVATE_KEY_PATH === undefined) {
    return { ok: false, problem: "PRIVATE_KEY or PRIVATE_KEY_PATH is missing: the GitHub App's private key (PEM)" };
  }
  const text = readText(PRIVATE_KEY_PATH);
  if (text === undefined) return { ok: false, problem: 'PRIVATE_KEY_PATH names a file that cannot be read' };
  return checkPem(text, 'PRIVATE_KEY_PATH');
}

/** Accepts a key whose line ends were written as `\n`, or that was wrapped in base64, to fit into one line. */
function checkPem(text: string, variable: string): KeyReading {
  const unwrapped = text.includes('-----') ? text : Buffer.from(text, 'base64').toString('utf8');
  const pem = unwrapped
    .replaceAll(String.raw`\n`, '\n')
    .replaceAll(/\r|\\r/g, '')
    .trim();
  const isPem = /^-----BEGIN ((?:RSA )?PRIVATE KEY)-----\n[\s\S]+\n-----END \1-----$/.test(pem);
  const isEncrypted = /^-----BEGIN ENCRYPTED |^Proc-Type: .*ENCRYPTED/m.test(pem);
  if (isEncrypted) return { ok: false, problem: `${variable} is a private key with a passphrase: take one without` };
  if (isPem && isKey(pem)) return { ok: true, pem: `${pem}\n` };
  return { ok: false, problem: `${variable} is not a private key in PEM format` };
}

function isKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}
