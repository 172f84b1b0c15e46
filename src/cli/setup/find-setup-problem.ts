import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isHost } from '../../config/api-url.ts';
import { findSetNames, readEnvFile } from './env-file.ts';

/** The options of `copydesk setup` and what it takes from the environment. */
export interface SetupChoices {
  /** Public address of the server; undefined where a proxy brings the webhooks. */
  readonly url: string | undefined;
  /** Address of a channel that brings webhooks to this machine (smee.io). */
  readonly proxy: string | undefined;
  readonly organization: string | undefined;
  readonly name: string | undefined;
  readonly publish: boolean;
  readonly force: boolean;
  readonly env: string;
  readonly port: number;
  readonly minutes: number;
  readonly gheHost: string | undefined;
  readonly gheProtocol: string;
}

const CREDENTIAL_NAMES = ['APP_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_PATH', 'WEBHOOK_SECRET'];

/** What stands in the way of setting up, found before GitHub is asked; one sentence, or undefined. */
export async function findSetupProblem(choices: SetupChoices): Promise<string | undefined> {
  const webhookUrl = choices.url ?? choices.proxy;
  if (choices.url !== undefined && choices.proxy !== undefined) {
    return '--url and --proxy exclude each other: GitHub sends webhooks to one address.';
  }
  if (webhookUrl === undefined) {
    return 'say where GitHub shall send webhooks: --url https://your.server, or --proxy https://smee.io/… to try it on your own machine (https://smee.io/new makes a channel).';
  }
  if (!/^https?:$/.test(URL.parse(webhookUrl)?.protocol ?? '')) return `${webhookUrl} is not an http(s) address.`;
  if (choices.gheHost !== undefined && !isHost(choices.gheHost)) {
    return 'GHE_HOST must be a host name, like github.example.com.';
  }
  if (!['https', 'http'].includes(choices.gheProtocol)) return 'GHE_PROTOCOL must be https or http.';
  if (choices.gheHost === undefined && isThisMachine(webhookUrl)) {
    return `GitHub cannot reach ${webhookUrl}, an address of this machine alone: --proxy https://smee.io/… brings webhooks here.`;
  }
  const path = resolve(choices.env);
  const isWritable = await access(dirname(path), constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isWritable) return `${dirname(path)} is not a folder that you may write to.`;
  const text = await readEnvFile(path).catch(() => undefined);
  if (text === undefined) return `${path} cannot be read.`;
  const set = findSetNames(text, CREDENTIAL_NAMES);
  if (set.length === 0 || choices.force) return undefined;
  return `${path} has credentials already (${set.join(', ')}). --force replaces them; the old app stays registered on GitHub.`;
}

function isThisMachine(url: string): boolean {
  return /^(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(URL.parse(url)?.hostname ?? '');
}
