import type { BlobText } from '../../adapters/git/blob-text.ts';
import { type Outcome, succeed } from '../../adapters/git/git-trouble.ts';
import type { Repository } from '../../adapters/git/open-repository.ts';
import { CONFIG_PATH } from '../../config/config-problem.ts';
import { proposeConfig, type ProposedConfig, type ProposedText } from '../../config/propose-config.ts';
import type { Config } from '../../config/schema.ts';
import { ruleOptions } from '../../rules/rule-options.ts';
import { type RepositoryPath, toRepositoryPath } from '../../shared/brand.ts';
import type { Trees } from './check-commits.ts';

/** Whether a path is that of a newsletter's configuration. */
export function isConfigPath(path: string): boolean {
  return path === CONFIG_PATH || path.endsWith(`/${CONFIG_PATH}`);
}

/** What a text, or none, would make of the configuration in force. */
export function toProposedConfig(path: RepositoryPath, blob: BlobText | undefined, inForce: Config): ProposedConfig {
  const proposed: ProposedText =
    blob === undefined || blob.kind === 'text'
      ? { kind: 'text', text: blob?.text }
      : { kind: 'unreadable', reason: blob.kind };
  return proposeConfig({ path, proposed, inForce }, ruleOptions);
}

/** What the change from one tree to another makes of the configuration file; undefined where it leaves it alone. */
export async function readProposedConfig(
  repository: Repository,
  { before, after }: Trees,
  inForce: Config,
  only: readonly string[] | undefined,
): Promise<Outcome<ProposedConfig | undefined>> {
  if (only?.includes(CONFIG_PATH) === false) return succeed(undefined);
  const changes = await repository.listChanges(before, after);
  if (!changes.ok) return changes;
  const change = changes.value.find(({ path, previousPath }) => path === CONFIG_PATH || previousPath === CONFIG_PATH);
  if (change === undefined) return succeed(undefined);
  const side = change.path === CONFIG_PATH ? change.after : undefined;
  const blob = side === undefined ? succeed(undefined) : await repository.readBlob(side.id);
  return blob.ok ? succeed(toProposedConfig(toRepositoryPath(CONFIG_PATH), blob.value, inForce)) : blob;
}
