import type { Config } from '../config/schema.ts';
import type { Issue, Section } from '../newsletter/issue.ts';
import type { PlacedItem, Submission, SubmittedFile } from '../newsletter/submission.ts';

/** An item that could be moved, with the draft it stands in. */
export interface Movable {
  readonly file: SubmittedFile;
  readonly head: Issue;
  readonly placed: PlacedItem;
}

/** More items than this are no question of a section. */
const MAX_ITEMS = 10;

/** The items that a submission adds to drafts; where it adds none, those it moves or changes. */
export function findMovables({ files }: Submission): readonly Movable[] {
  const found = files.flatMap((file) => {
    const { head, role, changes } = file;
    if (role !== 'draft' || head === undefined) return [];
    return changes.flatMap((change) =>
      change.kind === 'removed' ? [] : [{ kind: change.kind, movable: { file, head, placed: change.after } }],
    );
  });
  const added = found.filter(({ kind }) => kind === 'added');
  return (added.length > 0 ? added : found).map(({ movable }) => movable).slice(0, MAX_ITEMS);
}

/** The sections of a draft in which an item could stand: those of its region, or, where that is unknown, of any that has items. */
export function listSections({ head, placed }: Movable, config: Config): readonly Section[] {
  const leaves = head.sections.filter(
    (section, index) => section.isKnown && (head.sections[index + 1]?.depth ?? 0) <= section.depth,
  );
  const ofRegion = leaves.filter(({ region }) => region === placed.region);
  return ofRegion.length > 0 ? ofRegion : leaves.filter(({ region }) => Object.hasOwn(config.grammars, region));
}

/** The section that somebody means by a name: as it is, by another heading it has had, or by a part that only it has. */
export function matchSection(wanted: string, sections: readonly Section[], config: Config): Section | undefined {
  const key = toKey(wanted.slice(0, 100));
  if (key === '') return undefined;
  const exact = sections.find((section) => listNames(section, config).some((name) => toKey(name) === key));
  if (exact !== undefined) return exact;
  const near = sections.filter(({ name }) => toKey(name).includes(key));
  return near.length === 1 ? near[0] : undefined;
}

function listNames({ name, heading }: Section, config: Config): readonly string[] {
  const aliases = config.sections.filter((one) => one.name === name).flatMap((one) => one.aliases ?? []);
  return [name, heading, ...aliases];
}

function toKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
