import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJson } from '../../src/shared/parse-json.ts';

const pullJudgement = z.strictObject({ verdict: z.enum(['missed', 'false alarm']), why: z.string().min(1) });
const archiveJudgement = z.strictObject({ verdict: z.enum(['right', 'false alarm']), why: z.string().min(1) });

const judgementsSchema = z.strictObject({
  pulls: z.record(z.string().regex(/^\d+:[0-9a-f]{16}$/), pullJudgement).default({}),
  archive: z.record(z.string().regex(/^\d{4}-\d\d-\d\d:[0-9a-f]{16}$/), archiveJudgement).default({}),
});

/**
 * What people said about one rule's findings after reading them. `pulls`: findings on first pushes that were published
 * unchanged, by `<pull request>:<fingerprint>`; *missed* is a mistake that editors did not see. `archive`: findings on
 * published issues, by `<issue date>:<fingerprint>`.
 */
export type Judgements = z.infer<typeof judgementsSchema>;

const FOLDER = new URL('judgements/', import.meta.url);

/** Reads all judgements, by rule. Rejects, naming the file, where one is not as described above. */
export async function readJudgements(): Promise<ReadonlyMap<string, Judgements>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => {
        const read = judgementsSchema.safeParse(parseJson(await readFile(new URL(name, FOLDER), 'utf8')));
        if (!read.success) throw new Error(`bench/evaluate/judgements/${name}: ${z.prettifyError(read.error)}`);
        return [name.slice(0, -'.json'.length), read.data] as const;
      }),
    ),
  );
}
