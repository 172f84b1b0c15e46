import type { Week } from './week.ts';

/** So many issues back a thread is not listed again. */
const REMEMBERED = 3;

/** A section of the configuration. */
export interface NamedSection {
  readonly id: string;
  readonly heading: string;
}

/** What earlier issues list in their generated sections. `issues` are their texts, newest first. */
export function readEarlier(
  issues: readonly string[],
  sections: readonly NamedSection[],
): Pick<Week, 'earlier' | 'earlierBodies'> {
  const bodies = issues.map((text) => readSectionBodies(text, sections));
  const earlierBodies = sections.map(({ id }) => [id, bodies.flatMap((of) => of.get(id) ?? [])] as const);
  const earlier = sections.map(({ id }) => {
    const recent = bodies.slice(0, REMEMBERED).flatMap((of) => of.get(id) ?? []);
    return [id, new Set(recent.flatMap(listKeys))] as const;
  });
  return { earlier: Object.fromEntries(earlier), earlierBodies: Object.fromEntries(earlierBodies) };
}

/** By id what stands below the section's heading, up to the next section or a heading of its level. */
export function readSectionBodies(text: string, sections: readonly NamedSection[]): ReadonlyMap<string, string> {
  const bodies = new Map<string, string[]>();
  let open: { readonly lines: string[]; readonly level: number } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, marks = '', heading = ''] = /^(#{1,6}) +(.*)$/.exec(line) ?? [];
    const named = heading === '' ? undefined : sections.find((section) => isHeading(heading, section.heading));
    if (named !== undefined) {
      open = { lines: bodies.get(named.id) ?? [], level: marks.length };
      bodies.set(named.id, open.lines);
    } else if (heading !== '' && open !== undefined && marks.length <= open.level) {
      open = undefined;
    } else {
      open?.lines.push(line);
    }
  }
  return new Map([...bodies].map(([id, lines]) => [id, lines.join('\n').trim()]));
}

function isHeading(written: string, name: string): boolean {
  const [, linked] = /^\[(.*)\]\([^)]*\)$/.exec(written.trim()) ?? [];
  return (linked ?? written).trim().toLowerCase() === name.toLowerCase();
}

function listKeys(body: string): readonly string[] {
  const links = body.matchAll(/github\.com\/([\w.-]+\/[\w.-]+)\/(?:pull|issues)\/(\d{1,9})/g);
  return [...links].map(([, repository = '', number = '']) => `${repository.toLowerCase()}#${number}`);
}
