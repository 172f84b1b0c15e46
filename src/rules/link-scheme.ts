import { getLinkIdentity } from '../archive/link-identity.ts';
import type { Link } from '../newsletter/issue.ts';
import { defineRule, type JudgedItem, noOptions, type Problem, type RuleContext } from './define-rule.ts';
import { findBetterAddress } from './find-better-address.ts';
import { findPage } from './find-page.ts';
import { getSubject, judgeItems } from './judge-items.ts';
import { editWithin, getStart } from './slice-item.ts';

export const linkScheme = defineRule({
  id: 'link-scheme',
  severity: 'error',
  summary:
    'a link whose address does not start with https:// or http://; as a hint, http:// where https:// is known to answer',
  options: noOptions,
  needs: ['pages'],
  check: (context) => judgeItems(context, (judged) => checkItem(judged, context)),
});

function checkItem({ file, item, region }: JudgedItem, context: RuleContext): readonly Problem[] {
  const { config } = context;
  return item.entry.links.filter(isJudged).flatMap((link) => {
    const verdict = judgeAddress(link, config.grammars[region] === 'link') ?? judgeScheme(link, context);
    return verdict === undefined
      ? []
      : [{ path: file.path, place: link.url.place, quotes: [link.url.text], subject: getSubject(item), ...verdict }];
  });
}

/** An address that `link-syntax` complains about has to be mended first. */
function isJudged({ defect }: Link): boolean {
  return defect !== 'empty-url' && defect !== 'blank-in-url' && defect !== 'bare-url';
}

/** Preview servers of blog engines listen there. */
const OWN_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])(?::\d+)?$/i;

type Verdict = Pick<Problem, 'message' | 'edits' | 'severity'>;

/** Only where the very page was seen to answer there. */
function judgeScheme({ url }: Link, context: RuleContext): Verdict | undefined {
  const [start = ''] = /^http:\/\//i.exec(url.text) ?? [];
  const twin = `https://${url.text.slice(start.length)}`;
  if (start === '' || findBetterAddress(context, url.text) !== undefined) return undefined;
  const { trackingParameters } = context.config;
  const isThere = [url.text, twin].some((address) => {
    const end = findPage(context, address)?.evidence.finalUrl ?? '';
    const isSame = getLinkIdentity(end, trackingParameters) === getLinkIdentity(url.text, trackingParameters);
    return end.startsWith('https:') && isSame;
  });
  if (!isThere) return undefined;
  return {
    severity: 'hint',
    message: 'The site answers with https:// as well: begin {0} with that.',
    edits: [editWithin(url, 0, start.length, 'https://')],
  };
}

function judgeAddress({ url }: Link, isArticle: boolean): Verdict | undefined {
  const address = url.text;
  const [, host] = /^https?:\/\/(?!https?:?\/)([^/?#\s]+)/i.exec(address) ?? [];
  if (host !== undefined) {
    return OWN_MACHINE.test(host)
      ? { message: 'The link {0} leads to your own machine: put the public address of the page there.' }
      : undefined;
  }
  if (/^mailto:/i.test(address)) {
    // A person may be written to, but an item of this region is something to read.
    return isArticle
      ? { message: 'The link {0} opens an e-mail: put the https:// address of a page there.' }
      : undefined;
  }
  const [mangled] = /^(?:(?:h*t{1,3}ps?:?\/{1,3})+|\/\/)(?=[\w-]+(?:\.[\w-]+)+)/i.exec(address) ?? [];
  const { startColumn, startLine } = url.place;
  if (mangled !== undefined) {
    const place = { startLine, startColumn, endLine: startLine, endColumn: startColumn + mangled.length };
    return {
      message: 'The address {0} is misspelt at its start: begin it with https://.',
      edits: [{ ...place, text: 'https://' }],
    };
  }
  if (/^(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#:]|$)/i.test(address) && !/\.(?:md|html?|pdf|png|rs)$/i.test(address)) {
    return {
      message: 'The address {0} does not say how to open it: begin it with https://.',
      edits: [{ ...getStart(url.place), text: 'https://' }],
    };
  }
  return {
    message: /^[a-z][a-z\d+.-]*:/i.test(address)
      ? 'The address {0} is not that of a web page: put one there that begins with https://.'
      : 'The address {0} leads nowhere outside this file: put the full address there, beginning with https://.',
  };
}
