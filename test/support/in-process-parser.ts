import { readPublishedIssue } from '../../src/archive/read-published-issue.ts';
import { findFilled } from '../../src/newsletter/find-filled.ts';
import { readDrafts } from '../../src/newsletter/read-drafts.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import type { Parser } from '../../src/ports.ts';

/** A parser in this process, for texts that are known to end: the caps hold, a deadline does not. */
export function createInProcessParser(): Parser {
  return {
    readSubmission: (files, outline) => Promise.resolve(readSubmission(files, outline)),
    readDrafts: (drafts, outline) => Promise.resolve(readDrafts(drafts, outline)),
    readFilledIds: (drafts, sections, outline) =>
      Promise.resolve(drafts.map((draft) => findFilled(draft, sections, outline))),
    readPublishedIssues: (files, settings) => Promise.resolve(files.map((file) => readPublishedIssue(file, settings))),
    close: () => Promise.resolve(),
  };
}
