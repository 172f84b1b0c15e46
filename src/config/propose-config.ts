import type { RepositoryPath } from '../shared/brand.ts';
import type { ConfigProblem } from './config-problem.ts';
import { defaultConfig } from './defaults.ts';
import { readConfig } from './read-config.ts';
import type { Config } from './schema.ts';
import type { RuleOptions } from './written-schema.ts';

/** What somebody would make of a newsletter's configuration file. It is judged, never followed. */
export interface ProposedConfig {
  readonly path: RepositoryPath;
  readonly problems: readonly ConfigProblem[];
  /** Settings that would change, such as `bullet` or `rules.title-length`; empty where there are problems. */
  readonly changes: readonly string[];
}

/** The proposed text, undefined where the file goes (the defaults hold then), or why it cannot be read. */
export type ProposedText =
  | { readonly kind: 'text'; readonly text: string | undefined }
  | { readonly kind: 'unreadable'; readonly reason: 'too-large' | 'binary' };

/** Compares a proposed configuration with the one that is in force. */
export function proposeConfig(
  { path, proposed, inForce }: { path: RepositoryPath; proposed: ProposedText; inForce: Config },
  rules: RuleOptions,
): ProposedConfig {
  if (proposed.kind === 'unreadable') return { path, problems: [UNREADABLE[proposed.reason]], changes: [] };
  const { text } = proposed;
  const reading = text === undefined ? { ok: true as const, config: defaultConfig } : readConfig(text, rules);
  return reading.ok
    ? { path, problems: [], changes: listChanges(inForce, reading.config) }
    : { path, problems: reading.problems, changes: [] };
}

const start = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

const UNREADABLE: Readonly<Record<'too-large' | 'binary', ConfigProblem>> = {
  'too-large': { place: start, message: 'The configuration is too large to be read: shorten it.', quotes: [] },
  binary: { place: start, message: 'The configuration is no text: save it as plain UTF-8 text.', quotes: [] },
};

/** Keys whose values differ; of `paths` and `rules` the keys inside, since they are taken one by one. */
function listChanges(before: Config, after: Config): readonly string[] {
  const flat = ({ paths, rules, ...rest }: Config): ReadonlyMap<string, unknown> =>
    new Map<string, unknown>([
      ...Object.entries(rest),
      ...Object.entries(paths).map(([key, value]) => [`paths.${key}`, value] as const),
      ...Object.entries(rules).map(([id, value]) => [`rules.${id}`, value] as const),
    ]);
  const [old, now] = [flat(before), flat(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys.filter((key) => JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)));
}
