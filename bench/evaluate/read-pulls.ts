import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../src/shared/parse-json.ts';

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
  merged: z.boolean(),
  files: z.array(z.string()),
  base: z.string(),
  first: z.string(),
  added: z.array(z.object({ raw: z.string(), file: z.string() })),
  links: z.array(linkSchema),
});

/** One pull request of the newsletter's recorded history; what each field means stands in the README of the data. */
export type Pull = z.infer<typeof pullSchema>;

/** A link that was submitted, and what became of it. */
export type SubmittedLink = z.infer<typeof linkSchema>;

/**
 * Reads `pulls.jsonl` of a data folder. Rejects, with what to do, where there is none, and at the first line that is no
 * pull request.
 */
export async function readPulls(data: string): Promise<readonly Pull[]> {
  const file = join(data, 'pulls.jsonl');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`cannot read ${file}; --data DIR says where the history is`);
  return text.split('\n').flatMap((line, index) => (line === '' ? [] : [readPull(line, `${file}:${index + 1}`)]));
}

function readPull(line: string, place: string): Pull {
  const pull = pullSchema.safeParse(parseJson(line));
  if (!pull.success) throw new Error(`${place}: not a recorded pull request`);
  return pull.data;
}
