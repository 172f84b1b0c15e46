import type { Issue, Item, Outline } from '../../src/newsletter/issue.ts';
import { parseIssue } from '../../src/newsletter/parse-issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

/** A newsletter of a few sections, with the regions that items are read by. */
export const outline: Outline = {
  sections: [
    { name: 'Updates from the Community', region: 'community', aliases: ['Community'] },
    { name: 'Official', region: 'community', aliases: ['From the Team'] },
    { name: 'Tooling', region: 'community' },
    { name: 'Calls for Testing', region: 'cft' },
    { name: 'Testing: Compiler', region: 'cft', aliases: ['Compiler'], under: 'Calls for Testing' },
    { name: 'Project News', region: 'updates' },
    { name: 'Compiler', region: 'updates', under: 'Project News' },
    { name: 'Upcoming Events', region: 'events' },
    { name: 'Virtual', region: 'events', aliases: ['Online'] },
    { name: 'Europe', region: 'events' },
  ],
  grammars: { community: 'link', events: 'event' },
};

export function parse(text: string): Issue {
  return parseIssue(toRepositoryPath('draft/2026-03-04.md'), text, outline);
}

/** Every item of an issue with the items below it, in order. */
export function allItems(issue: Issue): readonly Item[] {
  const withChildren = (item: Item): readonly Item[] => [item, ...item.children.flatMap(withChildren)];
  return issue.sections.flatMap(({ items }) => items.flatMap(withChildren));
}

/** An issue in text: its headings with today's names, its items as bullet, indentation, line and raw text. */
export function show(issue: Issue): string {
  const showItem = (item: Item, level: number): string =>
    [
      `${'  '.repeat(level)}${item.place.startLine}-${item.place.endLine} [${item.bullet}] ${JSON.stringify(item.entry.content.text)}`,
      ...item.children.map((child) => showItem(child, level + 1)),
    ].join('\n');
  return issue.sections
    .map((section) =>
      [
        `${section.line}-${section.endLine} ${section.name || '(top)'} / ${section.region}${section.isKnown ? '' : ' ?'}`,
        ...section.items.map((item) => showItem(item, 1)),
      ].join('\n'),
    )
    .join('\n');
}
