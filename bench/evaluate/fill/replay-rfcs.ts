import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type MergedRfc, modelApprovedRfcs } from '../../../src/sections/approved-rfcs/model.ts';
import { toKey } from '../../../src/sections/week.ts';
import { getUsualCut, getWindow } from '../../../src/sections/window.ts';
import { toDay } from '../../../src/shared/brand.ts';

const mergesSchema = z.array(
  z.object({
    number: z.number().nullable(),
    merged_at: z.string(),
    title: z.string().nullable(),
    added: z.array(z.string()),
  }),
);

/** Approved proposals that no week listed, and those that several did. */
export interface RfcFigures {
  readonly approved: number;
  readonly missed: readonly number[];
  readonly repeated: readonly number[];
}

const REPOSITORY = 'rust-lang/rfcs';

/** Fills all weeks one after the other, each from the cut of the one before, from what the repository merged. */
export async function replayRfcs(data: string): Promise<RfcFigures> {
  const text = await readFile(join(data, 'sections', 'rfc_merges.json'), 'utf8');
  const merges = mergesSchema.parse(JSON.parse(text)).flatMap((merge) => toMerged(merge) ?? []);
  const issues = listWednesdays(merges);
  const cuts = issues.map((issue) => getUsualCut(issue, { daysBefore: 1, time: '18:00' }));
  const listed = issues.slice(1).flatMap((issue, index) => {
    const window = getWindow(cuts[index] ?? '', cuts[index + 1] ?? '');
    return modelApprovedRfcs(merges, 'text', { issue, window, earlier: {}, earlierBodies: {} }).map(toKey);
  });
  const approved = merges.filter(({ added }) => added.some((path) => path.startsWith('text/')));
  const count = (merged: MergedRfc): number => listed.filter((key) => key === toKey(merged)).length;
  const list = (isSo: (count: number) => boolean): readonly number[] => [
    ...new Set(approved.filter((merged) => isSo(count(merged))).map(({ number }) => number)),
  ];
  return { approved: approved.length, missed: list((times) => times === 0), repeated: list((times) => times > 1) };
}

/** undefined for what was pushed without a pull request. */
function toMerged(merge: z.infer<typeof mergesSchema>[number]): MergedRfc | undefined {
  const { number, merged_at: mergedAt, title, added } = merge;
  if (number === null) return undefined;
  const url = `https://github.com/${REPOSITORY}/pull/${number}`;
  return { repository: REPOSITORY, number, title: title ?? '', url, mergedAt, added };
}

/** From the one before the first merge until after the last. */
function listWednesdays(merges: readonly MergedRfc[]) {
  const times = merges.map(({ mergedAt }) => Date.parse(mergedAt));
  const week = 7 * 86_400_000;
  // 1970-01-07 was a Wednesday.
  const first = Math.floor((Math.min(...times) - 6 * 86_400_000) / week) - 1;
  const last = Math.floor((Math.max(...times) - 6 * 86_400_000) / week) + 2;
  return Array.from({ length: last - first + 1 }, (_, index) =>
    toDay(new Date((first + index) * week + 6 * 86_400_000)),
  ).flatMap((day) => day ?? []);
}
