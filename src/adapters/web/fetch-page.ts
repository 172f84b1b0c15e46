import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { createContent } from '../../pages/create-content.ts';
import { createFactExtractor } from '../../pages/extract-facts.ts';
import type { Evidence, PageContent, PageFacts } from '../../pages/page-facts.ts';
import type { Clock } from '../../ports.ts';
import type { StoredPage, Validators } from '../../ports/pages.ts';
import { checkTarget } from './check-target.ts';
import { type Enter, followRedirects, type Trail } from './follow-redirects.ts';
import { createGuardedConnector, type Guard } from './guarded-connector.ts';
import { readBody } from './read-body.ts';
import { readHtml } from './read-html.ts';
import { checkDeclaredLength, type WebResponse } from './request-page.ts';
import { findSpecialReading, type SpecialReading } from './special-readings.ts';
import { judgeStatus } from './judge-status.ts';
import { type Reason, toReason, WebTrouble } from './web-trouble.ts';

export interface FetchOptions {
  readonly guard: Guard;
  /** Of an egress proxy, which then looks names up and guards. */
  readonly proxyUrl: string | undefined;
  readonly clock: Clock;
  readonly enterHost: Enter;
  /** For one page in all, from the moment that it is its turn. */
  readonly totalMilliseconds: number;
  /** For what comes after the head of a page. */
  readonly graceMilliseconds: number;
}

const NO_VALIDATORS: Validators = { etag: undefined, lastModified: undefined };
const MAX_HEADERS = 16_384;

/**
 * Fetches one page: every way in which that may end is a fact.
 * @param known what was stored about it; its facts come back renewed where the site says that nothing has changed
 */
export async function fetchPage(address: string, options: FetchOptions, known?: StoredPage): Promise<StoredPage> {
  const trail: Trail = { url: address, isPermanent: true, status: undefined };
  const toEvidence = (): Evidence => ({
    url: address,
    finalUrl: trail.url,
    isPermanent: trail.isPermanent,
    status: trail.status,
    checkedAt: options.clock.now().toISOString(),
  });
  const target = checkTarget(address, options.proxyUrl !== undefined);
  if (!target.ok) {
    const facts: PageFacts = { kind: 'refused', reason: target.reason, evidence: toEvidence() };
    return { facts, validators: NO_VALIDATORS };
  }
  trail.url = target.url.href;
  try {
    return await visit(target.url, { trail, toEvidence, known, options });
  } catch (error) {
    return { facts: { ...judgeTrouble(error, options), evidence: toEvidence() }, validators: NO_VALIDATORS };
  }
}

interface Errand {
  readonly trail: Trail;
  readonly toEvidence: () => Evidence;
  readonly known: StoredPage | undefined;
  readonly options: FetchOptions;
}

async function visit(url: URL, { trail, toEvidence, known, options }: Errand): Promise<StoredPage> {
  const special = findSpecialReading(url);
  const first = special === undefined ? url : new URL(special.address);
  const leaveFirst = await options.enterHost(first.hostname);
  const deadline = createDeadline(options.totalMilliseconds);
  const dispatcher = createDispatcher(options);
  try {
    const following = followRedirects(first, trail, {
      dispatcher,
      enterHost: createSecondEntry(first.hostname, leaveFirst, options.enterHost),
      hasProxy: options.proxyUrl !== undefined,
      signal: deadline.signal,
      validators: special === undefined ? known?.validators : undefined,
    });
    const { response, leave } = await Promise.race([following, deadline.passed]);
    try {
      if (response.status === 304 && known !== undefined) return renew(known, toEvidence());
      const content = await Promise.race([readContent(response, special, trail, options), deadline.passed]);
      // What was asked instead is no redirect.
      if (special !== undefined) Object.assign(trail, { url: url.href, isPermanent: true });
      const validators = trail.url === url.href ? readValidators(response) : NO_VALIDATORS;
      return { facts: { kind: 'page', evidence: toEvidence(), content }, validators };
    } finally {
      leave();
    }
  } finally {
    deadline.end();
    leaveFirst();
    await dispatcher.destroy().catch(() => undefined);
  }
}

