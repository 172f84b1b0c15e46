import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PublishedLink } from '../../../src/archive/published-link.ts';
import { defaultConfig } from '../../../src/config/defaults.ts';
import { toDay } from '../../../src/shared/brand.ts';
import { parseJson } from '../../../src/shared/parse-json.ts';

const linkSchema = z.object({
  date: z.string(),
  number: z.number().nullable(),
  section: z.string(),
  prefix: z.string(),
  title: z.string(),
  url: z.string(),
});

/** The newsletter has had its sections of today since this issue. */
const FIRST_ISSUE = '2020-07-28';

/**
 * Reads from `links.jsonl` of a data folder what was published in the sections that take links, since these exist; in the
 * order of the file. Rejects where there is no such file, and at the first line that is no link.
 */
export async function readLinks(data: string): Promise<readonly PublishedLink[]> {
  const file = join(data, 'links.jsonl');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`cannot read ${file}; --data DIR says where the history is`);
  return text.split('\n').flatMap((line, index) => {
    const link = line === '' ? undefined : readLink(line, `${file}:${index + 1}`);
    return link !== undefined && link.date >= FIRST_ISSUE && takesLinks(link.section) ? [link] : [];
  });
}

function readLink(line: string, place: string): PublishedLink {
  const link = linkSchema.safeParse(parseJson(line));
  const date = toDay(link.data?.date ?? '');
  if (!link.success || date === undefined) throw new Error(`${place}: not a published link`);
  return { ...link.data, date, number: link.data.number ?? undefined };
}

function takesLinks(name: string): boolean {
  const section = defaultConfig.sections.find((known) => known.name === name);
  return section !== undefined && defaultConfig.grammars[section.region] === 'link';
}
