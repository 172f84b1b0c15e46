import type { Config } from '../config/schema.ts';
import type { Issue, Item, Section } from '../newsletter/issue.ts';
import { defineRule, type JudgedItem, noOptions, type Problem } from './define-rule.ts';
import { findSwallowedLine } from './find-swallowed-line.ts';
import { getLinePlace } from './get-line-place.ts';
import { judgeIssues } from './judge-issues.ts';
import { getSubject, judgeItems, judgeLinkItems } from './judge-items.ts';
import { getStart } from './slice-item.ts';

export const blankLines = defineRule({
  id: 'blank-lines',
  severity: 'warning',
  summary: 'a blank line between two items, none before a heading or text, blanks at the end of a line, or a tab',
  options: noOptions,
  needs: [],
  check: (context) => [
    ...judgeIssues(context, (issue, { base = issue }) => [
      ...findGaps(issue, context.config),
      // A contributor's own heading is to go (`item-place`), so it needs no room.
      ...findCrowdedHeadings(issue, context.config).filter(
        ({ subject }) =>
          context.author.permission === 'write' || base.sections.some(({ heading }) => heading === subject),
      ),
    ]),
    ...judgeItems(context, (judged) => findCrowdedText(judged, context.config)),
    ...judgeLinkItems(context, (judged) => [...findTabs(judged), ...findTrailing(judged)]),
  ],
});

/** Blank lines between two items of one list, which Markdown then sets with space between all of them. */
function findGaps({ path, text, sections }: Issue, config: Config): readonly Problem[] {
  const lines = text.split('\n');
  const listed = sections.filter(({ region }) => config.grammars[region] === 'link');
  return listed.flatMap(({ items }) =>
    items.flatMap((item, index) => {
      const above = items[index - 1];
      const [start, end] = [(above?.place.endLine ?? 0) + 1, item.place.startLine];
      const isGap = above !== undefined && start < end && lines.slice(start - 1, end - 1).every(isBlank);
      if (!isGap || !isListed(above) || !isListed(item)) return [];
      const place = { startLine: start, startColumn: 1, endLine: end, endColumn: 1 };
      return [
        {
          path,
          place: { ...place, endLine: end - 1, endColumn: (lines[end - 2]?.length ?? 0) + 1 },
          message: 'A blank line parts the list: take it out.',
          edits: [{ ...place, text: '' }],
          subject: getSubject(item),
        },
      ];
    }),
  );
}

/** What stands in no list is `item-bullet`’s to put there. */
function isListed({ bullet }: Item): boolean {
  return bullet !== '';
}

function isBlank(line: string | undefined): boolean {
  return line?.trim() === '';
}

/** Headings right below an item that somebody sent in; only where the issue mostly leaves a line blank above a heading. */
function findCrowdedHeadings({ path, text, sections }: Issue, config: Config): readonly Problem[] {
  const lines = text.split('\n');
  const below = sections.filter(({ line }) => line > 1);
  const isAiry = ({ line }: Section): boolean => isBlank(lines[line - 2]);
  if (below.filter(isAiry).length * 2 <= below.length) return [];
  return below.flatMap((section, index) => {
    const above = index === 0 ? undefined : below[index - 1];
    if (above === undefined || config.grammars[above.region] === undefined) return [];
    if (above.items.at(-1)?.place.endLine !== section.line - 1) return [];
    const { line } = section;
    return [
      {
        path,
        place: { startLine: line, startColumn: 1, endLine: line, endColumn: (lines[line - 1]?.length ?? 0) + 1 },
        message: 'There is no blank line between the item above and the heading {0}: leave one.',
        quotes: [section.heading],
        edits: [{ startLine: line, startColumn: 1, endLine: line, endColumn: 1, text: findLineEnd(text) }],
        subject: section.heading,
      },
    ];
  });
}

/** Text of the newsletter right below an item that somebody sent in. */
function findCrowdedText({ file, item, region }: JudgedItem, { grammars }: Config): readonly Problem[] {
  const line = grammars[region] === undefined ? undefined : findSwallowedLine(file, item);
  const text = file.head?.text;
  if (line === undefined || text === undefined) return [];
  return [
    {
      path: file.path,
      place: getLinePlace(text, line),
      message: 'There is no blank line between the item above and this text, which becomes a part of it: leave one.',
      edits: [{ ...getStart(getLinePlace(text, line)), text: findLineEnd(text) }],
      subject: getSubject(item),
    },
  ];
}

function findLineEnd(text: string): string {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}

/** Where the bullet itself is wrong, `item-bullet` writes the blanks after it, too. */
function findTabs({ file, item }: JudgedItem): readonly Problem[] {
  const { bulletPlace, bullet, indent } = item;
  const [start] = item.raw.split('\n', 1);
  const gap = start?.slice(indent, bulletPlace.endColumn - 1) ?? '';
  if (indent > 0 || !gap.includes('\t')) return [];
  return [
    {
      path: file.path,
      place: bulletPlace,
      message: 'There is a tab after the bullet: write one space.',
      edits: [{ ...bulletPlace, startColumn: 1 + bullet.length, text: ' ' }],
      subject: getSubject(item),
    },
  ];
}

/** Nobody sees them, and editors leave half of them: no more than a hint. */
function findTrailing({ file, item }: JudgedItem): readonly Problem[] {
  const { place, raw, entry } = item;
  const lines = raw.split('\n');
  const last = lines.at(-1)?.replace(/\r$/, '') ?? '';
  const kept = last.trimEnd();
  // Text after the link goes anyway, and its blanks with it.
  const isOther = entry.content.text === '' || entry.after.text !== '' || lines.length > 1;
  if (kept.length === last.length || isOther) return [];
  const end = { startLine: place.endLine, endLine: place.endLine };
  return [
    {
      path: file.path,
      place: { ...end, startColumn: kept.length + 1, endColumn: last.length + 1 },
      message: 'There are blanks at the end of the line: take them out.',
      edits: [{ ...end, startColumn: kept.length + 1, endColumn: last.length + 1, text: '' }],
      subject: getSubject(item),
      severity: 'hint',
    },
  ];
}
