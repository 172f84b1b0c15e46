import type { Config } from '../config/schema.ts';
import type { TextEdit } from '../findings/finding.ts';
import type { Item, Link, LinkDefect } from '../newsletter/issue.ts';
import type { PlacedText } from '../shared/place.ts';
import { defineRule, type JudgedItem, noOptions, type Problem, type RuleContext } from './define-rule.ts';
import { findLinkForm } from './find-link-form.ts';
import { getSubject, judgeItems } from './judge-items.ts';
import { editWithin, getEnd, getGap, getStart, rewrite, sliceItem } from './slice-item.ts';
import { findOwnPrefix } from './spell-prefix.ts';

export const linkSyntax = defineRule({
  id: 'link-syntax',
  severity: 'error',
  summary: 'a link that Markdown does not see as meant, or that still leads to the template’s address',
  options: noOptions,
  needs: [],
  check: (context) => judgeItems(context, (judged) => checkItem(judged, context)),
});

function checkItem({ file, item, region }: JudgedItem, { config }: RuleContext): readonly Problem[] {
  return item.entry.links.flatMap((link) => {
    const message = describe(item, link, config.grammars[region]);
    if (message === undefined) return [];
    return [
      {
        path: file.path,
        place: link.place,
        message,
        quotes: message.includes('{0}') ? [link.url.text] : [],
        edits: isRepairable(item, link, config) ? repair(item, link) : [],
        subject: getSubject(item),
      },
    ];
  });
}

function describe(item: Item, link: Link, grammar: string | undefined): string | undefined {
  if (link.defect === undefined) return describeAddress(link);
  if (link.defect !== 'bare-url') return DESCRIPTIONS[link.defect];
  const form = findLinkForm(link, item, grammar);
  return form === undefined ? undefined : `The address {0} stands by itself: write ${form}.`;
}

const DESCRIPTIONS: Readonly<Record<Exclude<LinkDefect, 'bare-url'>, string>> = {
  'unclosed-bracket': 'The square brackets around the link text do not match: write [title](address).',
  'unclosed-parenthesis': 'The parenthesis after the address is missing: close the link with “)”.',
  'blank-before-parenthesis': 'The space between “]” and “(” keeps this from being a link: take it out.',
  'stray-parenthesis': 'One parenthesis too many follows the link: take it out.',
  'doubled-parenthesis': 'Two parentheses open before the address: keep one pair around it.',
  'nested-link': 'One link is inside the address of another: keep only {0}.',
  'blank-in-url': 'The address {0} contains a space, so this is no link: take the space out or write %20.',
  'empty-title': 'The link has no text: put the title of the page between the square brackets.',
  'empty-url': 'The link has no address: put it between the parentheses.',
};

/** Those with exactly one repair. */
const REPAIRABLE: ReadonlySet<LinkDefect> = new Set([
  'unclosed-bracket',
  'unclosed-parenthesis',
  'blank-before-parenthesis',
  'stray-parenthesis',
  'doubled-parenthesis',
  'nested-link',
]);

/** Of `[a] b](…)` nobody knows whether `[a]` is a part of the title, unless it is a prefix; of `](…)` nobody knows the title. */
function isRepairable(item: Item, { defect, place, title }: Link, { prefixes }: Config): boolean {
  if (defect === undefined || !REPAIRABLE.has(defect)) return false;
  if (defect !== 'unclosed-bracket') return true;
  const { content, prefixes: written } = item.entry;
  const isPrefix = ({ text }: PlacedText): boolean =>
    findOwnPrefix(text, prefixes) !== undefined || /^[A-Z]{2}$/.test(text);
  const followsBracket = /\]\s*$/.test(sliceItem(item, getGap(getStart(content.place), place)));
  return title.text.trim() !== '' && written.every(isPrefix) && (written.length > 0 || !followsBracket);
}

/** Hosts that nobody can publish on, reserved for examples. */
const TEMPLATE_ADDRESS = /^(?:https?:\/\/)?(?:[^/?#]*\.)?example\.(?:com|net|org)(?:[/?#:]|$)/i;

function describeAddress({ url }: Link): string | undefined {
  return TEMPLATE_ADDRESS.test(url.text)
    ? 'The link leads to {0}, the address of the template: put the address of your page there.'
    : undefined;
}

/** Rewrites only the marks around title and address, so that both stay free for the edits of other rules. */
function repair(item: Item, { place, title, url, hover, defect }: Link): readonly TextEdit[] {
  const opening = getGap(getStart(place), title.place);
  const middle = getGap(title.place, url.place);
  const closing = getGap(url.place, getEnd(place));
  const angle = sliceItem(item, middle).endsWith('<');
  const tail = hover === undefined ? (angle ? '>' : '') : sliceItem(item, closing).replace(/(?<!\))\)*$/, '');
  return [
    ...rewrite(item, opening, '['),
    ...rewrite(item, middle, angle ? '](<' : ']('),
    ...rewrite(item, closing, `${tail})`),
    ...(defect === 'unclosed-bracket' ? takeOutSlipped(title) : []),
  ];
}

/** A bracket that stands on the wrong side of the title’s last backtick. */
function takeOutSlipped(title: PlacedText): readonly TextEdit[] {
  const slipped = /\]`+$/.exec(title.text);
  return slipped === null || title.text.includes('[') ? [] : [editWithin(title, slipped.index, slipped.index + 1, '')];
}
