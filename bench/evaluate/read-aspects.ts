import { defaultConfig } from '../../src/config/defaults.ts';
import { parseIssue } from '../../src/newsletter/parse-issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

/** What editors correct by hand, one by one. */
export const aspectNames = ['bullet', 'textAfter', 'url', 'prefix', 'title'] as const;

export type Aspects = Readonly<Record<(typeof aspectNames)[number], string>>;

/** Takes one line of an issue apart; undefined where it is no item with a link. */
export function readAspects(line: string): Aspects | undefined {
  const text = `### Miscellaneous\n\n${line}\n`;
  const issue = parseIssue(toRepositoryPath('draft/line.md'), text, defaultConfig);
  const item = issue.sections.flatMap((section) => section.items)[0];
  const link = item?.entry.links[0];
  if (item === undefined || link === undefined) return undefined;
  return {
    bullet: line.slice(0, item.bulletPlace.endColumn - 1),
    textAfter: line.slice(link.place.endColumn - 1).trim(),
    url: link.url.text,
    prefix: item.entry.prefixes.map((prefix) => prefix.text).join(' '),
    title: link.title.text,
  };
}