/** The turn that was waited for before the clock began to run is the first one taken. */
function createSecondEntry(firstHost: string, leaveFirst: () => void, enterHost: Enter): Enter {
  let isFirst = true;
  return async (host) => {
    if (!isFirst || host !== firstHost) return enterHost(host);
    isFirst = false;
    return Promise.resolve(leaveFirst);
  };
}

function createDispatcher({ guard, proxyUrl }: FetchOptions): Dispatcher {
  const bounds = { maxHeaderSize: MAX_HEADERS, pipelining: 1, connections: 1 };
  if (proxyUrl === undefined) return new Agent({ ...bounds, connect: createGuardedConnector(guard) });
  return new ProxyAgent({ ...bounds, uri: proxyUrl, proxyTunnel: false, requestTls: { allowH2: false } });
}

function createDeadline(milliseconds: number) {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const trouble = new WebTrouble({ kind: 'unverified', reason: 'time-out' });
      controller.abort(trouble);
      reject(trouble);
    }, milliseconds);
  });
  // It may pass when nobody waits for it any more.
  passed.catch(() => undefined);
  return { signal: controller.signal, passed, end: () => clearTimeout(timer) };
}

async function readContent(
  response: WebResponse,
  special: SpecialReading | undefined,
  trail: Trail,
  { graceMilliseconds }: FetchOptions,
): Promise<PageContent> {
  const verdict = judgeStatus(response.status);
  if (verdict !== undefined) {
    response.body.destroy();
    throw new WebTrouble(verdict);
  }
  checkDeclaredLength(response);
  if (special !== undefined) return readSpecial(response, special);
  const contentType = response.header('content-type');
  const mediaType = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  if (!['', 'text/html', 'application/xhtml+xml'].includes(mediaType)) {
    response.body.destroy();
    const [, medium] = /^(video|audio)\//.exec(mediaType) ?? [];
    return createContent({ mediaType, medium: medium === 'video' || medium === 'audio' ? medium : undefined });
  }
  const html = { body: response.body, encoding: response.header('content-encoding'), contentType };
  return readHtml(html, createFactExtractor(trail.url), graceMilliseconds);
}

async function readSpecial(response: WebResponse, { read }: SpecialReading): Promise<PageContent> {
  const chunks: Uint8Array[] = [];
  await readBody(response.body, response.header('content-encoding'), (bytes) => {
    chunks.push(bytes);
    return 'more';
  });
  const content = read(Buffer.concat(chunks).toString('utf8'));
  if (content === undefined) throw new WebTrouble({ kind: 'unverified', reason: 'unreadable' });
  return content;
}

function readValidators({ header }: WebResponse): Validators {
  const etag = header('etag');
  const lastModified = header('last-modified');
  return {
    etag: isHeaderText(etag) ? etag : undefined,
    lastModified: isHeaderText(lastModified) ? lastModified : undefined,
  };
}

/** It is sent back as it came, so it has to be a line of plain text. */
function isHeaderText(value: string): boolean {
  return /^[ -~]{1,200}$/.test(value);
}

function renew(known: StoredPage, evidence: Evidence): StoredPage {
  const { checkedAt } = evidence;
  return { ...known, facts: { ...known.facts, evidence: { ...known.facts.evidence, checkedAt } } };
}

/** Behind a proxy that has a certificate itself nobody can tell whose it was. */
function judgeTrouble(error: unknown, { proxyUrl }: FetchOptions): Reason {
  const reason = toReason(error);
  const isUnsure = reason.reason === 'certificate' && proxyUrl?.startsWith('https:') === true;
  return isUnsure ? { kind: 'unverified', reason: 'network' } : reason;
}
