import type { MergedRfc } from './approved-rfcs/model.ts';
import type { TestableThread } from './calls-for-testing/model.ts';
import type { LabelledThread } from './labelled-thread.ts';
import type { OpenedRfc } from './new-rfcs/model.ts';
import type { TriageLog } from './perf-triage/model.ts';
import type { SourceReading } from './source-reading.ts';
import type { MergedPull } from './updates/merged-pull.ts';

/** What was read for the sections; undefined for one that nobody asked for. */
export interface SectionFacts {
  readonly updates?: MergedReading | undefined;
  readonly perfTriage?: SourceReading<TriageLog> | undefined;
  readonly approvedRfcs?: SourceReading<MergedRfc> | undefined;
  readonly finalCommentPeriod?: SourceReading<LabelledThread> | undefined;
  readonly callsForTesting?: SourceReading<TestableThread> | undefined;
  readonly newRfcs?: SourceReading<OpenedRfc> | undefined;
}

/** What was merged, and how many in the whole organisation. */
export interface MergedReading extends SourceReading<MergedPull> {
  readonly count: number;
}
