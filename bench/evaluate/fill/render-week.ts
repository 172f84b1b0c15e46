import type { Config } from '../../../src/config/schema.ts';
import { renderCommentPeriods } from '../../../src/sections/final-comment-period/render.ts';
import { renderLine } from '../../../src/sections/render-line.ts';
import { renderRfcs } from '../../../src/sections/render-rfcs.ts';
import { renderUpdates } from '../../../src/sections/updates/render.ts';
import type { PublishedWeek } from './read-weeks.ts';

type Item = PublishedWeek['new_rfcs'][number];

/** The generated sections of a week, rendered from what was parsed of the published ones. */
export interface RenderedWeek {
  readonly updates: string;
  readonly approvedRfcs: string;
  readonly newRfcs: string;
  readonly fcp: string;
}

/** Renders a week in today's form. */
export function renderWeek(week: PublishedWeek, { fill, bullet }: Config): RenderedWeek {
  const { updates, approvedRfcs, newRfcs, finalCommentPeriod } = fill;
  return {
    updates: updates === false ? '' : renderUpdates(toUpdates(week, updates.organisation, bullet), updates),
    approvedRfcs: approvedRfcs === false ? '' : renderRfcs(week.approved_rfcs.map(toThread), approvedRfcs, bullet),
    newRfcs: newRfcs === false ? '' : renderRfcs(week.new_rfcs.map(toThread), newRfcs, bullet),
    fcp:
      finalCommentPeriod === false
        ? ''
        : renderCommentPeriods(
            finalCommentPeriod.groups.map((group) => ({ group, items: findItems(week, group.name) })),
            finalCommentPeriod,
            bullet,
          ),
  };
}

/** Texts of the updates are Markdown already, titles of the other sections are read back into plain text. */
function toUpdates(week: PublishedWeek, organisation: string, bullet: Config['bullet']) {
  const [from, until] = week.window;
  return {
    count: week.merged_count ?? 0,
    countUrl: `https://github.com/search?q=is%3Apr+org%3A${organisation}+is%3Amerged+merged%3A${from}..${until}`,
    entries: week.rust_updates.map(({ heading, text, url, suffix }) => ({
      key: url,
      heading,
      line: `${renderLine(bullet, text, url)}${suffix === '' ? '' : ` ${suffix.trim()}`}`,
      isTicked: true,
    })),
  };
}

function toThread({ title, url }: Item) {
  return { repository: '', number: 0, title: readBack(title), url };
}

function findItems({ fcp }: PublishedWeek, name: string) {
  const items = fcp.filter(({ group }) => group === name).flatMap((group) => group.items);
  return items.map(({ title, url, tag }) => ({
    title: readBack(title),
    url,
    tag: typeof tag === 'string' && tag !== '' && tag !== 'disposition: merge' ? `[${tag}]` : '',
  }));
}

/** Undoes what escapes a character in Markdown. */
function readBack(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
