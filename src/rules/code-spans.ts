import { skipCode } from '../newsletter/text-spans.ts';
import type { RepositoryPath } from '../shared/brand.ts';
import { defineRule, noOptions, type Problem } from './define-rule.ts';
import { judgeIssues } from './judge-issues.ts';
import { getProseSubject, listProse, placeInProse, type Prose } from './list-prose.ts';

export const codeSpans = defineRule({
  id: 'code-spans',
  severity: 'error',
  summary: 'backticks without a partner in an item, a heading or a paragraph',
  options: noOptions,
  needs: [],
  check: (context) =>
    judgeIssues(context, (issue) => listProse(issue).flatMap((prose) => checkProse(issue.path, prose))),
});

/** Speaks once of a text: what follows the first backtick without a partner is guesswork. */
function checkProse(path: RepositoryPath, prose: Prose): readonly Problem[] {
  const open = findOpen(prose.text);
  if (open === undefined) return [];
  const [rest = ''] = prose.text.slice(open.start).split('\n', 1);
  return [
    {
      path,
      place: placeInProse(prose, open.start, open.end),
      message:
        open.end - open.start === 1
          ? 'The backtick before {0} has no partner: put one on each side of the code, or take this one out.'
          : 'The backticks before {0} have no partner: put as many on the other side of the code, or take these out.',
      quotes: [rest.slice(open.end - open.start).trim()],
      subject: getProseSubject(prose),
    },
  ];
}

/** The first run of backticks that opens code and is not closed by as many. */
function findOpen(text: string): { readonly start: number; readonly end: number } | undefined {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    if (text[at] !== '`' || text[at - 1] === '\\') continue;
    const end = skipCode(text, at, text.length);
    if (/^`+$/.test(text.slice(at, end))) return { start: at, end };
    at = end - 1;
  }
  return undefined;
}
