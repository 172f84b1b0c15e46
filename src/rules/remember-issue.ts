import type { Config } from '../config/schema.ts';
import type { Issue } from '../newsletter/issue.ts';

/** What was found in an issue is found once, for each configuration that it is read by. */
export function rememberIssue<Found extends object>(
  find: (issue: Issue, config: Config) => Found,
): (issue: Issue, config: Config) => Found {
  const known = new WeakMap<Issue, WeakMap<Config, Found>>();
  return (issue, config) => {
    const byConfig = known.get(issue) ?? new WeakMap<Config, Found>();
    const found = byConfig.get(config) ?? find(issue, config);
    known.set(issue, byConfig.set(config, found));
    return found;
  };
}
