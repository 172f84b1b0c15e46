import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareIssues } from '../../src/newsletter/compare-issues.ts';
import { findOverCap } from '../../src/newsletter/caps.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { cutPlace, listPlacedTexts } from './cut-place.ts';
import { allItems, parse } from './outline.ts';

const pieces = [
  ...['# Tooling', '### Official', '# Upcoming Events', '===', '---', '<!--', '-->', '```', '> ', '| ', '    ', '\t'],
  ...['* ', '- ', '1. ', '[a]', '(https://x)', '](', '[', ']', '(', ')', '<', '>', '`', '\\', '"', '!', '&amp;', ' '],
  ...['https://x.example/y', '[video]', 'word', '\n', '\n', '\n\n', '\r\n', '\r', '\ufeff', '𝒳é', 'Title: x\n'],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

describe('whatever the text', () => {
  test('it parses, every place cuts out its own text, and items never overlap', () => {
    fc.assert(
      fc.property(text, (source) => {
        const issue = parse(source);
        for (const placed of allItems(issue).flatMap(listPlacedTexts))
          expect(cutPlace(source, placed.place)).toBe(placed.text);
        let last = 0;
        for (const { place } of issue.sections.flatMap(({ items }) => items)) {
          expect(place.startLine).toBeGreaterThan(last);
          last = place.endLine;
        }
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  test('it equals itself, and every item of another is accounted for once', () => {
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [base, head] = [parse(one), parse(two)];
        expect(compareIssues(base, parse(one))).toEqual({ changes: [], outside: [] });
        const { changes } = compareIssues(base, head);
        const heads = changes.flatMap((change) =>
          change.kind === 'removed' ? [] : [change.after.item.place.startLine],
        );
        const bases = changes.flatMap((change) =>
          change.kind === 'added' ? [] : [change.before.item.place.startLine],
        );
        expect([new Set(heads).size, new Set(bases).size]).toEqual([heads.length, bases.length]);
        const count = (issue: typeof base): number => issue.sections.flatMap(({ items }) => items).length;
        expect(count(base) - bases.length).toBe(count(head) - heads.length);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  test('the caps never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const over = findOverCap(toRepositoryPath('x'), source);
        expect([undefined, 'binary', 'line-ends']).toContain(over?.reason);
      }),
    );
  });
});
