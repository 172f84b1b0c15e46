import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MAX_BLOB_BYTES } from '../adapters/git/blob-text.ts';
import { explainFileError } from './explain-file-error.ts';
import type { Misuse } from './misuse.ts';

/** What is in a file that somebody named; of one that is too large for a draft only its size, and why another cannot be read. */
export async function readBytes(
  folder: string,
  name: string,
): Promise<{ readonly bytes: Buffer } | { readonly size: number } | Misuse> {
  try {
    const place = resolve(folder, name);
    const found = await stat(place);
    // A link in a foreign checkout may lead to a device that never ends, or to a pipe that never begins.
    if (!found.isFile() && !found.isDirectory()) return { misuse: `cannot read ${name} (it is no regular file)` };
    if (found.size > MAX_BLOB_BYTES) return { size: found.size };
    return { bytes: await readFile(place) };
  } catch (error) {
    return { misuse: `cannot read ${name} (${explainFileError(error)})` };
  }
}
