import type { FileText, RepositoryRef } from '../../ports.ts';
import type { InstallationClient } from './installation-client.ts';
import { type Blob, blobReplySchema, MAX_BLOBS, renderBlobQuery, toVariables } from './pull-request-query.ts';

/**
 * Of one side of a pull request, in UTF-16 units: more than is judged of both (`caps` of src/newsletter). Thousands of full files
 * would not fit into memory.
 */
const MAX_CHARACTERS = 2_500_000;

/** What GitHub answered for a blob; undefined where there is none. */
export function toBlobText(blob: Blob | null | undefined): FileText | undefined {
  if (blob?.isTruncated === undefined) return undefined;
  if (blob.isTruncated === true) return { kind: 'unreadable', reason: 'too-large' };
  const isText = blob.isBinary !== true && typeof blob.text === 'string';
  return isText ? { kind: 'text', text: blob.text ?? '' } : { kind: 'unreadable', reason: 'binary' };
}

/**
 * Texts by the given names (blob ids, or `REVISION:PATH`), in as many queries as it takes; what does not exist is missing.
 * Where there is too much text in all, the rest is not asked for and counts as too much.
 * @param known texts that were read before, which are part of all
 * @param atOnce how many one query asks for
 */
export async function readTexts(
  client: InstallationClient,
  { owner, repository }: RepositoryRef,
  names: readonly string[],
  { known = new Map(), atOnce = MAX_BLOBS }: ReadTextsOptions = {},
): Promise<ReadonlyMap<string, FileText>> {
  const texts = new Map(known);
  let characters = [...known.values()].reduce((sum, text) => sum + countCharacters(text), 0);
  for (let start = 0; start < names.length; start += atOnce) {
    const some = names.slice(start, start + atOnce);
    if (characters > MAX_CHARACTERS) {
      for (const name of some) texts.set(name, { kind: 'unreadable', reason: 'too-many-files' });
      continue;
    }
    const variables = { owner, name: repository, ...toVariables('blob', some) };
    const reply = blobReplySchema.parse(await client.query(renderBlobQuery(some.length), variables));
    for (const [index, name] of some.entries()) {
      const text = toBlobText(reply.repository?.[`blob${index}`]);
      if (text === undefined) continue;
      texts.set(name, text);
      characters += countCharacters(text);
    }
  }
  return texts;
}

export interface ReadTextsOptions {
  readonly known?: ReadonlyMap<string, FileText>;
  readonly atOnce?: number;
}

function countCharacters(text: FileText): number {
  return text.kind === 'text' ? text.text.length : 0;
}
