import type { SectionContents } from '../newsletter/section-contents.ts';
import type { FilledSection } from '../sections/filled-section.ts';
import type { ComposedDraft } from './compose-draft.ts';
import { toRedirectedAddress, toTaskAddress } from './read-ticks.ts';
import { splitContent } from './split-content.ts';

/** By section, the entries that people un-ticked and that stand all the same, as an editor wrote them. */
export type UnwantedEntries = ReadonlyMap<string, readonly string[]>;

interface Composed {
  /** With their shortlists, ticked as people want them. */
  readonly sections: readonly FilledSection[];
  readonly states: ComposedDraft['states'];
}

/**
 * Finds what an un-tick could not take out, since an editor's own words stay.
 * @param contents what stands in the sections now; of a section that was left alone nothing is told, as none of it was heeded
 * @param wishes what people ticked (true) or un-ticked (false), by the address of a task
 */
export function findUnwanted(
  contents: SectionContents,
  { sections, states }: Composed,
  wishes: ReadonlyMap<string, boolean>,
): UnwantedEntries {
  const found = sections.map(({ id, shortlist }) => {
    const unwanted = new Set(shortlist.map(toTaskAddress).filter((address) => wishes.get(address) === false));
    const text = states.get(id)?.kind === 'filled' ? contents.get(id) : undefined;
    const entries = listShown(text).filter((entry) => unwanted.has(toRedirectedAddress(entry)));
    return [id, entries] as const;
  });
  return new Map(found.filter(([, entries]) => entries.length > 0));
}

/**
 * Finds what editors took out by hand, by the address of its task: what is ticked and was generated before, and yet does not
 * stand. That is a decision as an un-tick is.
 * @param contents what stands in the sections now; of a section that was left alone nobody can tell
 */
export function findTakenOut(
  contents: SectionContents,
  { sections, states }: Composed,
  lastGenerated: SectionContents | undefined,
): readonly string[] {
  return sections.flatMap(({ id, shortlist }) => {
    const content = contents.get(id);
    if (content === undefined || states.get(id)?.kind !== 'filled') return [];
    const before = new Set(listEntries(lastGenerated?.get(id)).map(toRedirectedAddress));
    const standing = new Set(listEntries(content).map(toRedirectedAddress));
    const ticked = shortlist.filter(({ isTicked }) => isTicked).map(toTaskAddress);
    return ticked.filter((address) => before.has(address) && !standing.has(address));
  });
}

/**
 * Finds what editors brought in by hand, by the address of its task: it stands without a tick. That ticks it, but for what
 * was un-ticked while it stood.
 */
export function findBroughtIn(
  contents: SectionContents,
  { sections, states }: Composed,
  { wishes, out }: { readonly wishes: ReadonlyMap<string, boolean>; readonly out: ReadonlySet<string> },
): readonly string[] {
  return sections.flatMap(({ id, shortlist }) => {
    if (states.get(id)?.kind !== 'filled') return [];
    const standing = new Set(listShown(contents.get(id)).map(toRedirectedAddress));
    const free = shortlist.filter(({ isTicked }) => !isTicked).map(toTaskAddress);
    return free.filter((address) => standing.has(address) && (out.has(address) || wishes.get(address) !== false));
  });
}

/** Finds what people do not want and what does not stand; for a section that was left alone, what was known of it before. */
export function findOut(
  contents: SectionContents,
  { sections, states }: Composed,
  { wishes, out }: { readonly wishes: ReadonlyMap<string, boolean>; readonly out: ReadonlySet<string> },
): ReadonlySet<string> {
  const found = sections.flatMap(({ id, shortlist }) => {
    const standing = new Set(listShown(contents.get(id)).map(toRedirectedAddress));
    const isOut = (address: string): boolean =>
      states.get(id)?.kind === 'filled' ? !standing.has(address) : out.has(address);
    return shortlist.map(toTaskAddress).filter((address) => wishes.get(address) === false && isOut(address));
  });
  return new Set(found);
}

/** The entries that readers see. */
function listShown(text: string | undefined): readonly string[] {
  return listEntries(text).filter((entry) => !entry.trimStart().startsWith('<!--'));
}

function listEntries(text = ''): readonly string[] {
  return splitContent(text).groups.flatMap(({ entries }) => entries.map((entry) => entry.text));
}
