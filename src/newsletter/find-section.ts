import { cutAtHeading } from './body-blocks.ts';
import type { Issue, Section } from './issue.ts';
import { toHeadingKey } from './name-sections.ts';
import type { SectionText } from './section-text.ts';

/** Where a section stands in a draft: its heading, and the headings that belong to it. */
export interface SectionSpan {
  readonly heading: Section;
  /** Headings below it that no section of the newsletter has: a filled section's groups, an empty one's scaffold. */
  readonly inner: readonly Section[];
  /** Its last line. */
  readonly endLine: number;
}

export type SectionSearch =
  | { readonly kind: 'found'; readonly span: SectionSpan; readonly body: string }
  | { readonly kind: 'missing'; readonly similar: string | undefined }
  | { readonly kind: 'doubled'; readonly lines: readonly number[] };

/**
 * Finds a section by its heading's text, at any level, by today's name or any that the outline knows for it. A body whose
 * first heading is one of the draft, right below the section's own, goes there.
 */
export function findSection(issue: Issue, { heading, body }: Pick<SectionText, 'heading' | 'body'>): SectionSearch {
  const found = issue.sections.filter((section) => section.depth > 0 && isNamed(section, heading));
  const [first, ...others] = found;
  if (first === undefined) return { kind: 'missing', similar: findSimilar(issue, heading) };
  if (others.length > 0) return { kind: 'doubled', lines: found.map(({ line }) => line) };
  const span = toSpan(issue, first);
  const lead = cutAtHeading(body);
  const below = issue.sections[issue.sections.indexOf(span.inner.at(-1) ?? first) + 1];
  const isBelow = below !== undefined && below.depth > first.depth && isNamed(below, lead?.heading ?? '');
  if (!isBelow || lead === undefined) return { kind: 'found', span, body };
  return findSection(issue, { heading: below.name, body: lead.rest });
}

function isNamed({ name, heading }: Section, wanted: string): boolean {
  const key = toHeadingKey(wanted);
  return key !== '' && (toHeadingKey(name) === key || toHeadingKey(heading) === key);
}

function toSpan(issue: Issue, heading: Section): SectionSpan {
  const after = issue.sections.slice(issue.sections.indexOf(heading) + 1);
  const end = after.findIndex(({ depth, isKnown }) => isKnown || depth <= heading.depth);
  const inner = end < 0 ? after : after.slice(0, end);
  return { heading, inner, endLine: inner.at(-1)?.endLine ?? heading.endLine };
}

/** A heading that no section has and that shares at least half of the wanted one's words. */
function findSimilar(issue: Issue, heading: string): string | undefined {
  const wanted = new Set(toHeadingKey(heading).split(' '));
  const share = ({ heading: written }: Section): number =>
    toHeadingKey(written)
      .split(' ')
      .filter((word) => wanted.has(word)).length / wanted.size;
  const ranked = issue.sections
    .filter(({ depth, isKnown }) => depth > 0 && !isKnown)
    .map((section) => ({ section, score: share(section) }))
    .sort((one, other) => other.score - one.score);
  const [best] = ranked;
  return best !== undefined && best.score >= 0.5 ? best.section.heading : undefined;
}
