import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const itemSchema = z.object({ title: z.string(), url: z.string(), tag: z.string().nullish(), suffix: z.string() });

const weekSchema = z.object({
  issue_date: z.string(),
  window: z.tuple([z.string(), z.string()]),
  merged_count: z.number().nullable(),
  rust_updates: z.array(z.object({ heading: z.string(), text: z.string(), url: z.string(), suffix: z.string() })),
  approved_rfcs: z.array(itemSchema),
  new_rfcs: z.array(itemSchema),
  fcp: z.array(z.object({ group: z.string(), items: z.array(itemSchema) })),
  published_markdown: z.object({
    rust_updates: z.string(),
    approved_rfcs: z.string().nullable(),
    fcp: z.string().nullable(),
    new_rfcs: z.string().nullable(),
  }),
});

/** The generated sections of one published issue, parsed. */
export type PublishedWeek = z.infer<typeof weekSchema>;

/** The published weeks from a day on, oldest first. */
export async function readWeeks(data: string, from: string): Promise<readonly PublishedWeek[]> {
  const folder = join(data, 'sections', 'weeks');
  const names = (await readdir(folder)).filter((name) => name >= from).sort();
  return Promise.all(
    names.map(async (name) => weekSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
}
