import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const lineSchema = z.object({ raw: z.string(), section: z.string().nullish(), file: z.string().nullish() });

const linkSchema = z.object({
  raw_submitted: z.string().nullable(),
  raw_final: z.string().nullable(),
  section_submitted: z.string().nullish(),
  section_final: z.string().nullish(),
  outcome: z.string(),
  first: lineSchema.nullable(),
});

const pullSchema = z.object({
  pr: z.number(),
  author: z.string(),
  editor: z.boolean(),
  kind: z.string(),
  opened_at: z.string(),
  base: z.string(),
  first: z.string(),
  added: z.array(z.object({ raw: z.string(), file: z.string() })),
  links: z.array(linkSchema),
});

/** One pull request of the newsletter's recorded history; what each field means stands in the README of the data. */
export type Pull = z.infer<typeof pullSchema>;

/** A link that was submitted, and what became of it. */
export type SubmittedLink = z.infer<typeof linkSchema>;

/** Reads `pulls.jsonl`; rejects where the file is missing or a line of it does not look like a pull request. */
export async function readPulls(file: string): Promise<readonly Pull[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => pullSchema.parse(JSON.parse(line)));
}
