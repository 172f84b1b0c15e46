/** Another spelling of an address, and the usual one: host and path, with gaps that both have in common. */
export interface Rewrite {
  readonly from: string;
  readonly to: string;
}

/** The usual spelling of the first `consumed` characters of an address. */
export interface Rewritten {
  readonly consumed: number;
  readonly text: string;
}

/**
 * What the gaps of a pattern stand for; where one ends a pattern, it ends in the address as well. A name is a whole word: were two
 * to share its letters, there would be too many ways to part them.
 */
const GAPS: ReadonlyMap<string, string> = new Map([
  ['{name}', String.raw`([\w-]+)(?![\w-])`],
  ['{video}', String.raw`([\w-]{11})(?=[/?#&]|$)`],
  ['{locale}', '([a-zA-Z]{2}-[a-zA-Z]{2})'],
]);

/** Addresses that large sites give out beside the one a browser ends up at. */
export const defaultRewrites: Rewrite[] = [
  { from: 'youtu.be/{video}', to: 'www.youtube.com/watch?v={video}' },
  { from: 'm.youtube.com/', to: 'www.youtube.com/' },
  { from: 'www.youtube.com/watch?{video}', to: 'www.youtube.com/watch?v={video}' },
  { from: 'www.youtube.com/embed/{video}', to: 'www.youtube.com/watch?v={video}' },
  { from: 'www.youtube-nocookie.com/embed/{video}', to: 'www.youtube.com/watch?v={video}' },
  { from: 'www.meetup.com/{locale}/', to: 'www.meetup.com/' },
  { from: 'meetup.com/{locale}/', to: 'www.meetup.com/' },
  { from: 'open.substack.com/pub/{name}/', to: '{name}.substack.com/' },
  { from: 'old.reddit.com/', to: 'www.reddit.com/' },
  { from: 'new.reddit.com/', to: 'www.reddit.com/' },
  { from: 'np.reddit.com/', to: 'www.reddit.com/' },
  { from: 'mobile.twitter.com/', to: 'twitter.com/' },
  { from: 'm.twitch.tv/', to: 'www.twitch.tv/' },
  { from: 'm.bilibili.com/', to: 'www.bilibili.com/' },
  { from: '{name}.m.wikipedia.org/', to: '{name}.wikipedia.org/' },
  { from: 'www.google.com/amp/s/', to: '' },
  { from: 'www.github.com/', to: 'github.com/' },
];

/** One spelling may hide another, but not without end: the configuration may send two to each other. */
const MAX_ROUNDS = 3;

type Matcher = (address: string) => Rewritten | undefined;

/**
 * Makes a function that finds the usual spelling of an address without scheme, its host in lower case; undefined where the
 * address has it.
 */
export function compileRewrites(rewrites: readonly Rewrite[]): Matcher {
  const matchers = rewrites.map(compileRewrite);
  return (address) => {
    let text = '';
    let consumed = 0;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const current = text + address.slice(consumed);
      const hit = findFirst(matchers, current);
      if (hit === undefined) break;
      consumed += Math.max(0, hit.consumed - text.length);
      text = hit.text + text.slice(hit.consumed);
    }
    return text === address.slice(0, consumed) ? undefined : { consumed, text };
  };
}

function findFirst(matchers: readonly Matcher[], address: string): Rewritten | undefined {
  for (const match of matchers) {
    const hit = match(address);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

function compileRewrite({ from, to }: Rewrite): Matcher {
  const parts = from.split(/(\{\w+\})/);
  const gaps = parts.filter((part) => GAPS.has(part));
  // Slashes in a row are one.
  const source = parts
    .map((part) => GAPS.get(part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('/', '/+'))
    .join('');
  const pattern = new RegExp(`^${source}`);
  return (address) => {
    const found = pattern.exec(address);
    if (found === null) return undefined;
    const text = gaps.reduce((filled, gap, index) => filled.replace(gap, () => found[index + 1] ?? ''), to);
    return { consumed: found[0].length, text };
  };
}
