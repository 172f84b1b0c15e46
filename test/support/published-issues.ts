import { type Archive, indexIssues } from '../../src/archive/index-issues.ts';
import type { PublishedLink } from '../../src/archive/published-link.ts';
import { readPublishedIssue } from '../../src/archive/read-published-issue.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { sampleArchive } from './sample-archive.ts';
import { writeIssue } from './sample-newsletter.ts';

/** What the made-up archive calls its sections, in a newsletter with the default ones. */
const SECTIONS: Readonly<Record<string, string>> = {
  Walkthroughs: 'Rust Walkthroughs',
  Releases: 'Project/Tooling Updates',
  Thoughts: 'Observations/Thoughts',
  Newsletters: 'Newsletters',
};

/** The files of so many published issues, the first of 2020-01-01; see `sampleArchive` for what ran. */
export function publishSample(weeks: number): Readonly<Record<string, string>> {
  const issues = Map.groupBy(sampleArchive(weeks), ({ date }) => date);
  return Object.fromEntries(
    [...issues].map(([date, links], week) => {
      const items = Map.groupBy(links, ({ section }) => SECTIONS[section] ?? section);
      const lines = [...items].map(([name, own]) => [name, own.map(toLine)] as const);
      return [`content/${date}-this-week-in-ferris.md`, writeIssue(date, week + 1, Object.fromEntries(lines))];
    }),
  );
}

function toLine({ title, url }: PublishedLink): string {
  return `* [${title}](${url})`;
}

/** The same as the bot knows them. */
export function readSamplePublished(weeks: number): Archive {
  const files = Object.entries(publishSample(weeks)).map(([path, text]) => ({ path: toRepositoryPath(path), text }));
  return indexIssues(files.map((file) => readPublishedIssue(file, defaultConfig)));
}
