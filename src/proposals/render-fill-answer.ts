import { toInertSpan } from '../wording/inert-text.ts';
import type { StandStill } from './plan-run.ts';

/** What becomes of `/copydesk fill`. */
export type FillAnswer =
  | StandStill
  | 'published'
  | 'unchanged'
  | 'replaced'
  | 'draft-gone'
  | 'shown'
  | 'moving'
  | 'unknown-section'
  | 'not-permitted'
  | 'permission-unknown'
  | 'failed';

const WORDS: Readonly<Record<FillAnswer, string>> = {
  published: '',
  unchanged: '',
  'no-draft': 'There is no draft with a date: add one first.',
  'too-early': 'It is too early in the week for this draft.',
  frozen: 'The draft is frozen.',
  'up-to-date': '',
  closed: 'The proposal was closed.',
  merged: 'The proposal of this issue is merged: edit the draft itself.',
  'not-open': 'There is no open proposal.',
  replaced: 'Another draft took this one’s place meanwhile: ask again for that.',
  'draft-gone':
    'The draft is not in the proposal’s branch under its name: name it so again, or delete the branch for a new one.',
  shown:
    'The sections are shown in the check run “Copydesk sections” of the default branch, which says what a pull request with them needs.',
  moving: 'The branch changes faster than it can be written to: ask again later.',
  'unknown-section': 'There is no such section to fill: name one by its heading, or none for all.',
  'not-permitted': 'This is for people with write access: ask one of them.',
  'permission-unknown':
    'GitHub did not say whether you have write access, which this needs: try again in a new comment.',
  failed: 'GitHub did not let this be finished: try again later.',
};

/** What else there is to say of a command. */
interface Remarks {
  /** Other commands stand in the same comment. */
  readonly isMixed: boolean;
  /** What it named that is no section. */
  readonly unknown: readonly string[];
}

/** Markdown for a reply; '' where the reaction says it all. */
export function renderFillAnswer(answer: FillAnswer, { isMixed, unknown }: Remarks): string {
  const isPart = answer !== 'unknown-section' && unknown.length > 0;
  const part = isPart ? `There is no section ${toInertSpan(unknown.join(', '))} to fill: name it by its heading.` : '';
  const mixed = isMixed ? 'Write other commands than `fill` in a comment of their own: those here were not taken.' : '';
  return [WORDS[answer], part, mixed].filter((words) => words !== '').join(' ');
}
