import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Validators } from '../../ports/pages.ts';
import { ACCEPTED_ENCODINGS, MAX_BODY } from './read-body.ts';
import { WebTrouble } from './web-trouble.ts';

/** Names the project, with a page that explains what it does. */
const USER_AGENT =
  'Copydesk/0.1 (+https://github.com/copydesk/copydesk/blob/main/docs/page-fetching.md; reads a submitted link once)';

/** The answer to one request; whoever gets it reads or destroys the body. */
export interface WebResponse {
  readonly status: number;
  readonly body: Readable;
  /** A header's first value, '' where it is missing. */
  readonly header: (name: string) => string;
}

/** One request, without following anything. Rejects for trouble on the way. */
export async function requestPage(
  dispatcher: Dispatcher,
  url: URL,
  validators: Validators | undefined,
  signal: AbortSignal,
): Promise<WebResponse> {
  const { statusCode, headers, body } = await dispatcher.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers: {
      'user-agent': USER_AGENT,
      accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
      'accept-language': 'en,*;q=0.5',
      'accept-encoding': ACCEPTED_ENCODINGS,
      ...(validators?.etag === undefined ? {} : { 'if-none-match': validators.etag }),
      ...(validators?.lastModified === undefined ? {} : { 'if-modified-since': validators.lastModified }),
    },
    signal,
  });
  // A body that is destroyed early says so to nobody.
  body.on('error', () => undefined);
  const header = (name: string): string => {
    const value = headers[name] ?? '';
    return typeof value === 'string' ? value : (value[0] ?? '');
  };
  return { status: statusCode, body, header };
}

/** Throws where an answer declares more than is read of any. */
export function checkDeclaredLength({ body, header }: WebResponse): void {
  if (Number(header('content-length') || '0') <= MAX_BODY) return;
  body.destroy();
  throw new WebTrouble({ kind: 'unverified', reason: 'too-large' });
}
