import type { Problem } from './define-rule.ts';

/** Of problems of one item those that say the very same as one, with the edits of all of them. */
export function joinSame(problems: readonly Problem[]): readonly Problem[] {
  const groups = Map.groupBy(problems, ({ message, quotes = [], edits = [] }) =>
    JSON.stringify([message, quotes, edits.length > 0]),
  );
  return [...groups.values()].flatMap(([first, ...more]) =>
    first === undefined || more.length === 0
      ? (first ?? [])
      : [{ ...first, edits: [first, ...more].flatMap(({ edits = [] }) => edits) }],
  );
}
