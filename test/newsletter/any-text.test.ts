import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareIssues } from '../../src/newsletter/compare-issues.ts';
import { findOverCap } from '../../src/newsletter/caps.ts';
import type { Item } from '../../src/newsletter/issue.ts';
import type { Place, PlacedText } from '../../src/shared/place.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { allItems, parse } from './outline.ts';

const pieces = [
  ...['# Tooling', '### Official', '# Upcoming Events', '===', '---', '<!--', '-->', '```', '> ', '| ', '    ', '\t'],
  ...['* ', '- ', '1. ', '[a]', '(https://x)', '](', '[', ']', '(', ')', '<', '>', '`', '\\', '"', '!', '&amp;', ' '],
  ...['https://x.example/y', '[video]', 'word', '\n', '\n', '\n\n', '\r\n', '\r', '\ufeff', '𝒳é', 'Title: x\n'],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

/** Cuts a place out of a text by its lines and columns alone. */
function cut(source: string, { startLine, startColumn, endLine, endColumn }: Place): string {
  const lines = source.split('\n').slice(startLine - 1, endLine);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, endColumn - 1) ?? '';
  lines[0] = lines[0]?.slice(startColumn - 1) ?? '';
  return lines.join('\n');
}

function placedTexts({ entry, place, raw }: Item): readonly PlacedText[] {
  const { content, prefixes, before, after, links } = entry;
  const ofLinks = links.flatMap(({ title, url }) => [title, url]);
  return [{ text: raw, place }, content, before, after, ...prefixes, ...ofLinks];
}

describe('whatever the text', () => {
  test('it parses, every place cuts out its own text, and items never overlap', () => {
    fc.assert(
      fc.property(text, (source) => {
        const issue = parse(source);
        for (const placed of allItems(issue).flatMap(placedTexts)) expect(cut(source, placed.place)).toBe(placed.text);
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
        expect([undefined, 'binary']).toContain(over?.reason);
      }),
    );
  });
});
