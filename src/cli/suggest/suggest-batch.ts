import { z } from 'zod';
import type { UnplacedLink } from '../../classifier/link-features.ts';
import { parseJson } from '../../shared/parse-json.ts';
import { readLines } from '../read-lines.ts';
import { toTerminalText } from '../terminal-text.ts';
import type { Ranking } from './suggest-sections.ts';

const lineSchema = z.object({ title: z.string(), url: z.string().min(1), prefix: z.string().nullish() });

/**
 * Answers one link a line by one line of JSON, in order; a line that is no link is answered by `{"error": …}`, so that the
 * answers keep step with the questions. Empty lines are skipped.
 * @returns the exit code: 2 if any line was no link, else 0
 */
export async function suggestBatch(
  input: AsyncIterable<Uint8Array | string>,
  write: (text: string) => Promise<void>,
  suggest: (link: UnplacedLink) => Ranking,
): Promise<0 | 2> {
  let code: 0 | 2 = 0;
  let number = 0;
  for await (const line of readLines(input)) {
    number += 1;
    if (line.trim() === '') continue;
    const link = parseLine(line);
    if (typeof link === 'string') code = 2;
    const answer = typeof link === 'string' ? { error: `line ${number}: ${link}` } : suggest(link);
    await write(`${JSON.stringify(answer)}\n`);
  }
  return code;
}

/** The link, or what is wrong with the line. */
function parseLine(line: string): UnplacedLink | string {
  const json = parseJson(line);
  if (json === undefined) return 'not JSON';
  const parsed = lineSchema.safeParse(json);
  if (parsed.success) return { ...parsed.data, prefix: parsed.data.prefix ?? '' };
  const keys = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
  if (keys.includes('')) return 'not a JSON object';
  return toTerminalText(keys.map((key) => `${key} must be a ${key === 'url' ? 'filled ' : ''}string`).join('; '));
}
