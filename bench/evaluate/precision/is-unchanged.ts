import { getLinkIdentity } from '../../../src/archive/link-identity.ts';
import type { Config } from '../../../src/config/schema.ts';
import type { Issue } from '../../../src/newsletter/issue.ts';
import type { Flagged } from './locate-finding.ts';

type Test = (flagged: Flagged, issue: Issue, config: Config) => boolean;

/**
 * What editors would have changed, had they agreed with a rule, where that is not the text of the lines: then lines may
 * well stand as they were pushed, though editors did what the rule asks for.
 */
const TESTS: Readonly<Record<string, Test>> = {
  'closed-section': standsInSection,
  'item-place': standsInSection,
  'duplicate-link': hasTwin,
  'section-fit': standsInSection,
  'event-duplicate': hasTwin,
  'event-order': standsBelow,
  'outside-edits': isStillGone,
};

/** Whether what a rule found fault with stands in an issue byte for byte, line ends apart. */
export function isUnchanged(rule: string, flagged: Flagged, issue: Issue, config: Config): boolean {
  return stands(flagged.text, issue.text) && (TESTS[rule]?.(flagged, issue, config) ?? true);
}

function stands(lines: string, text: string): boolean {
  return `\n${text}\n`.includes(`\n${lines}\n`);
}

function standsInSection({ text, section }: Flagged, issue: Issue): boolean {
  return listTexts(issue, section).some((own) => stands(text, own));
}

/** The other one may have been taken out. */
function hasTwin({ item }: Flagged, issue: Issue, config: Config): boolean {
  const identify = (url: string | undefined): string => getLinkIdentity(url ?? '', config.trackingParameters);
  const own = identify(item?.entry.links[0]?.url.text);
  const all = issue.sections.flatMap(({ items }) => items.flatMap((one) => [one, ...one.children]));
  return all.filter(({ entry }) => identify(entry.links[0]?.url.text) === own).length > 1;
}

/** The item that stood above may have found its place below. */
function standsBelow({ text, previous, section }: Flagged, issue: Issue): boolean {
  if (previous === undefined) return true;
  return listTexts(issue, section).some((own) => {
    const above = `\n${own}\n`.indexOf(`\n${previous}\n`);
    return above !== -1 && above < `\n${own}\n`.indexOf(`\n${text}\n`);
  });
}

/** What a submission took out may have been put back. */
function isStillGone({ subject }: Flagged, issue: Issue): boolean {
  return !issue.text.includes(subject);
}

/** What stands under the headings of a name. */
function listTexts(issue: Issue, section: string): readonly string[] {
  const lines = issue.text.split('\n');
  return issue.sections
    .filter(({ name }) => name === section)
    .map(({ line, endLine }) => lines.slice(line - 1, endLine).join('\n'));
}
