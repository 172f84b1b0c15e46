import type { Config } from '../config/schema.ts';
import { defineRule, type JudgedItem, noOptions, type Problem } from './define-rule.ts';
import { joinSame } from './join-same.ts';
import { judgeItems } from './judge-items.ts';
import { findTrackingCuts, readQuery } from './read-query.ts';
import { editWithin } from './slice-item.ts';

export const trackingParameters = defineRule({
  id: 'tracking-parameters',
  severity: 'error',
  summary: 'a link whose query says where the reader came from (`utm_source`, `fbclid` …)',
  options: noOptions,
  needs: [],
  check: (context) => judgeItems(context, (judged) => joinSame(checkItem(judged, context.config))),
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
        edits: findTrackingCuts(query).map(([start, end]) => editWithin(url, start, end, '')),
        subject: url.text,
      },
    ];
  });
}
