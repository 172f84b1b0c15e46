/** Variables of a process, as node gives them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The variables git is run with: the given ones without any that redirect git to another repository, index or object
 * store; no prompt, no lazy fetch (a repository's configuration could name a command for it), no transport but what
 * `protocols` names, and messages in English, since some are told apart.
 */
export function getGitEnvironment(variables: Variables, protocols = 'none'): Variables {
  const kept = Object.entries(variables).filter(([name]) => /^(?!GIT_)|^GIT_CONFIG_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: protocols,
    LC_ALL: 'C',
  };
}

/** Options before git's command that keep a repository's configuration from running anything. */
export const SAFE_OPTIONS: readonly string[] = [
  '--no-pager',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.fsmonitor=false',
];
