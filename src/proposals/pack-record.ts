import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { parseJson } from '../shared/parse-json.ts';

/** Plain data as one word of letters: it stands in a signed marker, where it can notify nobody. */
export function packRecord(record: unknown): string {
  return deflateRawSync(JSON.stringify(record)).toString('base64');
}

/** What `packRecord` packed; undefined for anything else. Only for words whose signature was checked. */
export function unpackRecord(packed: string): unknown {
  try {
    return parseJson(inflateRawSync(Buffer.from(packed, 'base64')).toString());
  } catch {
    return undefined;
  }
}
