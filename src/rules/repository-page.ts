/** First parts of a path on GitHub that are no owners of repositories. */
const NO_OWNERS: ReadonlySet<string> = new Set([
  'about',
  'apps',
  'blog',
  'collections',
  'customer-stories',
  'enterprise',
  'events',
  'explore',
  'features',
  'marketplace',
  'orgs',
  'readme',
  'resources',
  'search',
  'security',
  'settings',
  'site',
  'sponsors',
  'stars',
  'topics',
  'trending',
  'users',
]);

/**
 * Whether an address of a forge is a repository's own page: its root, or the root of one of its branches. A tab of that
 * page is it too; a heading of its readme may be news.
 */
export function isRepositoryPage(host: string, { pathname, hash }: URL): boolean {
  const [owner = '', repository, ...rest] = splitPath(pathname);
  if (repository === undefined || isHeading(hash) || NO_OWNERS.has(owner.toLowerCase())) return false;
  if (/(?:^|\.)sr\.ht$/.test(host)) return owner.startsWith('~') && rest.length === 0;
  return (host.startsWith('gitlab.') ? leaveGroups(rest) : rest).length === 0 || isBranch(rest);
}

/**
 * Whether an address of a registry is a package's front page, of any version: `/crates/NAME`, or on docs.rs the first
 * page of its documentation.
 */
export function isPackagePage(host: string, { pathname, hash }: URL): boolean {
  const path = splitPath(pathname);
  if (isHeading(hash)) return false;
  if (host !== 'docs.rs') return path[0] === 'crates' && (path.length === 2 || path.length === 3);
  const [first = '', ...rest] = path.at(-1) === 'index.html' ? path.slice(0, -1) : path;
  if (first === 'crate') return rest.length === 1 || rest.length === 2;
  return !['', 'about', 'releases', '-'].includes(first) && rest.length <= 2 && !rest.some(isFile);
}

function splitPath(pathname: string): readonly string[] {
  return pathname.split('/').filter((part) => part !== '');
}

function isHeading(hash: string): boolean {
  return !['', '#', '#readme'].includes(hash);
}

/** On GitLab, groups nest, and what is not a group or repository stands behind `-`. */
function leaveGroups(rest: readonly string[]): readonly string[] {
  const end = rest.indexOf('-');
  return end === -1 ? [] : rest.slice(end);
}

/** `tree/main`, on GitLab `-/tree/main`, on Codeberg `src/branch/main`. */
function isBranch(rest: readonly string[]): boolean {
  return /^(?:(?:-\/)?tree|src\/branch)\/[^/]+$/.test(rest.join('/'));
}

function isFile(name: string): boolean {
  return name.includes('.html');
}
