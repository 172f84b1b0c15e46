import { parseJson } from '../shared/parse-json.ts';
import { MAX_JSON, MAX_JSON_DEPTH } from './page-limits.ts';

/** What the structured data of a page says about it. */
export interface StructuredFacts {
  readonly isFree: boolean | undefined;
  readonly medium: 'video' | 'audio' | undefined;
  /** As written. */
  readonly published: string | undefined;
}

/** Types of schema.org that are the page itself, not something on it. */
const WRITTEN = /Article|Posting|WebPage|Report|Book|Course/;

type Node = Readonly<Record<string, unknown>>;

/** Reads blocks of JSON-LD; what is no JSON, too long or too deep says nothing. */
export function readJsonLd(blocks: readonly string[]): StructuredFacts {
  const nodes = blocks.filter(({ length }) => length <= MAX_JSON).flatMap((block) => listNodes(parseJson(block), 0));
  const types = nodes.flatMap(listTypes);
  const isText = types.some((type) => WRITTEN.test(type));
  return {
    isFree: readFree(nodes),
    medium: isText ? undefined : findMedium(types),
    published: nodes.map((node) => node['datePublished']).find((value) => typeof value === 'string'),
  };
}

/** The objects at the top and in `@graph`: those further inside speak of something else. */
function listNodes(value: unknown, depth: number): readonly Node[] {
  if (depth > MAX_JSON_DEPTH) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one: unknown) => listNodes(one, depth + 1));
  if (!isNode(value)) return [];
  return [value, ...listNodes(value['@graph'], depth + 1)];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function listTypes(node: Node): readonly string[] {
  const type: unknown = node['@type'];
  const all: readonly unknown[] = Array.isArray(type) ? type.slice(0, 20) : [type];
  return all.filter((one) => typeof one === 'string');
}

function findMedium(types: readonly string[]): 'video' | 'audio' | undefined {
  if (types.includes('VideoObject')) return 'video';
  return types.includes('PodcastEpisode') || types.includes('AudioObject') ? 'audio' : undefined;
}

function readFree(nodes: readonly Node[]): boolean | undefined {
  const values = nodes.map((node) => node['isAccessibleForFree']).map(toBoolean);
  if (values.includes(false)) return false;
  return values.includes(true) ? true : undefined;
}

/** Some write it as a word. */
function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return { true: true, false: false }[value.toLowerCase()];
}
