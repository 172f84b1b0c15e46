import { CONFIG_PATH, type ConfigProblem } from '../config/config-problem.ts';
import { fillMessage } from '../findings/fill-message.ts';
import { toInertSpan, toLiteralMarkdown } from '../wording/inert-text.ts';
import type { ReviewedConfiguration } from './review-input.ts';

/** More of them are a new configuration. */
const MAX_CHANGES = 12;

/** Why the configuration on the default branch is not followed as it stands; empty where it is. One line. */
export function renderMistake(mistake: ConfigProblem | undefined): string {
  if (mistake === undefined) return '';
  const { startLine, startColumn } = mistake.place;
  const what = fillMessage(mistake, (quote) => toInertSpan(quote), toLiteralMarkdown);
  return `On the default branch, \`${CONFIG_PATH}\` has a mistake in line ${startLine}, column ${startColumn}, so its last version without one is in force. ${what}`;
}

/** That no draft is where the configuration says; empty where some are. One line. */
export function renderLost(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const list = paths.map((path) => toInertSpan(path)).join(', ');
  return `The default branch has nothing where \`${CONFIG_PATH}\` says that drafts are (${list}): if they have moved, correct \`paths\`.`;
}

/** What a valid change of the configuration does; empty where the pull request changes none, or not validly. One line. */
export function renderProposed(proposed: ReviewedConfiguration['proposed']): string {
  if (proposed?.isValid !== true) return '';
  const { changes } = proposed;
  const shown = changes.slice(0, MAX_CHANGES).map((change) => toInertSpan(change));
  const rest = changes.length - shown.length;
  const list = [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return changes.length === 0
    ? 'The configuration is valid and changes nothing that is in force.'
    : `The configuration is valid. On the default branch it will change ${list}.`;
}
