/** Pages that are no text, and the prefix that says so. */
export interface MediaAddress {
  /** Host without `www.` and the beginning of the path; subdomains of the host count. */
  readonly address: string;
  readonly prefix: string;
  /** Whether some of these pages are text. */
  readonly isLikely?: boolean | undefined;
}

const VIDEO = [
  'youtu.be/',
  'youtube.com/watch',
  'youtube.com/live/',
  'youtube.com/shorts/',
  'youtube.com/embed/',
  'twitch.tv/videos/',
  'media.ccc.de/v/',
  'bilibili.com/video/',
  'dailymotion.com/video/',
  'nicovideo.jp/watch/',
  'player.vimeo.com/',
];

// A playlist is a table of contents, and a host of videos has a blog.
const LIKELY_VIDEO = ['youtube.com/playlist', 'vimeo.com/', 'infoq.com/presentations/'];

const AUDIO = [
  'open.spotify.com/episode/',
  'open.spotify.com/show/',
  'podcasts.apple.com/',
  'podcasts.google.com/',
  'soundcloud.com/',
  'overcast.fm/',
  'pca.st/',
  'share.transistor.fm/',
  'castbox.fm/episode/',
  'creators.spotify.com/pod/',
  'anchor.fm/',
];

const LIKELY_AUDIO = ['libsyn.com/', 'buzzsprout.com/', 'simplecast.com/', 'podbean.com/', 'transistor.fm/'];

/** Hosts of videos and podcasts that everybody knows. */
export const defaultMediaAddresses: MediaAddress[] = [
  ...VIDEO.map((address) => ({ address, prefix: 'video' })),
  ...LIKELY_VIDEO.map((address) => ({ address, prefix: 'video', isLikely: true })),
  ...AUDIO.map((address) => ({ address, prefix: 'audio' })),
  ...LIKELY_AUDIO.map((address) => ({ address, prefix: 'audio', isLikely: true })),
];

/** The first entry that an address belongs to; undefined where there is none, or where it is no web address. */
export function findMedia(url: string, known: readonly MediaAddress[]): MediaAddress | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  return known.find(({ address }) => {
    const slash = address.indexOf('/');
    const host = slash === -1 ? address : address.slice(0, slash);
    const path = slash === -1 ? '/' : address.slice(slash);
    return (hostname === host || hostname.endsWith(`.${host}`)) && pathname.startsWith(path);
  });
}
