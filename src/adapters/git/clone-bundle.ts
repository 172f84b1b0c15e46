import { rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { getGitEnvironment, type Variables } from './git-environment.ts';
import { fail, type Outcome, succeed } from './git-trouble.ts';
import { runGit } from './run-git.ts';

/**
 * Makes a bare repository of a bundle file (or of another repository's folder), branches as branches and everything
 * else where it was (`refs/pull/7/head`).
 * @param target a folder that does not exist yet; nothing is left there on failure
 * @param refs which refs to take, as patterns; all by default
 * @returns the folder
 */
export async function cloneBundle(
  source: string,
  target: string,
  variables: Variables,
  refs: readonly string[] = ['refs/*'],
): Promise<Outcome<string>> {
  const environment = getGitEnvironment(variables, 'file');
  const from = resolve(source);
  if ((await stat(from).catch(() => undefined)) === undefined) return fail('broken-bundle', `${source} (no such file)`);
  const made = await runGit({
    folder: '.',
    environment,
    args: ['init', '--quiet', '--bare', '--template=', resolve(target)],
  });
  if (!made.ok) return made;
  const specs = refs.map((ref) => `+${ref}:${ref}`);
  const fetch = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--end-of-options', from, ...specs];
  const fetched = await runGit({ folder: target, environment, args: fetch });
  if (fetched.ok) return succeed(resolve(target));
  await rm(target, { recursive: true, force: true });
  return fetched.trouble.kind === 'git-missing' ? fetched : fail('broken-bundle', source);
}
