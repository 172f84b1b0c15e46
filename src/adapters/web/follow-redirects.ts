import type { Dispatcher } from 'undici';
import type { Validators } from '../../ports/pages.ts';
import { checkTarget } from './check-target.ts';
import { requestPage, type WebResponse } from './request-page.ts';
import { WebTrouble } from './web-trouble.ts';

const MAX_REDIRECTS = 5;

/** Where a visit is at; it tells also what went wrong where. */
export interface Trail {
  url: string;
  isPermanent: boolean;
  status: number | undefined;
}

/** Waits for the turn of a host; what it returns ends the visit. */
export type Enter = (host: string) => Promise<() => void>;

export interface Visit {
  readonly dispatcher: Dispatcher;
  readonly enterHost: Enter;
  readonly hasProxy: boolean;
  readonly signal: AbortSignal;
  readonly validators: Validators | undefined;
}

/**
 * Goes from an address to where its redirects end; each step passes the same checks as the first. The visitor leaves the
 * host it is at before it goes to another.
 * @returns the last answer, and what ends the visit
 */
export async function followRedirects(
  start: URL,
  trail: Trail,
  visit: Visit,
): Promise<{ readonly response: WebResponse; readonly leave: () => void }> {
  let url = start;
  let leave = await enter(url.hostname, visit);
  try {
    for (let step = 0; step <= MAX_REDIRECTS; step += 1) {
      const response = await requestPage(
        visit.dispatcher,
        url,
        step === 0 ? visit.validators : undefined,
        visit.signal,
      );
      trail.status = response.status;
      const next = findNext(response, url, visit.hasProxy, trail);
      if (next === undefined) return { response, leave };
      if (next.hostname !== url.hostname) {
        leave();
        leave = () => undefined;
        leave = await enter(next.hostname, visit);
      }
      url = next;
    }
    throw new WebTrouble({ kind: 'unverified', reason: 'redirects' });
  } catch (error) {
    leave();
    throw error;
  }
}

/** Where an answer sends us; undefined where it is the end. */
function findNext(response: WebResponse, from: URL, hasProxy: boolean, trail: Trail): URL | undefined {
  const location = response.header('location');
  if (![301, 302, 303, 307, 308].includes(response.status) || location === '') return undefined;
  response.body.destroy();
  const target = checkTarget(toText(location), hasProxy, from.href);
  if (!target.ok) {
    // The place we do not go to is what there is to tell.
    trail.url = URL.parse(toText(location).slice(0, 4096), from.href)?.href ?? trail.url;
    throw new WebTrouble({ kind: 'refused', reason: target.reason });
  }
  if (target.url.hash === '') target.url.hash = from.hash;
  trail.url = target.url.href;
  if (response.status !== 301 && response.status !== 308) trail.isPermanent = false;
  return target.url;
}

/** Headers come as bytes; a path that is not escaped is UTF-8. */
function toText(header: string): string {
  return Buffer.from(header, 'latin1').toString('utf8');
}

/** Who gives up while waiting still has to leave when the turn comes. */
async function enter(host: string, { enterHost, signal }: Visit): Promise<() => void> {
  const turn = enterHost(host);
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      void turn.then((leave) => leave());
      reject(new WebTrouble({ kind: 'unverified', reason: 'time-out' }));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    void turn.then((leave) => {
      signal.removeEventListener('abort', giveUp);
      resolve(leave);
    });
  });
}
