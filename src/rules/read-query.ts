import { isTrackingParameter } from '../archive/tracking-parameter.ts';
import type { Config } from '../config/schema.ts';
import { readAddress } from './read-address.ts';

/** One parameter of a query by offsets in the URL; the separator before it starts at `separator`. */
export interface QueryParameter {
  readonly name: string;
  readonly isTracking: boolean;
  readonly separator: number;
  readonly start: number;
  readonly end: number;
}

/** The parameters of an address’s query in their order; none where the address holds another one, as an archive’s does. */
export function readQuery(url: string, config: Config): readonly QueryParameter[] {
  const { start, authority, path, isWrapper } = readAddress(url);
  const query = start.length + authority.length + path.length;
  const [host = ''] = authority.split(':', 1);
  // The address of an archived page contains that page's address, parameters and all.
  if (host === '' || isWrapper || url[query] !== '?') return [];
  const address = url.replace(/#.*/s, '');
  const parameters: QueryParameter[] = [];
  let separator = query;
  let from = query + 1;
  for (const part of address.slice(from).split(/(&(?:amp;)?)/)) {
    const end = from + part.length;
    if (/^&(?:amp;)?$/.test(part)) {
      separator = from;
    } else {
      const [name = ''] = part.split('=', 1);
      const isTracking = isTrackingParameter(config.trackingParameters, host, name);
      parameters.push({ name, isTracking, separator, start: from, end });
    }
    from = end;
  }
  return parameters;
}

/** Spans to take out: the parameters that stay do so byte for byte, with one separator between two of them. */
export function findTrackingCuts(query: readonly QueryParameter[]): readonly (readonly [number, number])[] {
  const firstKept = query.findIndex((part) => !part.isTracking);
  const [first] = query;
  const last = query.at(-1);
  if (first === undefined || last === undefined) return [];
  if (firstKept === -1) return [[first.separator, last.end]];
  const kept = query[firstKept];
  const leading = kept === undefined || firstKept === 0 ? [] : [[first.start, kept.start] as const];
  const rest = query.slice(firstKept).filter((part) => part.isTracking);
  return [...leading, ...rest.map((part) => [part.separator, part.end] as const)];
}
