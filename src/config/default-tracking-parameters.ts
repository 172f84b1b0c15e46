import type { TrackingParameter } from './schema.ts';

const ANYWHERE = [
  // Campaigns and mailings
  'utm_*',
  'mc_*',
  'mkt_tok',
  'hsCtaTracking',
  'hss_channel',
  '_hsenc',
  '_hsmi',
  'vero_id',
  'oly_anon_id',
  'oly_enc_id',
  // Clicks on advertisements and posts
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'twclid',
  'ttclid',
  'yclid',
  'igsh',
  'igshid',
  // Analytics
  '_ga',
  '_gl',
];

const YOUTUBE = ['youtube.com', 'youtu.be'];
const MEETUP = ['meetup.com'];

/** Parameters that may go from any link without a change of the page that it leads to; a kept list. */
export const defaultTrackingParameters: TrackingParameter[] = [
  ...ANYWHERE.map((name) => ({ name })),
  // Hosts of source code call a branch or commit so.
  { name: 'ref', notOn: ['github.com', 'gitlab.com', 'codeberg.org', 'gitea.com', 'sr.ht', 'bitbucket.org'] },
  { name: 'ref_src', on: ['twitter.com', 'x.com'] },
  { name: 'ref_url', on: ['twitter.com', 'x.com'] },
  { name: 's', on: ['twitter.com', 'x.com'] },
  { name: 't', on: ['twitter.com', 'x.com'] },
  { name: 'r', on: ['substack.com'] },
  { name: 'showWelcomeOnShare', on: ['substack.com'] },
  { name: 'source', on: ['medium.com'] },
  { name: 'si', on: [...YOUTUBE, 'spotify.com'] },
  { name: 'feature', on: YOUTUBE },
  { name: 'ab_channel', on: YOUTUBE },
  { name: 'pp', on: YOUTUBE },
  { name: 'app', on: YOUTUBE },
  { name: 'eventOrigin', on: MEETUP },
  { name: 'recId', on: MEETUP },
  { name: 'recSource', on: MEETUP },
  { name: 'searchId', on: MEETUP },
  { name: '_xtd', on: MEETUP },
  { name: 'aff', on: ['eventbrite.com', 'eventbrite.co.uk', 'eventbrite.de'] },
  { name: 'usp', on: ['google.com'] },
  { name: 'trk', on: ['linkedin.com'] },
  { name: 'trackingId', on: ['linkedin.com'] },
  { name: 'rcm', on: ['linkedin.com'] },
];
