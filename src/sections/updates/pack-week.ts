import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { parseJson } from '../../shared/parse-json.ts';
import type { PastWeek } from './past-week.ts';

/** A week has some hundreds of kilobytes; what is much larger was not packed here. */
const MAX_BYTES = 20_000_000;

const mergeSchema = z.object({
  number: z.number(),
  repository: z.string(),
  title: z.string(),
  branch: z.string(),
  paths: z.array(z.string()),
  changedFiles: z.number(),
  bodyLength: z
    .number()
    .optional()
    .transform((value) => value),
  isUntold: z.boolean(),
  isInRollup: z.boolean(),
  isInTriage: z.boolean(),
}) satisfies z.ZodType<PastWeek['merged'][number]>;

const listedSchema = z.object({
  key: z.string(),
  heading: z.string(),
  text: z
    .string()
    .optional()
    .transform((value) => value),
}) satisfies z.ZodType<PastWeek['listed'][number]>;

const weekSchema = z.object({
  issue: z.string(),
  merged: z.array(mergeSchema),
  listed: z.array(listedSchema),
}) satisfies z.ZodType<PastWeek>;

/** Another text whenever weeks are packed in another form. */
export const PACK_FORM = [mergeSchema, listedSchema].map(({ shape }) => Object.keys(shape).join(' ')).join('; ');

/** A week as a text of letters, a fifth as long. */
export function packWeek(week: PastWeek): string {
  return deflateRawSync(JSON.stringify(week)).toString('base64');
}

/** What `packWeek` packed; undefined for anything else. */
export function unpackWeek(packed: string): PastWeek | undefined {
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: MAX_BYTES }).toString();
    return weekSchema.safeParse(parseJson(text)).data;
  } catch {
    return undefined;
  }
}
