import type { Item, Link } from '../newsletter/issue.ts';
import { checkBullet } from './check-bullet.ts';
import { defineRule, noOptions, type JudgedItem, type Problem } from './define-rule.ts';
import { findCallProse } from './find-prose.ts';
import { findSwallowedLine } from './find-swallowed-line.ts';
import { isCall } from './judge-calls.ts';
import type { Flaw } from './flaw.ts';
import { getSubject, getWrittenLinks, judgeItems } from './judge-items.ts';
import { getEnd, getGap, getStart } from './slice-item.ts';

export const cfpProjectForm = defineRule({
  id: 'cfp-project-form',
  severity: 'warning',
  summary: 'a call for participation that leads to something else than one issue, or does not name the project first',
  options: noOptions,
  needs: [],
  check: (context) => [
    ...judgeItems(context, ({ file, item, region }: JudgedItem): readonly Problem[] => {
      if (context.config.grammars[region] !== 'cfp-project' || !isCall(item)) return [];
      const isAlone = findSwallowedLine(file, item) === undefined;
      const flaws = [...checkBullet(item, context.config), ...checkCall(item, isAlone)];
      return flaws.map((flaw) => ({ path: file.path, subject: getSubject(item), ...flaw }));
    }),
    ...findCallProse(context, 'cfp-project', FORM),
  ],
});

const FORM = '[project - title of the issue](address of the issue)';

/** @param isAlone whether all that stands there is its author’s */
function checkCall(item: Item, isAlone: boolean): readonly Flaw[] {
  const [link] = getWrittenLinks(item);
  if (link === undefined) {
    // An address without a title is the business of `link-syntax`.
    if (item.entry.links.length > 0) return [];
    const { place } = item.entry.content;
    return item.children.some(({ entry }) => entry.links.length > 0)
      ? [{ place, message: 'This line is no call: make each link below it a call of its own, and take this line out.' }]
      : [{ place, message: 'The call has no link: write {0}.', quotes: [FORM] }];
  }
  const rest = isAlone ? checkRest(item) : [];
  // What has the fields of an event is none of a project, and lacks no name of one; of several pages none is the call.
  const isOther = hasFields(item) || (rest.length > 0 && item.entry.links.length > 1);
  return isOther ? rest : [...checkTitle(item, link), ...checkTarget(link), ...rest];
}

function hasFields({ entry: { links, after } }: Item): boolean {
  return links.length === 1 && after.text.startsWith('|');
}

/** One issue, and nothing after it. */
function checkRest(item: Item): readonly Flaw[] {
  const { links, after } = item.entry;
  // What keeps a link from being one is mended by `link-syntax`.
  if (links.some(({ defect }) => defect !== undefined)) return [];
  const [, second] = links;
  if (second !== undefined) {
    return [
      {
        place: second.place,
        message: 'The call leads to several pages: make each issue a call of its own, as {0}.',
        quotes: [FORM],
      },
    ];
  }
  return after.text === '' ? [] : [describeAfter(item)];
}

function describeAfter(item: Item): Flaw {
  const { links, before, after } = item.entry;
  const { text, place } = after;
  const quotes = [text];
  if (hasFields(item)) {
    const message =
      'There are fields after the link ({0}), as those of an event: if it is one, move it to the calls of events.';
    return { place, message, quotes };
  }
  const isWord = /[\p{L}\p{N}]/u.test(text);
  const message = `There is text after the link ({0}): take it out${isWord ? ', or put it into the title' : ''}.`;
  const gap = getGap(getEnd(links[0]?.place ?? place), getEnd(place));
  return { place, message, quotes, edits: isWord || before.text !== '' ? [] : [{ ...gap, text: '' }] };
}

/** Whatever mark stands between them, the project comes first. */
const PROJECT_FIRST = /\S(?: +[-–—|] *| *[–—] *|[-:|] +)\S/;

function checkTitle(item: Item, link: Link): readonly Flaw[] {
  const { text, place } = link.title;
  const [, project] = /^([^[\]|]{1,60}?) *[-–—:] *$/.exec(item.entry.before.text) ?? [];
  if (project !== undefined && item.entry.prefixes.length === 0 && link.defect === undefined) {
    return [
      {
        place: item.entry.before.place,
        message: 'The project’s name stands before the link: write {0}.',
        quotes: [`[${project} - ${text}]`],
        edits: [{ ...getGap(getStart(item.entry.before.place), getStart(place)), text: `[${project} - ` }],
      },
    ];
  }
  const [address] = /https?:\/\/\S+/i.exec(text) ?? [];
  if (address !== undefined) {
    return [{ place, message: 'The call shows its address {0}: put the title of the issue there.', quotes: [address] }];
  }
  if (text.trim() === '' || PROJECT_FIRST.test(text)) return [];
  return [{ place, message: 'The name of the project is missing: write {0}.', quotes: [FORM] }];
}

function checkTarget({ url }: Link): readonly Flaw[] {
  const kind = getKind(url.text);
  if (kind === undefined) return [];
  return [
    {
      place: url.place,
      message: `The link leads to ${kind}, but newcomers look for a task: link one issue.`,
    },
  ];
}

/** What a page of a code host is, by its address; undefined for an issue and for what cannot be told. */
function getKind(url: string): string | undefined {
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)/i.exec(url) ?? [];
  if (!/^(?:github\.com|gitlab\.com|codeberg\.org)$/i.test(host)) return undefined;
  if (/\/(?:pull|pulls|merge_requests)(?:\/|$)/.test(path)) return 'a pull request';
  if (/^\/[^/]+\/[^/]+\/projects(?:\/|$)|\/-\/boards(?:\/|$)/.test(path)) return 'a project board';
  if (/\/(?:issues|labels|contribute)\/?$|\/labels\/[^/]+\/?$/.test(path)) return 'a list of issues';
  return /^\/[^/]+\/[^/]+\/?$/.test(path) ? 'a repository' : undefined;
}
