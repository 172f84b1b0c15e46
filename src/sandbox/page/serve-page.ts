import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isForThisMachine } from '../is-for-this-machine.ts';
import type { SandboxState } from '../state.ts';
import { renderNotice } from './layout.ts';
import { renderPullList } from './render-pull-list.ts';
import { isView, renderPull } from './render-pull.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const HEADERS = {
  // Nothing is loaded from elsewhere and nothing runs, whatever people have written.
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const FILES: Readonly<Record<string, Answer>> = {
  '/style.css': { status: 200, type: 'text/css', body: readFileSync(new URL('style.css', import.meta.url), 'utf8') },
  '/icon.svg': {
    status: 200,
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0f766e"/><text x="8" y="12" font-size="11" text-anchor="middle" fill="#fff">¶</text></svg>',
  },
};

/**
 * The page that shows each pull request as its people see it, for `http.createServer`: `/`, `/OWNER/REPOSITORY/pull/N`
 * and below that `/files` and `/checks`. Reads the state anew for every request; a rejection of `readState` is shown.
 */
export function createPage(
  readState: () => Promise<SandboxState>,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    void answer(request, readState).then(
      ({ status, type, body }) => {
        response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` });
        response.end(request.method === 'HEAD' ? undefined : body);
      },
      () => response.destroy(),
    );
  };
}

async function answer(request: IncomingMessage, readState: () => Promise<SandboxState>): Promise<Answer> {
  if (!isForThisMachine(request)) return notice(403, 'Not here', 'This page is for this machine only.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return notice(405, 'Only to look at', 'Nothing can be sent.');
  const [path = '/'] = (request.url ?? '/').split('?');
  const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (file !== undefined) return file;
  const state = await readState().catch(() => undefined);
  if (state === undefined)
    return notice(502, 'No answer', 'The embedded GitHub does not answer: it has probably ended.');
  return show(state, path);
}

function show(state: SandboxState, path: string): Answer {
  if (path === '/') return page(renderPullList(state));
  const [, owner, name, number, view = ''] = /^\/([^/]+)\/([^/]+)\/pull\/(\d+)(?:\/([^/]+))?$/.exec(path) ?? [];
  const repository = state.repositories.find((one) => one.owner === owner && one.name === name);
  const pull = repository?.pulls.find((one) => String(one.number) === number);
  if (repository === undefined || pull === undefined || !isView(view)) {
    return notice(404, 'Not found', 'There is no such page.');
  }
  return page(renderPull(`/${repository.owner}/${repository.name}/pull/${pull.number}`, pull, view));
}

function page(body: string): Answer {
  return { status: 200, type: 'text/html', body };
}

function notice(status: number, title: string, explanation: string): Answer {
  return { status, type: 'text/html', body: renderNotice(title, explanation) };
}
