import { createInProcessParser } from '../../src/adapters/parser/create-parser.ts';
import { trainSections } from '../../src/classifier/train-sections.ts';
import type { Deps } from '../../src/handlers/deps.ts';
import type { GitHub } from '../../src/ports.ts';
import { Latest } from '../../src/shared/latest.ts';

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

/** What handlers use of this process: parsing and learning as it is, and memories that are still empty. */
export function createOwnDeps(): Omit<Deps, 'github' | 'lanes' | 'clock' | 'log'> {
  return {
    parser: createInProcessParser(),
    trainer: {
      trainSections: (links) => {
        const model = trainSections(links);
        return Promise.resolve(model === undefined ? { kind: 'too-little' } : { kind: 'trained', model });
      },
      close: () => Promise.resolve(),
    },
    knownPulls: new Latest(100),
    archives: new Latest(100),
    replacedHeads: new Latest(100),
    markerKey: 'key',
    rulePages: undefined,
  };
}
