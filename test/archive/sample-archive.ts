import type { PublishedIssue } from '../../src/archive/archived-link.ts';
import { readPublishedIssue } from '../../src/archive/read-published-issue.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

/** The text of a published issue: `{ 'Rust Walkthroughs': ['* [a](https://…)'] }` puts lines below headings. */
export function writeIssue(date: string, number: number, lines: Readonly<Record<string, readonly string[]>>): string {
  return [
    `Title: This Week in Rust ${number}\nNumber: ${number}\nDate: ${date}\n`,
    '## Updates from Rust Community\n',
    ...Object.entries(lines).map(([heading, items]) => `### ${heading}\n\n${items.join('\n')}\n`),
  ].join('\n');
}

/** Where the issue of a day is kept. */
export function toIssuePath(date: string) {
  return toRepositoryPath(`content/${date}-this-week-in-rust.md`);
}

/** A published issue as the archive reads it, with the default configuration. */
export function publish(
  date: string,
  number: number,
  lines: Readonly<Record<string, readonly string[]>>,
): PublishedIssue {
  return readPublishedIssue({ path: toIssuePath(date), text: writeIssue(date, number, lines) }, defaultConfig);
}
