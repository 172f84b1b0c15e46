import { type Misplaced, type Place, placeComment, readPullFiles, type WantedPlace } from '../actions/place-comment.ts';
import { type Fields, needText, numberOf, textOf, wordOf } from '../fields.ts';
import { type Pull, SIDES } from '../records/pull.ts';
import { Refusal } from '../refusal.ts';

/** Where a comment wants to stand, by REST's names of things. */
export function readWantedPlace(fields: Fields): WantedPlace {
  return {
    path: needText(fields, 'path'),
    line: numberOf(fields, 'line'),
    side: wordOf(fields, 'side', SIDES) ?? 'RIGHT',
    startLine: numberOf(fields, 'start_line'),
    startSide: wordOf(fields, 'start_side', SIDES),
    position: numberOf(fields, 'position'),
    wholeFile: textOf(fields, 'subject_type') === 'file',
  };
}

/** For each comment of a review its place at a commit, or the reason against it. */
export async function findPlaces(
  pull: Pull,
  commit: string,
  wanted: readonly WantedPlace[],
): Promise<readonly (Place | Misplaced)[]> {
  const files = await readPullFiles(pull, commit);
  return wanted.map((place) => placeComment(files, place));
}

export function isMisplaced(found: Place | Misplaced): found is Misplaced {
  return 'sentence' in found;
}

/** The commit a review is about: the head, or an earlier one of the same pull request. */
export async function readCommitOf(pull: Pull, wanted: string | undefined): Promise<string> {
  if (wanted === undefined || wanted === pull.head.sha) return pull.head.sha;
  const { git } = pull.repository;
  const known = await git.resolveCommit(wanted);
  const isSeen = pull.events.some((event) => event.sha === wanted);
  const base = known === wanted ? await git.findMergeBase(pull.base.sha, wanted) : undefined;
  if (base === undefined || (base === wanted && !isSeen)) {
    throw new Refusal(422, 'Unprocessable Entity', { errors: ['Commit id is not part of the pull request'] });
  }
  return wanted;
}
