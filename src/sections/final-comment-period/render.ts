import type { CommentPeriodConfig } from '../../config/fill-schema.ts';
import { escapeTitle } from '../escape-title.ts';
import type { ThreadGroup } from '../labelled-thread.ts';
import { renderGroups } from '../render-groups.ts';
import { type Bullet, renderLine } from '../render-line.ts';
import type { CommentPeriod } from './model.ts';

/** The section's body. */
export function renderCommentPeriods(
  groups: readonly ThreadGroup<CommentPeriod>[],
  config: CommentPeriodConfig,
  bullet: Bullet,
): string {
  return renderGroups(groups, config, ({ title, url, tag }) => renderLine(bullet, escapeTitle(title), url, tag));
}
