import type { CommentPeriodConfig } from '../../config/fill-schema.ts';
import { escapeTitle } from '../escape-title.ts';
import type { ThreadGroup } from '../labelled-thread.ts';
import { renderGroups } from '../render-groups.ts';
import { renderLine } from '../render-line.ts';
import type { CommentPeriod } from './model.ts';

/** The section's body. */
export function renderCommentPeriods(
  groups: readonly ThreadGroup<CommentPeriod>[],
  config: CommentPeriodConfig,
): string {
  return renderGroups(groups, config, ({ title, url, tag }) => renderLine(escapeTitle(title), url, tag));
}
