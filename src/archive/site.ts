import { getLinkIdentity } from './link-identity.ts';

/** Hosts whose pages belong to many: who speaks there stands first in the path. */
const SHARED_HOSTS = new Set([
  'bitbucket.org',
  'buttondown.com',
  'codeberg.org',
  'dev.to',
  'eventbrite.com',
  'gist.github.com',
  'github.com',
  'gitlab.com',
  'lu.ma',
  'luma.com',
  'medium.com',
  'meetup.com',
  'twitter.com',
  'x.com',
]);

/**
 * Whose page it is, as far as its address tells: the host, and where many share one, the first part of the path
 * (`github.com/ada`, `tilde.example/~ada`). Empty for what is no web address.
 */
export function getSite(address: string): string {
  if (!/^https?:/i.test(address.trim()) || !URL.canParse(address)) return '';
  const [host = '', first = ''] = getLinkIdentity(address, []).split(/[?#]/, 1).join('').split('/');
  const isOwned = /^[@~]./.test(first) || (SHARED_HOSTS.has(host) && first !== '');
  return isOwned ? `${host}/${first.toLowerCase()}` : host;
}
