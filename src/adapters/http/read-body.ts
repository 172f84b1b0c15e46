import type { IncomingMessage } from 'node:http';
import type { BodyShare } from './body-budget.ts';

/** Why there is no body. `busy`: others use up what all bodies together may take. */
export type NoBody = 'too-large' | 'busy' | 'broken';

/** The body of a request, or why there is none. Stops listening at the limits, declared or streamed. */
export async function readBody(request: IncomingMessage, maxBytes: number, share: BodyShare): Promise<Buffer | NoBody> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 'too-large';
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (why: NoBody): void => {
      request.pause();
      request.removeAllListeners('data');
      chunks.length = 0;
      resolve(why);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) stop('too-large');
      else if (!share.take(chunk.length)) stop('busy');
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => resolve('broken'));
    request.on('close', () => resolve('broken'));
  });
}
