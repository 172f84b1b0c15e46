import type { DraftText } from './changed-file.ts';
import { editIssue } from './edit-issue.ts';
import type { Outline } from './issue.ts';
import type { SectionText } from './section-text.ts';

/** Which sections of a draft somebody has filled, and which are still empty, by id; what cannot be told is in neither. */
export interface FilledIds {
  readonly filled: readonly string[];
  readonly empty: readonly string[];
}

/** Looks which sections are filled. Never throws, whatever the text. */
export function findFilled({ path, text }: DraftText, sections: readonly SectionText[], outline: Outline): FilledIds {
  const outcomes = [...editIssue(path, text, sections, outline).outcomes];
  const list = (wanted: string): readonly string[] =>
    outcomes.filter(([, { kind }]) => kind === wanted).map(([id]) => id);
  return { filled: list('filled-by-hand'), empty: list('filled') };
}
