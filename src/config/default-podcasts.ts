/** Podcasts about Rust on sites of their own, as `media-prefix` takes them. */
export const defaultPodcasts = [
  ...['rustacean-station.org/episode/', 'netstack.fm/', 'sdr-podcast.com/episodes/', 'timclicks.dev/podcast/'],
  ...['rusttalk.github.io/podcast/', 'adspthepodcast.com/', 'rustgamedev.com/episodes/', 'corrode.dev/podcast/'],
].map((address) => ({ address, prefix: 'audio' }));
