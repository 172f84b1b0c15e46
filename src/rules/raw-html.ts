import { z } from 'zod';
import { skipCode } from '../newsletter/text-spans.ts';
import type { RepositoryPath } from '../shared/brand.ts';
import { defineRule, type Problem } from './define-rule.ts';
import { judgeIssues } from './judge-issues.ts';
import { getProseSubject, listProse, placeInProse, type Prose } from './list-prose.ts';

const rawHtmlOptions = z.strictObject({
  tags: z
    .array(z.string())
    .default(['a', 'b', 'br', 'code', 'em', 'i', 'img', 'kbd', 'pre', 'small', 'strong', 'sub', 'sup', 'wbr'])
    .describe('names of HTML tags that are meant as such, in small letters'),
});

export const rawHtml = defineRule({
  id: 'raw-html',
  severity: 'error',
  summary: 'code such as `Vec<T>` outside backticks, whose `<T>` is taken for an HTML tag and not shown',
  options: rawHtmlOptions,
  needs: [],
  check: (context, options) => {
    const tags = new Set(options.tags);
    return judgeIssues(context, (issue) => listProse(issue).flatMap((prose) => checkProse(issue.path, prose, tags)));
  },
});

/** Markdown's readers differ in what they forgive inside a tag; an address or an e-mail is a link to all of them. */
const TAG = /<\/?([A-Za-z][\w-]*)(?=[^\w-])(?!:(?!:))[^<>@\\\n]{0,200}>/y;

/** Speaks once of a text, since one pair of backticks may mend all of it. */
function checkProse(path: RepositoryPath, prose: Prose, tags: ReadonlySet<string>): readonly Problem[] {
  const tag = findTag(prose.text, tags);
  if (tag === undefined) return [];
  return [
    {
      path,
      place: placeInProse(prose, tag.start, tag.start + tag.text.length),
      message: '{0} would be taken for an HTML tag and not be shown: put the code it belongs to between backticks.',
      quotes: [tag.text],
      subject: getProseSubject(prose),
    },
  ];
}

function findTag(
  text: string,
  tags: ReadonlySet<string>,
): { readonly start: number; readonly text: string } | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '`') at = skipCode(text, at, text.length) - 1;
    else if (character === '<') {
      TAG.lastIndex = at;
      const [found, name = ''] = TAG.exec(text) ?? [];
      if (found !== undefined && !(isMeant(name, found) && tags.has(name.toLowerCase())))
        return { start: at, text: found };
    }
  }
  return undefined;
}

/** `<B>` and `<I>` are types. */
function isMeant(name: string, tag: string): boolean {
  return name === name.toLowerCase() || tag.includes('=');
}
