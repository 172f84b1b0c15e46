import { editIssue } from '../newsletter/edit-issue.ts';
import type { Outline } from '../newsletter/issue.ts';
import { knowHeadings } from '../newsletter/name-sections.ts';
import { readSectionContents, replaceSectionContents, type SectionContents } from '../newsletter/section-contents.ts';
import type { FilledText, SectionOutcome } from '../newsletter/section-text.ts';
import type { FilledSection } from '../sections/filled-section.ts';
import type { RepositoryPath } from '../shared/brand.ts';
import { mergeThreeWay, mergeWithoutBase } from './merge-three-way.ts';
import type { ProposalBranch } from './proposal-facts.ts';

/** What a refresh is made of. */
export interface DraftSources {
  readonly path: RepositoryPath;
  readonly outline: Outline;
  /** On the default branch. */
  readonly draft: string;
  readonly sections: readonly FilledSection[];
  /** Which open pull requests of people touch a section, by its id. */
  readonly touched: ReadonlyMap<string, readonly number[]>;
  /** The proposal's branch, as far as it has the draft; undefined where there is none yet. */
  readonly branch: Pick<ProposalBranch, 'text'> | undefined;
  /** What was generated last; undefined where that is not known. */
  readonly lastGenerated: SectionContents | undefined;
  /** Where it is not known: everything in the branch counts as the editors' own. Otherwise such a section is left alone. */
  readonly isBranchKept: boolean;
  /** No record is left: whatever stands in the branch may have been generated. */
  readonly isRecordLost: boolean;
  /** The proposal was closed, and is to be opened again. */
  readonly isReopened: boolean;
}

/** What became of one section. */
export type SectionState =
  | SectionOutcome
  /** There is nothing to fill it with; its notes say why. */
  | { readonly kind: 'no-content' }
  /** People are at work on it. */
  | { readonly kind: 'touched'; readonly numbers: readonly number[] }
  /** The draft is not in the proposal's branch any more, under this name, or is no text there. */
  | { readonly kind: 'draft-gone' }
  /** Its heading is not in the proposal's branch any more, or twice. */
  | { readonly kind: 'lost-in-branch' }
  /** A comment in it is never closed in the branch, so that nobody can tell where it ends; `line` is the comment's. */
  | { readonly kind: 'open-in-branch'; readonly line: number }
  /** What was generated last is not known, so that nobody could tell what editors did. */
  | { readonly kind: 'record-lost' };

export interface ComposedDraft {
  /** What the branch is to hold; undefined where the draft was taken out of it, which is not undone. */
  readonly text: string | undefined;
  /** The sections as generated, without what editors did to them; of one that was left alone as generated last. */
  readonly generated: SectionContents;
  readonly states: ReadonlyMap<string, SectionState>;
  readonly conflicts: Conflicts;
}

/** By section, what was generated while the editors' own text stands. */
export type Conflicts = ReadonlyMap<string, readonly string[]>;

/** Composes the draft for the proposal's branch. Only the sections in question are touched. */
export function composeDraft(sources: DraftSources): ComposedDraft {
  const { path, draft, touched, branch } = sources;
  if (branch !== undefined && branch.text === undefined) return leaveBranch(sources);
  // Also of what is left alone: it is no scaffold of the section above it.
  const headings = sources.sections.map(({ heading }) => heading);
  const outline = knowHeadings(sources.outline, headings);
  const sections = sources.sections.filter(({ body }) => body !== '');
  const free = sections.filter(({ id }) => !touched.has(id));
  const filled = editIssue(path, draft, free, outline);
  const states = new Map<string, SectionState>(filled.outcomes);
  for (const { id, body } of sources.sections) if (body === '') states.set(id, { kind: 'no-content' });
  for (const [id, numbers] of touched) states.set(id, { kind: 'touched', numbers });
  if (branch?.text !== undefined)
    return refreshBranch({ ...sources, outline, sections }, { branch: branch.text, filled: filled.text, free, states });
  const generated = readSectionContents(path, filled.text, sections, outline);
  return { text: filled.text, generated, states, conflicts: new Map() };
}

function leaveBranch({ sections, lastGenerated }: DraftSources): ComposedDraft {
  const states = new Map(sections.map(({ id }) => [id, { kind: 'draft-gone' } as const]));
  return { text: undefined, generated: new Map(lastGenerated), states, conflicts: new Map() };
}

interface Refresh {
  readonly branch: string;
  /** The default branch's draft with its sections filled. */
  readonly filled: string;
  /** The sections that are to be filled. */
  readonly free: readonly FilledSection[];
  readonly states: Map<string, SectionState>;
}

function refreshBranch(
  { path, outline, sections, lastGenerated, isBranchKept, isRecordLost, isReopened }: DraftSources,
  { branch, filled, free, states }: Refresh,
): ComposedDraft {
  const next = readSectionContents(path, filled, free, outline);
  const now = readSectionContents(path, branch, free, outline);
  const anew = editIssue(path, branch, free, outline);
  // A branch that was reset holds nothing of a closed proposal: it begins again.
  const isReset =
    isReopened && [...anew.outcomes.values()].every(({ kind }) => kind === 'filled' || kind === 'missing');
  const contents = new Map<string, string>();
  const generated = new Map(lastGenerated);
  const conflicts = new Map<string, readonly string[]>();
  const [open, begun]: [FilledSection[], FilledSection[]] = [[], []];
  for (const section of free) {
    const { id } = section;
    const [fresh, current, last] = [next.get(id), now.get(id), lastGenerated?.get(id)];
    const base = last ?? (isBranchKept ? '' : undefined);
    const found = anew.outcomes.get(id)?.kind;
    if (fresh === undefined) continue;
    if (current === undefined) states.set(id, { kind: 'lost-in-branch' });
    else if (found === 'comment-open') open.push(section);
    else if ((last === undefined || isReset) && found === 'filled') {
      // Where nobody has filled it yet, nothing of anybody's can be lost: it is filled as in the draft.
      begun.push(section);
      generated.set(id, fresh);
    } else if (base === undefined) {
      // What was never generated is the editors' own; where no record is left, nobody can tell.
      states.set(id, (lastGenerated && anew.outcomes.get(id)) ?? { kind: 'record-lost' });
    } else {
      const isUnknown = last === undefined && isRecordLost;
      const versions = { generated: fresh, branch: current };
      const merge = isUnknown ? mergeWithoutBase(versions) : mergeThreeWay({ base, ...versions });
      contents.set(id, merge.text);
      generated.set(id, fresh);
      if (merge.conflicts.length > 0) conflicts.set(id, merge.conflicts);
    }
  }
  const refreshed = replaceSectionContents(path, branch, contents, { sections, outline });
  const { text } = editIssue(path, refreshed, begun, outline);
  for (const section of open) states.set(section.id, findOpenComment(editIssue(path, text, [section], outline)));
  return { text, generated, states, conflicts };
}

/** Filled alone, a section has the line of its comment as the refreshed branch has it. */
function findOpenComment({ outcomes }: FilledText): SectionState {
  const open = [...outcomes.values()].find((outcome) => outcome.kind === 'comment-open');
  return { kind: 'open-in-branch', line: open?.line ?? 0 };
}
