import type { CommentPeriodConfig } from '../../config/fill-schema.ts';
import { groupLabelled, type LabelledThread, type ThreadGroup } from '../labelled-thread.ts';
import type { Week } from '../week.ts';

/** Something that is about to be decided. */
export interface CommentPeriod {
  readonly title: string;
  readonly url: string;
  /** What stands before the title: how it is about to be decided, where that is not the usual. */
  readonly tag: string;
}

/** What entered its final comment period in the week, by group. */
export function modelCommentPeriods(
  threads: readonly LabelledThread[],
  config: CommentPeriodConfig,
  week: Week,
): readonly ThreadGroup<CommentPeriod>[] {
  const groups = groupLabelled(threads, config, { week, section: 'final-comment-period' });
  return groups.map(({ group, items }) => ({
    group,
    items: items.map(({ title, url, labels }) => ({ title, url, tag: getTag(labels, config) })),
  }));
}

function getTag(labels: readonly string[], { dispositions, undecided }: CommentPeriodConfig): string {
  return dispositions.find(({ label }) => labels.includes(label))?.tag ?? undecided;
}
