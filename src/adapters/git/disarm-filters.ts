import type { Variables } from './git-environment.ts';
import type { Outcome } from './git-trouble.ts';
import { runGit } from './run-git.ts';

/**
 * The variables with which git takes files as they are, instead of running the programs that the repository's
 * configuration names for them (`filter.NAME.clean`, as Git LFS has it): no code of a repository is run.
 */
export async function disarmFilters(folder: string, environment: Variables): Promise<Variables> {
  const found = await runGit({
    folder,
    environment,
    args: ['config', '--null', '--name-only', '--get-regexp', '^filter\\.'],
  });
  const names = new Set(listNames(found));
  const settings = [...names].flatMap((name): (readonly [string, string])[] => [
    [`filter.${name}.clean`, ''],
    [`filter.${name}.process`, ''],
    [`filter.${name}.required`, 'false'],
  ]);
  return withSettings(environment, settings);
}

/** git finds nothing where no filter is configured, and calls that a failure. */
function listNames(found: Outcome<Buffer>): readonly string[] {
  if (!found.ok) return [];
  return found.value
    .toString()
    .split('\0')
    .flatMap((key) => /^filter\.(.*)\.[^.]*$/s.exec(key)?.[1] ?? []);
}

/** Adds to the settings that the variables hold already; what comes later counts. */
function withSettings(environment: Variables, settings: readonly (readonly [string, string])[]): Variables {
  const first = Number(environment['GIT_CONFIG_COUNT'] ?? 0);
  const entries = settings.flatMap(([key, value], index): [string, string][] => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  return { ...environment, ...Object.fromEntries(entries), GIT_CONFIG_COUNT: String(first + settings.length) };
}
