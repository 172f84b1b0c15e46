import { isTrackingParameter } from '../archive/tracking-parameter.ts';
import type { Config } from '../config/schema.ts';
import type { TextEdit } from '../findings/finding.ts';
import type { PlacedText } from '../shared/place.ts';
import { defineRule, type JudgedItem, noOptions, type Problem } from './define-rule.ts';
import { judgeItems } from './judge-items.ts';

export const trackingParameters = defineRule({
  id: 'tracking-parameters',
  severity: 'error',
  summary: 'a link whose query says where the reader came from (`utm_source`, `fbclid` …)',
  options: noOptions,
  needs: [],
  check: (context) => judgeItems(context, (judged) => checkItem(judged, context.config)),
});

/** Nobody has that many by accident, and a hostile address has hundreds. */
const MAX_NAMED = 10;

function checkItem({ file, item }: JudgedItem, config: Config): readonly Problem[] {
  return item.entry.links.flatMap(({ url }) => {
    const query = readQuery(url.text, config);
    const all = [...new Set(query.filter((part) => part.isTracking).map((part) => part.name))];
    if (all.length === 0) return [];
    const names = all.slice(0, MAX_NAMED);
    const rest = all.length > names.length ? ` and ${all.length - names.length} more` : '';
    const list = names.map((_, index) => `{${index}}`).join(', ') + rest;
    return [
      {
        path: file.path,
        place: url.place,
        message: `The link tells where its readers came from: take the tracking ${all.length === 1 ? 'parameter' : 'parameters'} ${list} out.`,
        quotes: names,
        edits: findCuts(query).map(([start, end]) => cut(url, start, end)),
        subject: url.text,
      },
    ];
  });
}

/** One parameter of a query by offsets in the URL; the separator before it starts at `separator`. */
interface Parameter {
  readonly name: string;
  readonly isTracking: boolean;
  readonly separator: number;
  readonly start: number;
  readonly end: number;
}

function readQuery(url: string, config: Config): readonly Parameter[] {
  // The scheme may be misspelt or missing: `link-scheme` mends that.
  const [start = '', host = ''] = /^(?:h*t{1,3}ps?:?\/{1,3})*(?:[^/?#@]*@)?([^/?#:]*)/i.exec(url) ?? [];
  const address = url.replace(/#.*/s, '');
  const query = address.indexOf('?');
  // The address of an archived page contains that page's address, parameters and all.
  if (host === '' || query === -1 || address.slice(start.length, query).includes('://')) return [];
  const parameters: Parameter[] = [];
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
function findCuts(query: readonly Parameter[]): readonly (readonly [number, number])[] {
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

function cut({ place }: PlacedText, start: number, end: number): TextEdit {
  const { startLine, startColumn } = place;
  return {
    startLine,
    startColumn: startColumn + start,
    endLine: startLine,
    endColumn: startColumn + end,
    text: '',
  };
}
