import { Resolver } from 'node:dns/promises';
import { getErrorCode } from '../error-code.ts';

/** What the names of the internet say of a host. */
export type Resolution =
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] }
  /** The name does not exist, or has no address. */
  | { readonly kind: 'none' }
  /** Nobody answered. */
  | { readonly kind: 'unknown' };

export type Resolve = (host: string) => Promise<Resolution>;

const TIMEOUT_MILLISECONDS = 2500;

/** Asks the name servers of this machine; its own table of hosts, which names what is private, is not looked at. */
export function createResolve(): Resolve {
  const resolver = new Resolver({ timeout: TIMEOUT_MILLISECONDS, tries: 2 });
  return async (host) => {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length > 0) return { kind: 'addresses', addresses };
    const isSure = answers.every((answer) => answer.status === 'rejected' && isAbsence(answer.reason));
    return { kind: isSure ? 'none' : 'unknown' };
  };
}

/** A name that is there as long as the internet is. */
const CONTROL = 'github.com';

/** Believes that a name does not exist only where another one does: without a network there are no names at all. */
export function confirmAbsence(resolve: Resolve, control = CONTROL): Resolve {
  return async (host) => {
    const found = await resolve(host);
    if (found.kind !== 'none') return found;
    const { kind } = await resolve(control);
    return { kind: kind === 'addresses' ? 'none' : 'unknown' };
  };
}

function isAbsence(reason: unknown): boolean {
  const code = getErrorCode(reason);
  return code === 'ENOTFOUND' || code === 'ENODATA';
}
