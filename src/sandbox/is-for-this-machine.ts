import type { IncomingMessage } from 'node:http';

/**
 * Whether a request was meant for this machine. A page elsewhere can have a name of its own resolve to this machine, or
 * post here without reading the answer: such requests carry that name, or where the page comes from.
 */
export function isForThisMachine({ headers }: IncomingMessage): boolean {
  const local = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;
  const origin = headers.origin?.replace(/^https?:\/\//, '');
  return local.test(headers.host ?? '') && (origin === undefined || local.test(origin));
}
