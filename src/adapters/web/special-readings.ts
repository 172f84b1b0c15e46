import { createContent } from '../../pages/create-content.ts';
import type { PageContent } from '../../pages/page-facts.ts';
import { parseJson } from '../../shared/parse-json.ts';

/** Another way to ask a site about one of its pages, where the page itself does not tell a program. */
export interface SpecialReading {
  /** What is asked instead. */
  readonly address: string;
  /** What the answer says; undefined where it is not of the expected shape. */
  readonly read: (body: string) => PageContent | undefined;
}

const YOUTUBE = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$|^youtu\.be$/;
const VIDEO_PATH = /^\/(?:watch$|live\/|shorts\/|embed\/|v\/)/;

/** The reading for an address; undefined for most. */
export function findSpecialReading(url: URL): SpecialReading | undefined {
  const isVideo = YOUTUBE.test(url.hostname) && (url.hostname === 'youtu.be' || VIDEO_PATH.test(url.pathname));
  if (!isVideo) return undefined;
  const asked = encodeURIComponent(url.href);
  return { address: `https://www.youtube.com/oembed?format=json&url=${asked}`, read: readOembed };
}

const MAX_TITLE = 1000;

function readOembed(body: string): PageContent | undefined {
  const answer = parseJson(body);
  if (typeof answer !== 'object' || answer === null || !('title' in answer)) return undefined;
  const { title } = answer;
  if (typeof title !== 'string') return undefined;
  const titles = { openGraph: title.slice(0, MAX_TITLE), document: undefined, heading: undefined, site: 'YouTube' };
  return createContent({ titles, medium: 'video' });
}
