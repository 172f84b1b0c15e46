import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig } from '../../src/config/defaults.ts';
import { compareIssues } from '../../src/newsletter/compare-issues.ts';
import { findOverCap } from '../../src/newsletter/caps.ts';
import type { Issue } from '../../src/newsletter/issue.ts';
import { parseIssue } from '../../src/newsletter/parse-issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { mutate, realisticDraft, tidySections, wellFormedItem, writeSections } from '../support/arbitrary-draft.ts';
import { allItems } from './outline.ts';
import { cutPlace, listPlacedTexts } from './cut-place.ts';

const path = toRepositoryPath('draft/2026-03-04.md');
const parse = (text: string): Issue => parseIssue(path, text, defaultConfig);
const runs = { numRuns: 100, seed: 11 };

describe('a draft after some slips of the hand', () => {
  const draft = mutate(realisticDraft, 8);

  test('has sections that cover all lines, each item within its own, and every place where its text is', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const issue = parse(text);
        for (const placed of allItems(issue).flatMap(listPlacedTexts)) {
          expect(cutPlace(text, placed.place)).toBe(placed.text);
        }
        expect(issue.sections.map(({ line }) => line)).toEqual(followingLines(issue));
        expect(issue.sections.at(-1)?.endLine).toBe(text.split('\n').length);
        for (const { line, endLine, items } of issue.sections) {
          for (const { place } of items) {
            expect(place.startLine).toBeGreaterThanOrEqual(line);
            expect(place.endLine).toBeLessThanOrEqual(endLine);
          }
        }
      }),
      runs,
    );
  });

  test('is within the caps or over them, compares with itself as the same, and crosses a worker’s edge unharmed', () => {
    fc.assert(
      fc.property(draft, (text) => {
        findOverCap(path, text);
        const issue = parse(text);
        expect(compareIssues(issue, parse(text))).toEqual({ changes: [], outside: [] });
        expect(structuredClone(issue)).toEqual(issue);
      }),
      runs,
    );
  });

  test('has as many items more than another as that one has fewer', () => {
    fc.assert(
      fc.property(realisticDraft, mutate(realisticDraft), (one, two) => {
        const [base, head] = [parse(one), parse(two)];
        const there = compareIssues(base, head);
        const back = compareIssues(head, base);
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'removed')).toBe(count(back, 'added'));
      }),
      runs,
    );
  });
});

describe('items put into a tidy draft, or taken out of it', () => {
  const edit = fc
    .tuple(tidySections, fc.array(wellFormedItem, { maxLength: 4 }), fc.nat(5), fc.nat(5))
    .map(([sections, items, section, line]) => ({ sections, items, section: section % sections.length, line }));

  test('are found: so many, those, and nothing else', () => {
    fc.assert(
      fc.property(edit, fc.constantFrom('\n', '\r\n'), ({ sections, items, section, line }, end) => {
        const more = sections.map(({ heading, lines }, index) => ({
          heading,
          lines: index === section ? lines.toSpliced(line, 0, ...items) : lines,
        }));
        const [less, all] = [sections, more].map((one) => parse(writeSections(one).replaceAll('\n', end)));
        const added = compareIssues(less, all);
        expect(added.outside).toEqual([]);
        expect(added.changes.map((change) => [change.kind, change.kind === 'added' && change.after.item.raw])).toEqual(
          items.map((item) => ['added', item]),
        );
        const removed = compareIssues(all, less);
        expect(removed.outside).toEqual([]);
        expect(removed.changes.map(({ kind }) => kind)).toEqual(items.map(() => 'removed'));
      }),
      runs,
    );
  });
});

/** The lines where sections must start: at 1, and below the one before. */
function followingLines({ sections }: Issue): readonly number[] {
  return [1, ...sections.slice(0, -1).map(({ endLine }) => endLine + 1)];
}

function count({ changes }: ReturnType<typeof compareIssues>, kind: string): number {
  return changes.filter((change) => change.kind === kind).length;
}
