import { type Archive, indexIssues } from '../archive/index-issues.ts';
import type { SectionModel } from '../classifier/section-model.ts';
import type { Submission } from '../newsletter/submission.ts';
import type { PullRequestSnapshot } from '../ports.ts';
import { addsLinks } from './adds-links.ts';
import type { Deps } from './deps.ts';
import { keepArchive, type KeptArchive } from './kept-archive.ts';

/** What the newsletter's archive tells, as far as that is known. */
export interface KnownArchive {
  /** undefined where it could not be read, or not yet. */
  readonly archive: Archive | undefined;
  /** undefined where the archive teaches too little, or could not be read, or not yet. */
  readonly sectionModel: SectionModel | undefined;
  /** More will be known soon: it is worth looking again. */
  readonly isPending: boolean;
}

/**
 * A review waits so many milliseconds for what is being read or learnt; then it is published without, and renewed later. That is
 * once after a start, and better than a review in two parts: its comments on lines come with the first.
 */
const PATIENCE = 8000;

const NOTHING_TO_KNOW: KnownArchive = { archive: indexIssues([]), sectionModel: undefined, isPending: false };

/** Where earlier links ran, and what they teach. Read once for each state of the archive; trouble stops no review. */
export async function knowArchive(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  submission: Submission,
): Promise<KnownArchive> {
  if (!addsLinks(snapshot.configuration.config, submission)) return NOTHING_TO_KNOW;
  const kept = keepArchive(deps, snapshot);
  const reading = await deps.clock.within(kept.reading, PATIENCE);
  if (reading?.archive === undefined) {
    return { archive: undefined, sectionModel: undefined, isPending: reading === undefined };
  }
  return { archive: reading.archive, ...(await recallLesson(deps, kept)) };
}

async function recallLesson(
  { clock }: Deps,
  { lesson, formerModel }: KeptArchive,
): Promise<Pick<KnownArchive, 'sectionModel' | 'isPending'>> {
  const learnt = await clock.within(lesson, 0);
  if (learnt !== undefined) return { sectionModel: learnt.model, isPending: false };
  const former = await formerModel;
  if (former !== undefined) return { sectionModel: former, isPending: false };
  const late = await clock.within(lesson, PATIENCE);
  return { sectionModel: late?.model, isPending: late === undefined };
}
