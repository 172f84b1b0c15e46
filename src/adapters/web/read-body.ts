import { PassThrough, pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { WebTrouble } from './web-trouble.ts';

/** Bytes of a body that are read, after and before decompression. */
export const MAX_BODY = 1024 * 1024;

const DECODERS: Readonly<Record<string, () => Transform>> = {
  '': () => new PassThrough(),
  identity: () => new PassThrough(),
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The encodings that we say we understand. */
export const ACCEPTED_ENCODINGS = 'gzip, br, deflate';

/**
 * Hands the decompressed bytes of a body on until `take` says that it has enough, or the body or its bound is at an end.
 * @returns whether that came before the bound
 */
export async function readBody(
  body: Readable,
  encoding: string,
  take: (bytes: Uint8Array) => 'more' | 'enough',
): Promise<boolean> {
  const decode = DECODERS[encoding.trim().toLowerCase()];
  if (decode === undefined) {
    body.on('error', () => undefined).destroy();
    throw new WebTrouble({ kind: 'unverified', reason: 'unreadable' });
  }
  const decoded = pipeline(body, createRawBound(), decode(), () => undefined);
  let total = 0;
  // Leaving the loop destroys the streams, and the connection with them.
  for await (const bytes of decoded) {
    if (!(bytes instanceof Uint8Array)) continue;
    total += bytes.length;
    if (take(bytes.subarray(0, bytes.length - Math.max(0, total - MAX_BODY))) === 'enough') return true;
    if (total >= MAX_BODY) return false;
  }
  return true;
}

/** What is compressed may be long and hold nothing. */
function createRawBound(): Transform {
  let total = 0;
  return new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => {
      total += chunk.length;
      if (total > MAX_BODY) done(new WebTrouble({ kind: 'unverified', reason: 'too-large' }));
      else done(null, chunk);
    },
  });
}
