import type { SectionContents } from '../newsletter/section-contents.ts';
import type { FilledSection } from '../sections/filled-section.ts';
import { redirectLinks } from '../wording/redirect-links.ts';
import type { ComposedDraft } from './compose-draft.ts';
import { findAddress } from './find-address.ts';
import { toTaskAddress } from './read-ticks.ts';
import { splitContent } from './split-content.ts';

/** By section, the entries that people un-ticked and that stand all the same, as an editor wrote them. */
export type UnwantedEntries = ReadonlyMap<string, readonly string[]>;

interface Wanted {
  /** With their shortlists. */
  readonly sections: readonly FilledSection[];
  /** What people ticked (true) or un-ticked (false), by the address of a task. */
  readonly wishes: ReadonlyMap<string, boolean>;
  readonly states: ComposedDraft['states'];
}

/**
 * Finds what an un-tick could not take out, since an editor's own words stay.
 * @param contents what stands in the sections now; of a section that was left alone nothing is told, as none of it was heeded
 */
export function findUnwanted(contents: SectionContents, { sections, wishes, states }: Wanted): UnwantedEntries {
  const found = sections.map(({ id, shortlist }) => {
    const unwanted = new Set(shortlist.map(toTaskAddress).filter((address) => wishes.get(address) === false));
    const text = states.get(id)?.kind === 'filled' ? contents.get(id) : undefined;
    const entries = splitContent(text ?? '').groups.flatMap((group) => group.entries.map((entry) => entry.text));
    return [
      id,
      entries.filter((entry) => !isComment(entry) && unwanted.has(redirectLinks(findAddress(entry) ?? ''))),
    ] as const;
  });
  return new Map(found.filter(([, entries]) => entries.length > 0));
}

function isComment(entry: string): boolean {
  return entry.trimStart().startsWith('<!--');
}
