import type { Outline, SectionDefinition } from './issue.ts';

/** A heading as the outline knows it. */
export interface SectionName {
  readonly name: string;
  readonly region: string;
  readonly isKnown: boolean;
}

interface Heading {
  readonly depth: number;
  readonly text: string;
}

interface Named extends SectionName {
  readonly depth: number;
  readonly definition: SectionDefinition | undefined;
}

/**
 * Names headings in their order: today's name where the outline knows them, the region inherited from the nearest
 * heading above where it does not. Depth alone decides who stands under whom, but for a definition with `under` a
 * neighbour of the same group counts too, since old issues mix depths.
 */
export function nameSections(headings: readonly Heading[], outline: Outline): readonly SectionName[] {
  const known = indexOutline(outline);
  const named: Named[] = [];
  for (const heading of headings) named.push(nameSection(heading, named, known));
  return named.map(({ name, region, isKnown }) => ({ name, region, isKnown }));
}

/** The same outline, which also knows these headings: of no region, where it did not know them. */
export function knowHeadings(outline: Outline, headings: readonly string[]): Outline {
  const known = indexOutline(outline);
  const unknown = headings.filter((heading) => !known.has(toHeadingKey(heading)));
  return { ...outline, sections: [...outline.sections, ...unknown.map((name) => ({ name, region: 'other' }))] };
}

/** A heading's text as compared: without case, blanks, markup and what stands round it. */
export function toHeadingKey(heading: string): string {
  return (
    stripMarkup(heading)
      .toLowerCase()
      // Looked for from where the run begins only: else a long one that does not end the text takes the square of its length.
      .replace(/(?<![\s:#])[\s:#]+$/, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** A heading's text without links, emphasis, code marks and images, as a reader sees it. */
export function stripMarkup(heading: string): string {
  return heading
    .replace(/<!--.*?(?:-->|$)/g, '')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g, '$1')
    .replace(/(\*\*|__|`+)/g, '')
    .replace(/(^|[\s(])[*_](?=\S)|(?<=\S)[*_](?=$|[\s).,:])/g, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .trim();
}

function indexOutline(outline: Outline): ReadonlyMap<string, readonly SectionDefinition[]> {
  const index = new Map<string, SectionDefinition[]>();
  for (const definition of outline.sections) {
    for (const heading of [definition.name, ...(definition.aliases ?? [])]) {
      const key = toHeadingKey(heading);
      index.set(key, [...(index.get(key) ?? []), definition]);
    }
  }
  return index;
}

function nameSection(
  heading: Heading,
  earlier: readonly Named[],
  known: ReadonlyMap<string, readonly SectionDefinition[]>,
): Named {
  const above = ancestorsOf(heading.depth, earlier);
  const candidates = known.get(toHeadingKey(heading.text)) ?? [];
  const definition =
    candidates.find(({ under }) => under !== undefined && standsUnder(under, above, earlier)) ??
    candidates.find(({ under }) => under === undefined);
  const region = definition?.region ?? above[0]?.region ?? 'other';
  const name = definition?.name ?? heading.text;
  return { depth: heading.depth, name, region, isKnown: definition !== undefined, definition };
}

/** The headings that a heading of this depth stands under, nearest first. */
function ancestorsOf(depth: number, earlier: readonly Named[]): readonly Named[] {
  const above: Named[] = [];
  let limit = depth;
  for (let index = earlier.length - 1; index >= 0 && limit > 1; index -= 1) {
    const heading = earlier[index];
    if (heading === undefined || heading.depth >= limit) continue;
    limit = heading.depth;
    if (limit > 0) above.push(heading);
  }
  return above;
}

function standsUnder(under: string, above: readonly Named[], earlier: readonly Named[]): boolean {
  if (above.some(({ name }) => name === under)) return true;
  const last = earlier.findLast(({ definition }) => definition !== undefined);
  return last?.name === under || last?.definition?.under === under;
}
