import type { PastIssues, PastWeekStore, WeekTrainer } from '../../ports/past-weeks.ts';
import type { SectionFactsReader } from '../../ports/section-facts.ts';
import type { WeeksLesson } from '../../sections/updates/learn-weeks.ts';
import { Latest } from '../../shared/latest.ts';

/** What learning from past weeks needs of the outside. */
export interface PastSources {
  readonly issues: PastIssues;
  /** Asked for the week of a past issue. */
  readonly reader: SectionFactsReader;
  readonly store: PastWeekStore;
  readonly trainer: WeekTrainer;
}

/** The same, with what is remembered; only memories. */
export interface PastTools extends PastSources {
  /** Until when nothing of a newsletter is looked at, in milliseconds since 1970. */
  readonly resting: Latest<number>;
  /** How often GitHub was asked for a week in vain. */
  readonly tries: Latest<number>;
  /** What the weeks that are known teach, by newsletter. */
  readonly lessons: Latest<KeptLesson>;
}

export interface KeptLesson {
  /** The same as long as the same weeks teach the same issue. */
  readonly version: string;
  readonly lesson: WeeksLesson;
}

const NEWSLETTERS = 500;
const WEEKS_TRIED = 1000;
/** Two megabytes each. */
const LESSONS = 4;

/** The sources with empty memories, which forget what was used least lately once they are full. */
export function createPastTools(sources: PastSources): PastTools {
  return {
    ...sources,
    resting: new Latest(NEWSLETTERS),
    tries: new Latest(WEEKS_TRIED),
    lessons: new Latest(LESSONS),
  };
}
