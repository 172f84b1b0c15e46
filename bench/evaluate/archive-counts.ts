import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { parseJson } from '../../src/shared/parse-json.ts';
import type { RuleCounts } from './evaluate-archive.ts';

/** How many of the latest issues the committed counts speak of. */
export const countedIssues = 113;

const file = new URL('archive-counts.json', import.meta.url);

const countsSchema = z.record(z.string(), z.strictObject({ error: z.number(), warning: z.number(), hint: z.number() }));

/** The committed counts; none where the file is missing. */
export function readArchiveCounts(): RuleCounts {
  try {
    return countsSchema.parse(parseJson(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof z.ZodError) throw error;
    return {};
  }
}

/** Replaces the committed counts: one row a line, as Prettier would have it. */
export function writeArchiveCounts(counts: RuleCounts): void {
  const rows = Object.entries(counts).map(
    ([rule, { error, warning, hint }]) =>
      `  ${JSON.stringify(rule)}: { "error": ${error}, "warning": ${warning}, "hint": ${hint} }`,
  );
  writeFileSync(file, `{\n${rows.join(',\n')}\n}\n`);
}
