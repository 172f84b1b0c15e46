import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { renderFinding, renderPlacedFinding } from '../../src/review/render-finding.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { toInertSpan } from '../../src/wording/inert-text.ts';
import { RULE_PAGES } from '../../src/wording/rule-url.ts';
import { hostilePiece, mutate, realisticDraft, url } from '../support/arbitrary-draft.ts';

/** HTML in the text is let through, so that it would show. */
function render(markdown: string): string {
  const options = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true };
  return micromark(markdown, options).replaceAll('\n', ' ');
}

/** Everything that acts or formats, with what a code span shows left out. */
function findActing(html: string): readonly string[] {
  return html.replace(/<code>[^<]*<\/code>/g, '').match(/<[^>]*>|@\w+|#\d+|GH-\d+|https?:\/\/|www\./gi) ?? [];
}

const foreign = fc.oneof(
  fc.array(hostilePiece, { minLength: 1, maxLength: 10 }).map((pieces) => pieces.join('')),
  fc.array(fc.oneof(hostilePiece, url), { minLength: 1, maxLength: 10 }).map((pieces) => pieces.join('')),
  mutate(realisticDraft, 3),
);
const runs = { numRuns: 120, seed: 2 };

describe('text of others, as GitHub would render it', () => {
  test('is one code span and nothing else, in a paragraph or in a list', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const span = toInertSpan(text);
        expect(findActing(render(`See ${span} here.`))).toEqual(['<p>', '</p>']);
        expect(findActing(render(`- ${span}\n- x`))).toEqual(['<ul>', '<li>', '</li>', '<li>', '</li>', '</ul>']);
      }),
      runs,
    );
  });

  test('shows the characters that were written, invisible ones by their number', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' b', '`', '<b>', '&amp;', '*', '\\', '|')), (pieces) => {
        const text = pieces.join('').trim();
        const shown = /<code>(.*)<\/code>/.exec(render(toInertSpan(text)))?.[1] ?? '';
        fc.pre(text !== '' && text.length < 200);
        expect(unescape(shown)).toBe(text);
      }),
      runs,
    );
  });

  test('leaves a finding what it is: our words, code, one link to the rule', () => {
    const place = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
    fc.assert(
      fc.property(foreign, foreign, (text, other) => {
        const finding = {
          ...({ rule: 'link-syntax', severity: 'error', place, edits: [], subject: text } as const),
          path: toRepositoryPath(`draft/${other}.md`),
          message: 'One link ({0}) is inside another ({1}): keep only {0}.',
          quotes: [text, other],
        };
        const link = '<a href="https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/link-syntax.md">';
        const own = ['<strong>', '</strong>', link, '</a>'];
        expect(findActing(render(renderFinding(finding, RULE_PAGES)))).toEqual(['<p>', ...own, '</p>']);
        const placed = findActing(render(renderPlacedFinding(finding, RULE_PAGES)));
        expect(placed).toEqual(['<ul>', '<li>', ...own, '</li>', '</ul>']);
      }),
      runs,
    );
  });
});

function unescape(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
