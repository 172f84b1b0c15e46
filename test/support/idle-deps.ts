import { trainSections } from '../../src/classifier/train-sections.ts';
import type { JobDeps } from '../../src/handlers/run-job.ts';
import type { GitHub } from '../../src/ports.ts';
import { Latest } from '../../src/shared/latest.ts';
import { createFixedClock } from './fixed-clock.ts';
import { createInProcessParser } from './in-process-parser.ts';
import { createMemoryLog } from './memory-log.ts';

const never = () => Promise.reject(new Error('GitHub is asked for nothing here'));

/** A GitHub that must not be asked; tests put what they expect in place of its parts. */
export const idleGitHub: GitHub = {
  readPullRequest: never,
  readConfiguration: never,
  readBaseTexts: never,
  readOtherDrafts: never,
  listPublishedIssues: never,
  readTexts: never,
  publishReview: never,
  publishAnswer: never,
  readPermission: never,
  listOpenPullRequests: never,
  findOpenPullRequestsByHead: never,
};

/** What handlers work with: parsing and learning as it is, memories that are still empty, and nobody who may be asked. */
export function createIdleDeps(): JobDeps {
  return {
    github: idleGitHub,
    lanes: { drain: never, accept: never, enqueue: never },
    clock: createFixedClock(),
    log: createMemoryLog().log,
    parser: createInProcessParser(),
    trainer: {
      trainSections: (links) => {
        const model = trainSections(links);
        return Promise.resolve(model === undefined ? { kind: 'too-little' } : { kind: 'trained', model });
      },
      close: () => Promise.resolve(),
    },
    knownPulls: new Latest(100),
    survey: { listRepositories: never, readStamp: never, readThreads: never, redeliverFailed: never },
    archives: new Latest(100),
    quietStamps: new Latest(100),
    foundBefore: new Latest(100),
    markerKey: 'key',
    rulePages: undefined,
  };
}
