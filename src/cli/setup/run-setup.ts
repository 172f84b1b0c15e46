import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { WEBHOOK_PATH } from '../../adapters/http/create-server.ts';
import { getApiUrl } from '../../config/api-url.ts';
import { countOf } from '../../wording/count-of.ts';
import { buildManifest, type ManifestChoices } from './build-manifest.ts';
import { mergeEnv, readEnvFile, writeEnvFile, type EnvValues } from './env-file.ts';
import { exchangeCode, type AppCredentials } from './exchange-code.ts';
import { findSetupProblem, type SetupChoices } from './find-setup-problem.ts';
import { renderFormPage, renderMessagePage } from './render-setup-page.ts';
import { startSetupServer, type SetupServer } from './start-setup-server.ts';

export interface SetupOutside {
  readonly fetchPage: typeof fetch;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

type Outcome =
  { readonly ok: true; readonly lines: readonly string[] } | { readonly ok: false; readonly problem: string };

const MANIFEST_FILE = new URL('../../../app.yml', import.meta.url);

/** Registers the app and writes its credentials. Returns the exit code: 0 done, 2 with one line that says why not. */
export async function runSetup(choices: SetupChoices, outside: SetupOutside): Promise<number> {
  const problem = await findSetupProblem(choices);
  const outcome: Outcome = problem === undefined ? await registerApp(choices, outside) : { ok: false, problem };
  if (!outcome.ok) outside.complain(`copydesk setup: ${outcome.problem}`);
  else for (const line of outcome.lines) outside.print(line);
  return outcome.ok ? 0 : 2;
}

async function registerApp(choices: SetupChoices, outside: SetupOutside): Promise<Outcome> {
  const { promise: outcome, resolve: settle } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => settle(giveUp(choices.minutes)), choices.minutes * 60_000);
  const onCode = async (code: string): Promise<string> => {
    // From here on GitHub decides how long it takes.
    clearTimeout(timer);
    const result = await keepCredentials(code, choices, outside.fetchPage);
    settle(result);
    return renderEnd(result);
  };
  const server = await serveForm(choices, onCode).catch(() => undefined);
  if (server === undefined) {
    clearTimeout(timer);
    return { ok: false, problem: `port ${choices.port} cannot be used; choose another one with --port.` };
  }
  outside.print(`Open ${server.address}/ in your browser. Waiting for ${countOf(choices.minutes, 'minute')} …`);
  const result = await outcome;
  await server.close();
  return result;
}

async function serveForm(choices: SetupChoices, onCode: (code: string) => Promise<string>): Promise<SetupServer> {
  const github = `${choices.gheProtocol}://${choices.gheHost ?? 'github.com'}`;
  const state = randomBytes(32).toString('hex');
  const appYml = await readFile(MANIFEST_FILE, 'utf8');
  const action = `${github}${formPath(choices.organization)}?state=${state}`;
  const renderForm = (address: string): string =>
    renderFormPage(action, buildManifest(appYml, toManifestChoices(choices, address)));
  return startSetupServer({ port: choices.port, state, formOrigin: github, renderForm, onCode });
}

function renderEnd(outcome: Outcome): string {
  if (!outcome.ok) return renderMessagePage('That did not work', outcome.problem);
  const next = 'The credentials are in the .env file. Go back to the terminal for what comes next.';
  return renderMessagePage('Registered', next);
}

function giveUp(minutes: number): Outcome {
  return { ok: false, problem: `nobody completed the form within ${countOf(minutes, 'minute')}; nothing was written.` };
}

function formPath(organization: string | undefined): string {
  return organization === undefined
    ? '/settings/apps/new'
    : `/organizations/${encodeURIComponent(organization)}/settings/apps/new`;
}

function toManifestChoices(choices: SetupChoices, address: string): ManifestChoices {
  const webhookUrl = choices.proxy ?? toWebhookUrl(choices.url ?? '');
  return { name: choices.name, webhookUrl, redirectUrl: `${address}/created`, mayPublish: choices.publish };
}

/** A path before that of webhooks stays: a proxy in front of the server may take it off again. */
function toWebhookUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  const path = pathname.replace(/\/+$/, '');
  return `${origin}${path.endsWith(WEBHOOK_PATH) ? path : path + WEBHOOK_PATH}`;
}

async function keepCredentials(code: string, choices: SetupChoices, fetchPage: typeof fetch): Promise<Outcome> {
  const apiUrl = getApiUrl(choices.gheHost, choices.gheProtocol);
  const exchange = await exchangeCode(apiUrl, code, fetchPage);
  if (!exchange.ok) return { ok: false, problem: `${exchange.problem} Run it again; nothing was written.` };
  const path = resolve(choices.env);
  try {
    await writeEnvFile(path, mergeEnv(await readEnvFile(path), toEnvValues(exchange.credentials, choices)));
  } catch {
    return {
      ok: false,
      problem: `${path} could not be written. Delete the app at ${exchange.credentials.pageUrl} and run it again.`,
    };
  }
  return { ok: true, lines: renderNextSteps(path, exchange.credentials, choices) };
}

function toEnvValues(credentials: AppCredentials, choices: SetupChoices): EnvValues {
  return {
    APP_ID: String(credentials.appId),
    PRIVATE_KEY: credentials.privateKey,
    WEBHOOK_SECRET: credentials.webhookSecret,
    ...(choices.proxy === undefined ? {} : { WEBHOOK_PROXY_URL: choices.proxy }),
    ...(choices.gheHost === undefined ? {} : { GHE_HOST: choices.gheHost, GHE_PROTOCOL: choices.gheProtocol }),
  };
}

function renderNextSteps(path: string, { pageUrl, slug }: AppCredentials, { proxy }: SetupChoices): string[] {
  return [
    `Registered ${slug}. Its credentials are in ${path}, readable for you only.`,
    'Next:',
    `  1. Install it on the newsletter's repository: ${pageUrl}/installations/new`,
    `  2. Start the server: ${proxy === undefined ? 'npm start' : 'npm run dev'}`,
    '  3. Open a pull request on a draft.',
  ];
}
