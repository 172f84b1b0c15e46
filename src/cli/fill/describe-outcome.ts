import { fillMessage } from '../../findings/fill-message.ts';
import type { SectionOutcome } from '../../newsletter/section-text.ts';
import type { Trouble } from '../../ports.ts';
import type { FilledSection } from '../../sections/filled-section.ts';

/** Lines about a section that an editor should read: its notes, and why it was left alone. */
export function describeSection(section: FilledSection, outcome: SectionOutcome | undefined): readonly string[] {
  const notes = section.notes.map((note) => fillMessage(note, (quote) => `“${quote}”`));
  const left = outcome === undefined ? undefined : describeOutcome(outcome);
  return [...notes, ...(left === undefined ? [] : [left])].map((line) => `${section.heading}: ${line}`);
}

/** undefined where the section was filled. */
function describeOutcome(outcome: SectionOutcome): string | undefined {
  switch (outcome.kind) {
    case 'filled':
      return undefined;
    case 'filled-by-hand':
      return `left as it is: somebody filled it (line ${outcome.line}).`;
    case 'missing':
      return outcome.similar === undefined
        ? 'the draft has no such heading: add it, or switch the section off.'
        : `the draft has no such heading, but “${outcome.similar}”: rename one of the two.`;
    case 'doubled':
      return `the heading stands there more than once (lines ${outcome.lines.join(', ')}): take all but one out.`;
    case 'comment-open':
      return `a comment in it is never closed (line ${outcome.line}): close it.`;
    case 'unreadable':
      return `the draft is too long to be read (line ${outcome.line}).`;
  }
}

/** One sentence about why GitHub did not answer, and what to do. */
export function describeTrouble(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'limited':
      return `GitHub wants no more questions now: try again in ${Math.ceil(trouble.waitMilliseconds / 1000)} seconds`;
    case 'not-permitted':
      return 'GitHub does not let this token read: use one that may read public repositories';
    case 'behind':
      return 'GitHub does not show yet what changed: try again in some seconds';
    case 'unavailable':
    case 'unknown-outcome':
      return `GitHub does not answer (${trouble.reason}): try again later`;
    case 'absent':
    case 'refused':
    case 'comments-refused':
      return trouble.reason.includes('Bad credentials')
        ? 'GitHub does not know this token, or no more: set GITHUB_TOKEN to one that is in force'
        : `GitHub refuses: ${trouble.reason}`;
  }
}
