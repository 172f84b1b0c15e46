/** A text, or why there is none. */
export type BlobText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'too-large'; readonly bytes: number };

/** Larger files are no newsletter's and are not read into memory. */
export const MAX_BLOB_BYTES = 8 * 1024 * 1024;

/** The text of a file, told from a binary one as git does: that has a zero byte near the start. */
export function toBlobText(content: Buffer): BlobText {
  if (content.subarray(0, 8000).includes(0)) return { kind: 'binary' };
  return { kind: 'text', text: content.toString('utf8') };
}
