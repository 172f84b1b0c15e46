import type { IncomingMessage } from 'node:http';

/** Why a body did not come to its end. `busy`: others use up what all bodies together may take. */
export type NoBody = 'too-large' | 'busy' | 'late' | 'broken';

export interface BodyBounds {
  readonly maxBytes: number;
  /** From now until its end. */
  readonly milliseconds: number;
}

/**
 * Hands the body of a request on piece by piece and keeps nothing of it. Returns undefined at its end, or why there is none: it stops
 * listening at the bounds, declared or streamed, and where `take` answers that there is no room.
 */
export async function readBody(
  request: IncomingMessage,
  { maxBytes, milliseconds }: BodyBounds,
  take: (piece: Buffer) => boolean,
): Promise<NoBody | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 'too-large';
  return new Promise((resolve) => {
    let size = 0;
    const end = (why: NoBody | undefined): void => {
      clearTimeout(timer);
      resolve(why);
    };
    const stop = (why: NoBody): void => {
      request.pause();
      request.removeAllListeners('data');
      end(why);
    };
    const timer = setTimeout(() => stop('late'), milliseconds);
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > maxBytes) stop('too-large');
      else if (!take(piece)) stop('busy');
    });
    request.once('end', () => end(undefined));
    request.once('error', () => end('broken'));
    request.once('close', () => end('broken'));
  });
}
