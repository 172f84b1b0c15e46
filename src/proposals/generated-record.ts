import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { SectionContents } from '../newsletter/section-contents.ts';
import { parseJson } from '../shared/parse-json.ts';

const recordSchema = z.array(z.tuple([z.string(), z.string()]));

/** What was generated, as one word of letters: it stands in a signed marker, where it can notify nobody. */
export function packContents(contents: SectionContents): string {
  return deflateRawSync(JSON.stringify([...contents])).toString('base64');
}

/** What `packContents` packed; undefined for anything else. Only for words whose signature was checked. */
export function unpackContents(packed: string): SectionContents | undefined {
  try {
    const { data } = recordSchema.safeParse(parseJson(inflateRawSync(Buffer.from(packed, 'base64')).toString()));
    return data && new Map(data);
  } catch {
    return undefined;
  }
}
