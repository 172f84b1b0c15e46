import { expect, test } from '@jest/globals';
import { caps } from '../../src/newsletter/caps.ts';
import { findInsertionLines, readDrafts } from '../../src/newsletter/read-drafts.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { outline, parse } from './outline.ts';

test.each([
  ['below the last item', '## Official\n\n* [a](https://a.test)\n  more\n\nText.\n', 4],
  ['below the titles of the last event', '## Official\n\n* Virtual\n    * [a](https://a.test)\n\nText.\n', 4],
  ['in an empty section below the comment that says how items look', '## Official\n\n<!-- * [a](url)\n-->\n\n', 4],
  ['else below the heading', '## Official\n\n## Tooling\n', 1],
  ['else below what underlines the heading', 'Official\n--------\n\n## Tooling\n', 2],
  ['of two of one name in the first', '## Tooling\n\n## Official\n\n## Official\n\n* [a](https://a.test)\n', 3],
])('a new item goes %s', (_, text, line) => {
  expect(findInsertionLines(parse(text))['Official']).toBe(line);
});

test('drafts come by the date of their header, those without one last', () => {
  const drafts = ['draft/b.md 2026-03-04', 'draft/a.md 2026-03-11', 'draft/0.md soon', 'draft/c.md 2026-03-04'];
  const texts = drafts
    .map((draft) => draft.split(' '))
    .map(([path = '', date = '']) => ({
      path: toRepositoryPath(path),
      text: `Title: x\nDate: ${date}\n\n## Official\n`,
    }));
  expect(readDrafts(texts, outline)).toEqual(
    ['draft/b.md', 'draft/c.md', 'draft/a.md', 'draft/0.md'].map((path) => ({ path, insertionLines: { Official: 4 } })),
  );
});

test('a draft that cannot be read is open all the same', () => {
  const drafts = [{ path: toRepositoryPath('draft/a.md'), text: 'x'.repeat(caps.lineLength + 1) }];
  expect(readDrafts(drafts, outline)).toEqual([{ path: 'draft/a.md', insertionLines: {} }]);
});
