import type { FileText, RepositoryRef } from '../../ports.ts';
import type { InstallationClient } from './installation-client.ts';
import { type Blob, blobReplySchema, MAX_BLOBS, renderBlobQuery, toVariables } from './pull-request-query.ts';

/** Thousands of full files would not fit into memory; a change of every issue since 2013 does. In UTF-16 units. */
const MAX_CHARACTERS = 30_000_000;

/** What GitHub answered for a blob; undefined where there is none. */
export function toBlobText(blob: Blob | null | undefined): FileText | undefined {
  if (blob?.isTruncated === undefined) return undefined;
  if (blob.isTruncated === true) return { kind: 'unreadable', reason: 'too-large' };
  const isText = blob.isBinary !== true && typeof blob.text === 'string';
  return isText ? { kind: 'text', text: blob.text ?? '' } : { kind: 'unreadable', reason: 'binary' };
}

/**
 * Texts by the given names (blob ids, or `REVISION:PATH`), in as many queries as it takes; what does not exist is missing.
 * Where there is too much text in all, the rest is not asked for and counts as too large.
 */
export async function readTexts(
  client: InstallationClient,
  { owner, repository }: RepositoryRef,
  names: readonly string[],
): Promise<ReadonlyMap<string, FileText>> {
  const texts = new Map<string, FileText>();
  let characters = 0;
  for (let start = 0; start < names.length; start += MAX_BLOBS) {
    const some = names.slice(start, start + MAX_BLOBS);
    if (characters > MAX_CHARACTERS) {
      for (const name of some) texts.set(name, { kind: 'unreadable', reason: 'too-large' });
      continue;
    }
    const variables = { owner, name: repository, ...toVariables('blob', some) };
    const reply = blobReplySchema.parse(await client.query(renderBlobQuery(some.length), variables));
    for (const [index, name] of some.entries()) {
      const text = toBlobText(reply.repository?.[`blob${index}`]);
      if (text !== undefined) texts.set(name, text);
      characters += text?.kind === 'text' ? text.text.length : 0;
    }
  }
  return texts;
}
