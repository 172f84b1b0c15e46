import type { TestingConfig } from '../../config/fill-schema.ts';
import { escapeTitle } from '../escape-title.ts';
import type { ThreadGroup } from '../labelled-thread.ts';
import { renderGroups } from '../render-groups.ts';
import { type Bullet, renderLine } from '../render-line.ts';
import type { TestingCall } from './model.ts';

/** The section's body. */
export function renderTestingCalls(
  groups: readonly ThreadGroup<TestingCall>[],
  config: TestingConfig,
  bullet: Bullet,
): string {
  return renderGroups(groups, config, ({ title, url, stepsUrl }) => {
    const line = renderLine(bullet, escapeTitle(title), url);
    return stepsUrl === undefined ? line : `${line}\n  ${bullet} [${config.steps}](${stepsUrl})`;
  });
}
