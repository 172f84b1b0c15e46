import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const rowSchema = z.object({
  week: z.string(),
  repo: z.string(),
  pr: z.number(),
  title: z.string(),
  merged_at: z.string(),
  paths: z.array(z.string()).nullable(),
  nfiles: z.number().nullable(),
  rollup: z.number().nullish(),
  branch: z.string().nullish(),
  picked: z.boolean(),
  heading: z.string().nullable(),
  published_text: z.string().nullable(),
  changelog_none: z.boolean().nullish(),
  body_len: z.number().nullish(),
});

/** A pull request that was merged in a week, and what the editors made of it. */
export type RecordedPull = z.infer<typeof rowSchema>;

/** Everything that was merged, in the order of weeks. */
export async function readMerged(data: string): Promise<readonly RecordedPull[]> {
  const text = await readFile(join(data, 'sections', 'merged.jsonl'), 'utf8');
  const rows = text
    .trim()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)));
  return rows.toSorted((one, other) => (one.week < other.week ? -1 : one.week > other.week ? 1 : 0));
}
