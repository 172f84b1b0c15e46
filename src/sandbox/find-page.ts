import type { IncomingMessage } from 'node:http';

/**
 * Where somebody who follows a link is shown what it names: the addresses in texts are those of the embedded GitHub
 * itself, whose pages stand elsewhere. Programs do not ask for HTML and get undefined, as everybody does without pages.
 */
export function findPage(
  pageUrl: string | undefined,
  { method, url = '/', headers }: IncomingMessage,
): string | undefined {
  const isFollowed = method === 'GET' && headers.accept?.includes('text/html') === true;
  return isFollowed && pageUrl !== undefined && url.startsWith('/') ? pageUrl + url : undefined;
}
