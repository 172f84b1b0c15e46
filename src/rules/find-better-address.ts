import { getLinkIdentity } from '../archive/link-identity.ts';
import { getRegistrableDomain } from '../archive/registrable-domain.ts';
import { isTrackingParameter } from '../archive/tracking-parameter.ts';
import type { Config } from '../config/schema.ts';
import type { RuleContext } from './define-rule.ts';
import { findPage } from './find-page.ts';
import { getFragment, readAddress } from './read-address.ts';

/** Another address of the same page, by its own account. */
export interface BetterAddress {
  readonly address: string;
  /** The page has moved there for good, or names it as its usual address. */
  readonly by: 'move' | 'page';
}

/** The address that a page itself would be linked by; undefined where the one that is written is as good. */
export function findBetterAddress(context: RuleContext, written: string): BetterAddress | undefined {
  const page = findPage(context, written);
  const from = URL.parse(written);
  if (page === undefined || from === null || readAddress(written).isWrapper) return undefined;
  const { evidence, content } = page;
  // Where a site sends people for now, it may send others elsewhere.
  const stop = URL.parse(evidence.isPermanent ? evidence.finalUrl : written);
  const canonical = content.canonical === undefined ? null : URL.parse(content.canonical);
  if (stop === null || (canonical !== null && isSame(canonical, from, context.config))) return undefined;
  if (canonical !== null && isSameSite(canonical, stop) && isBetter(canonical, stop, from, context.config)) {
    return { address: withFragment(canonical, from), by: 'page' };
  }
  return isBetter(stop, from, from, context.config) ? { address: withFragment(stop, from), by: 'move' } : undefined;
}

function isSameSite(one: URL, other: URL): boolean {
  const domain = getRegistrableDomain(one.hostname);
  return domain !== undefined && domain === getRegistrableDomain(other.hostname);
}

/** Pages that stand in for the one that was asked for. */
const STAND_IN =
  /(?:^|[/._-])(?:log-?in|sign-?in|sign-?up|consent|captcha|verify|error|404|not-?found|unavailable)(?:[/._-]|$)/i;

/** Whether `to` is another address than `from`, and may well be the page at which the redirects ended. */
function isBetter(to: URL, stop: URL, from: URL, config: Config): boolean {
  if (isSame(to, from, config)) return false;
  const isLost = isAbove(to, from) || isAbove(to, stop);
  // Some pages name their path alone, and it is the query that says which one they are.
  const isCut = to.pathname === stop.pathname && to.search === '' && stop.search !== '';
  const isWorse = to.protocol === 'http:' && from.protocol === 'https:';
  const isTracked = [...to.searchParams.keys()].some((name) =>
    isTrackingParameter(config.trackingParameters, to.hostname, name),
  );
  return !isLost && !isCut && !isWorse && !isTracked && !STAND_IN.test(to.pathname) && !/[()]/.test(to.href);
}

/** Whether an address is of what a page is a part of: a blog for its post, a topic for an answer in it. */
function isAbove(to: URL, from: URL): boolean {
  const above = to.pathname.replace(/\/?$/, '/');
  if (to.search !== '' || !from.pathname.startsWith(above)) return false;
  const rest = from.pathname.slice(above.length);
  const isIndex = /^(?:index\.\w{1,5}|amp(?:\.html)?)\/?$/.test(rest) && from.search === '';
  return rest !== '' && !isIndex;
}

/** Parts of a page are the page. */
function isSame(one: URL, other: URL, { trackingParameters }: Config): boolean {
  const [left, right] = [one, other].map(({ href }) => getLinkIdentity(href.replace(/#.*$/s, ''), trackingParameters));
  return left === right;
}

/** A part of the page stays that part. */
function withFragment(to: URL, from: URL): string {
  const fragment = getFragment(from.href);
  return to.hash === '' && fragment !== '' ? `${to.href}#${fragment}` : to.href;
}
