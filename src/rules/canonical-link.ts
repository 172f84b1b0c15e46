import { z } from 'zod';
import type { Config } from '../config/schema.ts';
import type { TextEdit } from '../findings/finding.ts';
import type { PlacedText } from '../shared/place.ts';
import { defineRule, type JudgedItem, type Problem, type RuleContext } from './define-rule.ts';
import { findBetterAddress } from './find-better-address.ts';
import type { Flaw } from './flaw.ts';
import { joinSame } from './join-same.ts';
import { judgeItems } from './judge-items.ts';
import { type AddressParts, readAddress } from './read-address.ts';
import { readQuery } from './read-query.ts';
import { compileRewrites, defaultRewrites, type Rewritten } from './rewrite-address.ts';
import { editWithin } from './slice-item.ts';

const options = z.strictObject({
  rewrites: z
    .array(z.strictObject({ from: z.string().regex(/^[^/?#]+\//, 'a host and at least a slash'), to: z.string() }))
    .default(defaultRewrites)
    .describe(
      'other spellings of an address and the usual one, both from the host on; `{name}` stands for a word, `{video}` for the eleven characters of a video, `{locale}` for one like `es-ES`',
    ),
});

export const canonicalLink = defineRule({
  id: 'canonical-link',
  severity: 'warning',
  summary:
    'an address that is not the page’s usual one: short, for phones, localised, with two slashes or a port, or given up',
  options,
  needs: ['pages'],
  check: (context, { rewrites }) => {
    const rewrite = compileRewrites(rewrites);
    return judgeItems(context, (judged) => joinSame(checkItem(judged, rewrite, context)));
  },
});

/** What is wrong with an address; it stands where the address does. */
type AddressFlaw = Omit<Flaw, 'place'>;

function checkItem({ file, item }: JudgedItem, rewrite: ReturnType<typeof compileRewrites>, context: RuleContext) {
  const { config } = context;
  return item.entry.links
    .filter(({ defect }) => defect !== 'empty-url' && defect !== 'blank-in-url')
    .flatMap(({ url }): readonly Problem[] => {
      const parts = readAddress(url.text);
      const site = simplifySite(parts);
      const address = site + url.text.slice(parts.start.length + parts.authority.length);
      const rewritten = parts.isWrapper ? undefined : rewrite(address);
      const first =
        rewritten === undefined
          ? [...checkSite(url, parts, site), ...checkPhone(url, address)]
          : [describeRewritten(url, parts, rewritten, site, config)];
      const byText = [
        ...first,
        ...checkSlashes(url, parts, rewritten === undefined ? 0 : rewritten.consumed - site.length),
      ];
      // What a page says of an address that is mended anyway is asked of the mended one.
      return (byText.length > 0 ? byText : checkByPage(url, context)).map((flaw) => ({
        path: file.path,
        place: url.place,
        subject: url.text,
        ...flaw,
      }));
    });
}

/** By what the page itself says, once it has been looked at. */
function checkByPage(url: PlacedText, context: RuleContext): readonly AddressFlaw[] {
  const better = findBetterAddress(context, url.text);
  if (better === undefined) return [];
  const isClear = !readQuery(url.text, context.config).some(({ isTracking }) => isTracking);
  return [
    {
      message:
        better.by === 'move'
          ? 'The page has moved for good: write {0}.'
          : 'The page names another address as its usual one: write {0}.',
      quotes: [better.address],
      edits: isClear ? [editWithin(url, 0, url.text.length, better.address)] : [],
    },
  ];
}

/** Host in lower case without its scheme’s own port; as it is where there is no scheme, since it may be a file’s name. */
function simplifySite({ start, authority }: AddressParts): string {
  const host = authority.toLowerCase();
  if (/^https:\/\/$/i.test(start)) return host.replace(/:443$/, '');
  return /^http:\/\/$/i.test(start) ? host.replace(/:80$/, '') : authority;
}

function checkSite(url: PlacedText, { start, authority }: AddressParts, site: string): readonly AddressFlaw[] {
  if (site === authority) return [];
  return [
    {
      message: 'The name of the site is written as {0}: write {1}.',
      quotes: [authority, site],
      edits: [editWithin(url, start.length, start.length + authority.length, site)],
    },
  ];
}

function describeRewritten(
  url: PlacedText,
  { start, authority }: AddressParts,
  { consumed, text }: Rewritten,
  site: string,
  config: Config,
): AddressFlaw {
  const end = start.length + authority.length + consumed - site.length;
  return {
    message: 'The address {0} is not the usual one of the page: write {1}.',
    quotes: [url.text.slice(start.length, end), text],
    edits: [editWithin(url, start.length, end, text), ...(text.includes('?') ? joinQuery(url, end, config) : [])],
  };
}

/** An address that has got a query goes on with “&” where its own began. */
function joinQuery(url: PlacedText, at: number, config: Config): readonly TextEdit[] {
  const query = /^\/?\?/.exec(url.text.slice(at));
  if (query === null) return /^\/(?:#|$)/.test(url.text.slice(at)) ? [editWithin(url, at, at + 1, '')] : [];
  const mark = at + query[0].length - 1;
  const slash = mark === at ? [] : [editWithin(url, at, mark, '')];
  const parameters = readQuery(url.text, config);
  const last = parameters.at(-1);
  // The very edit that `tracking-parameters` makes, so that both are applied.
  if (last !== undefined && parameters.every(({ isTracking }) => isTracking)) {
    return [...slash, editWithin(url, mark, last.end, '')];
  }
  return [...slash, editWithin(url, mark, mark + 1, '&')];
}

/** Of these only the page itself tells its usual address. */
function checkPhone(url: PlacedText, address: string): readonly AddressFlaw[] {
  const isForPhones =
    /^(?:m|mobile|amp)\.(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:[/?#]|$)/i.test(address) ||
    /^[^?#]*(?:\/amp\/|\/amp\.html)(?:[?#]|$)|[?&](?:amp|amp=1|outputType=amp)(?:[&#]|$)/.test(address);
  return isForPhones
    ? [{ message: 'The link leads to the version of the page for phones: write the address it has on a computer.' }]
    : [];
}

/** Runs of slashes in the path, behind what is rewritten. */
function checkSlashes(
  url: PlacedText,
  { start, authority, path, isWrapper }: AddressParts,
  from: number,
): readonly AddressFlaw[] {
  // Without a scheme the first two slashes may be all that is left of it.
  if (isWrapper || start === '') return [];
  const offset = start.length + authority.length;
  const runs = [...path.matchAll(/\/{2,}/g)].filter(({ index }) => index >= from);
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return [];
  const end = last.index + last[0].length;
  const clean = path.slice(first.index, end).replace(/\/{2,}/g, '/');
  return [
    {
      message: 'The address has two slashes in a row ({0}): write one.',
      quotes: [path],
      edits: [editWithin(url, offset + first.index, offset + end, clean)],
    },
  ];
}
