import { z } from 'zod';
import { sectionNameSchema } from '../config/named-sections.ts';
import type { Issue, Section } from '../newsletter/issue.ts';
import { defineRule, type Problem, type RuleContext } from './define-rule.ts';
import { getLinePlace } from './get-line-place.ts';
import { isMovedToArchive, judgeIssues } from './judge-issues.ts';
import { listProse, placeInProse, type Prose } from './list-prose.ts';

const placeholderLeftOptions = z.strictObject({
  placeholders: z
    .array(z.string().min(1))
    .default([])
    .describe('words of the template that something has to be put in for, in their exact case'),
  instructions: z
    .array(z.string().min(1))
    .default([])
    .describe('words of the template’s hints to editors, which only a comment may hold'),
  filledSections: z
    .array(sectionNameSchema)
    .default([])
    .describe('sections that are never published without an item or a paragraph of their own'),
  standingText: z
    .array(z.string().min(1))
    .default([])
    .describe('how the paragraphs begin that the template itself puts into those sections'),
});

type Options = z.infer<typeof placeholderLeftOptions>;

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  severity: 'error',
  summary: 'what the template left to be filled in, in an issue that is published or about to be',
  options: placeholderLeftOptions,
  needs: [],
  check: checkIssues,
});

function checkIssues(context: RuleContext, options: Options): readonly Problem[] {
  return judgeIssues(context, (issue, file) => {
    const isPublished = file.role === 'archive' || isMovedToArchive(file) || context.isPublishing;
    if (!isPublished) return [];
    const prose = listProse(issue);
    return [
      ...prose.flatMap((one) => checkWords(issue, one, options)),
      ...issue.sections.flatMap((section, index) => checkSection(issue, section, index, prose, options)),
    ];
  });
}

function checkWords({ path }: Issue, prose: Prose, { placeholders, instructions }: Options): readonly Problem[] {
  const find = (words: readonly string[], message: string): readonly Problem[] =>
    words.flatMap((word) => {
      const start = prose.text.indexOf(word);
      if (start < 0) return [];
      const place = placeInProse(prose, start, start + word.length);
      return [{ path, place, message, quotes: [word], subject: word }];
    });
  return [
    ...find(placeholders, 'The template’s placeholder {0} is still there: put in what it stands for.'),
    ...find(instructions, 'Readers see the template’s hint to editors ({0}): take it out, or make it a comment.'),
  ];
}

function checkSection(
  { path, sections, text }: Issue,
  section: Section,
  index: number,
  prose: readonly Prose[],
  { filledSections, standingText }: Options,
): readonly Problem[] {
  const { name, line, depth } = section;
  if (!section.isKnown || !filledSections.includes(name)) return [];
  const next = sections.slice(index + 1);
  const end = next.find((other) => other.depth <= depth)?.line ?? Infinity;
  const headings = new Set(next.map((other) => other.line));
  const isFilled = prose.some(
    (one) =>
      one.line > line &&
      one.line < end &&
      !headings.has(one.line) &&
      !standingText.some((start) => one.text.trimStart().startsWith(start)),
  );
  if (isFilled) return [];
  return [
    {
      path,
      place: getLinePlace(text, line),
      message: 'The section {0} has nothing in it but the template’s own words: fill it, or say that there is nothing.',
      quotes: [name],
      subject: name,
    },
  ];
}
