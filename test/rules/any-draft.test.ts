import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findCompositionFlaws } from '../../bench/evaluate/find-composition-flaws.ts';
import { findSuggestionFlaws } from '../../bench/evaluate/find-suggestion-flaws.ts';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import type { Place } from '../../src/shared/place.ts';
import { mutate, pushedDraft } from '../support/arbitrary-draft.ts';
import { draftPath, reviewPush } from '../support/check-rule.ts';
import { changedDraft } from '../support/changed-draft.ts';

/** A push with some slips of the hand in it; now and then of a new file. */
const push = pushedDraft.chain(({ base, head }) =>
  fc.record({ base: fc.option(fc.constant(base), { nil: undefined, freq: 6 }), head: mutate(fc.constant(head), 4) }),
);
const runs = { numRuns: 40, seed: 4 };

function toFiles({ base, head }: { readonly base: string | undefined; readonly head: string }): readonly ChangedFile[] {
  return [changedDraft(draftPath, base, head)];
}

/** All rules, drafts about to be published: nothing is left out. */
function review(files: readonly ChangedFile[]) {
  const texts = files.map(({ base, head = '' }) => (base === undefined ? { head } : { base, head }));
  const verdict = reviewPush({ files: texts, isPublishing: true, openedOn: '2026-09-01' });
  return { ...verdict, submission: { files: [] }, unreadable: [] };
}

/** Whether a place lies within a text; an insertion point may stand at its very end. */
function isWithin(text: string, { startLine, startColumn, endLine, endColumn }: Place): boolean {
  const lines = text.split('\n');
  const isPoint = (line: number, column: number): boolean =>
    column >= 1 && column <= (lines[line - 1]?.length ?? -2) + 2;
  const isOrdered = startLine < endLine || (startLine === endLine && startColumn <= endColumn);
  return isOrdered && isPoint(startLine, startColumn) && isPoint(endLine, endColumn);
}

describe('whatever is pushed, the rules', () => {
  test('say the same twice, about places that are there', () => {
    fc.assert(
      fc.property(push, (pushed) => {
        const { findings } = review(toFiles(pushed));
        expect(review(toFiles(pushed)).findings).toEqual(findings);
        const places = findings.flatMap(({ place, edits }) => [place, ...edits]);
        expect(places.filter((place) => !isWithin(pushed.head, place))).toEqual([]);
      }),
      runs,
    );
  });

  // That nothing is left to say is another matter: a mended address may turn out to be in the issue already.
  test('suggest what can be accepted together, at once or as GitHub has it, and touches nothing else', () => {
    fc.assert(
      fc.property(push, (pushed) => {
        const files = toFiles(pushed);
        const report = review(files);
        const flaws = [
          ...findCompositionFlaws(files, report.findings, review),
          ...findSuggestionFlaws(files, [], report, review),
        ];
        expect(flaws.filter((flaw) => !/^(?:in a batch, |alone, )?left: /.test(flaw))).toEqual([]);
      }),
      runs,
    );
  });
});
