import { CONFIG_PATH } from '../config/config-problem.ts';
import { proposeConfig, type ProposedConfig, type ProposedText } from '../config/propose-config.ts';
import type { ConfigurationFile, PullRequestSnapshot } from '../ports.ts';
import type { ReviewedConfiguration } from '../review/review-input.ts';
import { ruleOptions } from '../rules/rule-options.ts';
import { toRepositoryPath } from '../shared/brand.ts';

/** What a pull request makes of the configuration file, for the rules and for the report; the file is not followed. */
export interface JudgedConfiguration {
  readonly proposedConfig: ProposedConfig | undefined;
  readonly proposed: ReviewedConfiguration['proposed'];
}

/** Judges the configuration file of a pull request, if it touches it. */
export function judgeConfiguration({ configurationFile, configuration }: PullRequestSnapshot): JudgedConfiguration {
  if (configurationFile === undefined) return { proposedConfig: undefined, proposed: undefined };
  const path = toRepositoryPath(CONFIG_PATH);
  const text = toProposedText(configurationFile);
  const proposedConfig = proposeConfig({ path, proposed: text, inForce: configuration.config }, ruleOptions);
  const { problems, changes } = proposedConfig;
  const head = text.kind === 'text' ? text.text : undefined;
  const file = { path, head, patch: configurationFile.patch };
  return { proposedConfig, proposed: { file, isValid: problems.length === 0, changes } };
}

function toProposedText({ kind, text }: ConfigurationFile): ProposedText {
  if (kind === 'removed') return { kind: 'text', text: undefined };
  if (text.kind === 'text') return text;
  return { kind: 'unreadable', reason: text.reason === 'binary' ? 'binary' : 'too-large' };
}
