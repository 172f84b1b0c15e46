import type { GroupConfig, LabelledConfig } from '../config/fill-schema.ts';
import type { ThreadGroup } from './labelled-thread.ts';
import { joinBlocks } from './render-line.ts';

/** Groups with their items below headings, then one sentence about those that have none. */
export function renderGroups<Item>(
  groups: readonly ThreadGroup<Item>[],
  config: LabelledConfig,
  renderItem: (item: Item) => string,
): string {
  const filled = groups.filter(({ items }) => items.length > 0);
  const empty = groups.filter(({ items }) => items.length === 0).map(({ group }) => group);
  const blocks = filled.flatMap(({ group, items }) => [
    `${'#'.repeat(config.groupLevel)} ${renderName(group)}`,
    items.map(renderItem).join('\n'),
  ]);
  return joinBlocks([config.intro, ...blocks, renderNone(empty, config), config.outro]);
}

function renderName({ name, url, suffix = '' }: GroupConfig): string {
  return `[${name}](${url})${suffix}`;
}

/** One group a line, so that a change of one is a change of one line. */
function renderNone(groups: readonly GroupConfig[], { noneStart, noneEnd }: LabelledConfig): string {
  if (groups.length === 0) return '';
  const names = groups.map(renderName);
  const last = names.length - 1;
  const lines = names.map((name, index) => {
    if (index === last) return `${name}${noneEnd}`;
    return index === last - 1 ? `${name} or` : `${name},`;
  });
  return [noneStart, ...lines].join('\n');
}
