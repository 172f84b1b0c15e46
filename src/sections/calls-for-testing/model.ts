import type { TestingConfig } from '../../config/fill-schema.ts';
import { groupLabelled, type LabelledThread, type ThreadGroup } from '../labelled-thread.ts';
import type { Week } from '../week.ts';

export interface TestableThread extends LabelledThread {
  /** Comments, oldest first. */
  readonly comments: readonly {
    readonly url: string;
    /** Its author belongs to the project. */
    readonly isByMember: boolean;
    readonly text: string;
  }[];
}

/** Something that wants to be tested. */
export interface TestingCall {
  readonly title: string;
  readonly url: string;
  /** Of the comment that says how; undefined where none does. */
  readonly stepsUrl: string | undefined;
}

/** What was called to be tested in the week, by group. */
export function modelTestingCalls(
  threads: readonly TestableThread[],
  config: TestingConfig,
  week: Week,
): readonly ThreadGroup<TestingCall>[] {
  const groups = groupLabelled(threads, config, { week, section: 'calls-for-testing' });
  return groups.map(({ group, items }) => ({
    group,
    items: items.map(({ title, url, comments }) => ({ title, url, stepsUrl: findSteps(comments) })),
  }));
}

const STEPS = /\btest(?:ing)?[ -](?:steps|instructions|procedure|plan)\b|\bhow to test\b/i;

/** Only what a member wrote: anybody can comment. */
function findSteps(comments: TestableThread['comments']): string | undefined {
  return comments.findLast(({ isByMember, text }) => isByMember && STEPS.test(text))?.url;
}
