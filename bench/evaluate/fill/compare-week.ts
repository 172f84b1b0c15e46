import type { Config } from '../../../src/config/schema.ts';
import type { PublishedWeek } from './read-weeks.ts';
import { type RenderedWeek, renderWeek } from './render-week.ts';

/** What a section of a week says differently from what was published. */
export interface Difference {
  readonly week: string;
  readonly section: keyof RenderedWeek;
  /** Lines that only the published text has, and those that only the rendered one has. */
  readonly published: readonly string[];
  readonly rendered: readonly string[];
}

/** The differences of one week, section by section; none for a section that is the same. */
export function compareWeek(week: PublishedWeek, config: Config): readonly Difference[] {
  const rendered = renderWeek(week, config);
  const { rust_updates: updates, approved_rfcs: approvedRfcs, new_rfcs: newRfcs, fcp } = week.published_markdown;
  const lists = {
    updates: toEntries,
    approvedRfcs: toForm,
    newRfcs: toForm,
    fcp: (text: string) => toGroups(text, config),
  };
  const published = { updates, approvedRfcs: approvedRfcs ?? '', newRfcs: newRfcs ?? '', fcp: fcp ?? '' };
  return (['updates', 'approvedRfcs', 'newRfcs', 'fcp'] as const).flatMap((section) => {
    // The heading of the section itself belongs to the draft.
    const one = lists[section](published[section].replace(/^#.*\n/, ''));
    const other = lists[section](rendered[section]);
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    return [
      {
        week: week.issue_date,
        section,
        published: one.filter((line) => !other.includes(line)),
        rendered: other.filter((line) => !one.includes(line)),
      },
    ];
  });
}

/**
 * The lines in today's form: levels of headings, blank lines, bullets and the mark of emphasis have changed over the time, so has `[new] `.
 * Template comments that were left show nothing.
 */
function toForm(text: string): readonly string[] {
  const lines = text
    .replace(/<!--[^]*?-->/g, '')
    .split('\n')
    .map((line) =>
      line
        .trimEnd()
        .replace(/^ ?#+ /, '# ')
        .replace(/^- /, '* ')
        .replace(/^\* \[new\] /, '* ')
        .replace(/^\* _(.*)_$/, '* *$1*'),
    );
  return lines.filter((line) => line !== '');
}

/** Until March 2025 an entry could hold several links, one a line; today each has an entry. */
function toEntries(text: string): readonly string[] {
  return toForm(text).flatMap((line) => {
    const [, link] = /^(?:\* [^[\]]*|  )(\[.*\]\(\S*\)),?$/.exec(line) ?? [];
    if (link !== undefined && (line.startsWith('  [') || line.endsWith(','))) return [`* ${link}`];
    return line === '* new lints:' ? [] : [line];
  });
}

/** The lines below their groups, whatever order the groups have and wherever they link to. */
function toGroups(text: string, { fill }: Config): readonly string[] {
  const groups = fill.finalCommentPeriod === false ? [] : fill.finalCommentPeriod.groups;
  let above = '';
  return toForm(text)
    .map((line) => {
      const group = groups.find(({ name }) => line.includes(`[${name}](http`));
      const isHeading = line.startsWith('# ');
      if (group !== undefined && (isHeading || !line.startsWith('* '))) above = isHeading ? group.name : '';
      if (group !== undefined && isHeading) return `# ${group.name}`;
      if (group !== undefined && !line.startsWith('* ')) return `none: ${group.name}`;
      if (!line.startsWith('* ') && !isHeading) above = '';
      return `${above} ${line}`;
    })
    .toSorted();
}
