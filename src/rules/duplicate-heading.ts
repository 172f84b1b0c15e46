import type { Issue, Section } from '../newsletter/issue.ts';
import type { SubmittedFile } from '../newsletter/submission.ts';
import { defineRule, noOptions, type Problem } from './define-rule.ts';
import { getLinePlace } from './get-line-place.ts';
import { judgeIssues } from './judge-issues.ts';

export const duplicateHeading = defineRule({
  id: 'duplicate-heading',
  severity: 'error',
  summary: 'a heading that its part of the issue has already',
  options: noOptions,
  needs: [],
  check: (context) => judgeIssues(context, checkIssue),
});

function checkIssue(issue: Issue, file: SubmittedFile): readonly Problem[] {
  const headings = issue.sections.filter(({ depth, heading }) => depth > 0 && heading !== '');
  return [...Map.groupBy(headings, (section) => identify(section, issue.sections)).values()].flatMap((same) => {
    if (same.length < 2) return [];
    const kept = same.find((section) => issue !== file.head || !isNew(section, file)) ?? same[0];
    return same.flatMap((section) => (kept === undefined || section === kept ? [] : [describe(section, kept, issue)]));
  });
}

/** A section of the newsletter may stand in an issue once; other headings (a team, a group) once below each of them. */
function identify(section: Section, sections: readonly Section[]): string {
  const text = section.heading.toLowerCase().replace(/\s+/g, ' ');
  if (section.isKnown) return JSON.stringify([text]);
  const above = sections.slice(0, sections.indexOf(section)).findLast(({ depth }) => depth < section.depth);
  return JSON.stringify([text, section.depth, above?.line]);
}

function isNew({ line }: Section, { outside }: SubmittedFile): boolean {
  return outside.some(({ kind, startLine, endLine }) => kind !== 'removed' && startLine <= line && line <= endLine);
}

function describe(section: Section, kept: Section, { path, text }: Issue): Problem {
  const { line, heading } = section;
  return {
    path,
    place: getLinePlace(text, line),
    message: `The heading {0} is there already (line ${kept.line}): put what is below this one there, and take this one out.`,
    quotes: [heading],
    subject: heading,
  };
}
