import { isHostOf, isTrackingParameter, type TrackingParameter } from './tracking-parameter.ts';

/**
 * The canonical form of a URL: two links with the same form lead to the same page as far as their text tells. It is
 * made for comparing, not for following: it has no scheme, and `host/path?query#fragment` otherwise. What is no web
 * address comes back trimmed.
 */
export function getLinkIdentity(address: string, tracking: readonly TrackingParameter[]): string {
  const text = address.trim();
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return text;
  const url = new URL(text);
  const host = simplifyHost(url.hostname);
  const video = findVideo(host, url);
  if (video !== undefined) return `youtube.com/watch?v=${video}`;
  // The scheme's own default port is gone already; the other scheme's stands for the same page here.
  const port = ['', '80', '443'].includes(url.port) ? '' : `:${url.port}`;
  return host + port + simplifyPath(host, url.pathname) + simplifyQuery(host, url.search, tracking) + simplifyHash(url);
}

function simplifyHost(host: string): string {
  const bare = host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(?:(?:www|m|amp)\.)+/, '');
  // `m.co` is a domain of its own.
  return bare.includes('.') ? bare : host.toLowerCase();
}

function simplifyPath(host: string, path: string): string {
  const plain = path.replace(/(?<!:)\/{2,}/g, '/').replace(/\/+$/, '');
  if (isHostOf(['meetup.com'], host)) return plain.replace(/^\/[a-z]{2}-[a-z]{2}(?=\/|$)/i, '');
  return host === 'github.com' ? simplifyRepository(plain) : plain;
}

/** GitHub takes owner and repository in any case, and `.git` after the repository; the rest of a path is exact. */
function simplifyRepository(path: string): string {
  const [, owner = '', repository = '', ...rest] = path.split('/');
  if (repository === '') return path.toLowerCase();
  return ['', owner.toLowerCase(), repository.toLowerCase().replace(/(?<=.)\.git$/, ''), ...rest].join('/');
}

function simplifyQuery(host: string, query: string, tracking: readonly TrackingParameter[]): string {
  const kept = query
    .slice(1)
    .split(/&(?:amp;)?/)
    .filter((part) => part !== '' && !isTrackingParameter(tracking, host, part.split('=', 1)[0] ?? ''))
    .sort();
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** Fragments tell items apart (`#episode-5`, `#/post`); a text to highlight does not. */
function simplifyHash(url: URL): string {
  const kept = url.hash.replace(/:~:.*$/, '');
  return kept === '#' ? '' : kept;
}

function findVideo(host: string, url: URL): string | undefined {
  const [, first = '', second = ''] = url.pathname.split('/');
  if (host === 'youtu.be') return toVideo(first);
  if (!isHostOf(['youtube.com', 'youtube-nocookie.com'], host)) return undefined;
  if (first === 'watch') return toVideo(url.searchParams.get('v') ?? '');
  return ['shorts', 'live', 'embed', 'v'].includes(first) ? toVideo(second) : undefined;
}

function toVideo(id: string): string | undefined {
  return /^[\w-]{6,}$/.test(id) && id !== 'videoseries' ? id : undefined;
}
