import type { SectionState } from './compose-draft.ts';
import type { SectionSpans } from './proposal-facts.ts';

/** Windows that were not closed by a fill go on into the next week, but no further. */
const REACH = 7 * 86_400_000;

/**
 * Where the windows of sections begin, as far as anything is known of them: as this week's proposal has it, else where
 * the merged one before filled them last. What was not filled then begins where it began then, so that nothing is lost.
 * @param usual where all others begin
 */
export function startSpans(
  { now, before }: { readonly now: SectionSpans; readonly before: SectionSpans },
  usual: string,
): ReadonlyMap<string, Date> {
  const earliest = Date.parse(usual) - REACH;
  const carried = [...before].map(([id, { from, until }]) => {
    const start = until === undefined ? Math.max(Date.parse(from), earliest) : Date.parse(until);
    return [id, new Date(start)] as const;
  });
  return new Map([...carried, ...[...now].map(([id, { from }]) => [id, new Date(from)] as const)]);
}

/** The windows after a run: only of what it has filled they end now. */
export function moveSpans(
  spans: SectionSpans,
  starts: ReadonlyMap<string, Date>,
  { states, until }: { readonly states: ReadonlyMap<string, SectionState>; readonly until: Date },
): SectionSpans {
  const moved = [...starts].map(([id, from]) => {
    const end = states.get(id)?.kind === 'filled' ? until.toISOString() : spans.get(id)?.until;
    return [id, { from: from.toISOString(), until: end }] as const;
  });
  return new Map([...spans, ...moved]);
}
