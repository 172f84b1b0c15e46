import { describe, expect, test } from '@jest/globals';
import { readSectionContents, replaceSectionContents } from '../../src/newsletter/section-contents.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { outline } from './outline.ts';

const path = toRepositoryPath('draft/2026-03-04-this-week.md');
const sections = [{ id: 'core', heading: 'Core Updates', body: '' }];

/** The draft with words in the place of what stands in its section, or '' where there are none. */
function replace(text: string, words: string): string {
  return replaceSectionContents(path, text, new Map([['core', words]]), { sections, outline });
}

describe('a section whose heading is the last line', () => {
  test.each(['\n', '\r\n'])('gets its contents below it, though no %j ends the line', (newline) => {
    const head = ['Title: x', 'Date: 2026-03-04', '', '## Core Updates'].join(newline);
    const filled = replace(head, '\n* one\n');
    expect(filled).toBe(`${head}${newline}${newline}* one${newline}`);
    expect(readSectionContents(path, filled, sections, outline).get('core')).toBe('\n* one\n');
    expect(replace(head, '')).toBe(head);
  });
});

test('several sections get their contents at once, however they are named; one with the same stays byte for byte', () => {
  const rest = { id: 'rest', heading: 'Official', body: '' };
  const all = [...sections, rest, { id: 'tools', heading: 'Tooling', body: '' }];
  const contents = new Map([
    ['core', '\n* one\n* two\n\n'],
    ['tools', '* three\n'],
    ['rest', '* kept\n'],
  ]);
  const text = '## Core Updates\n* old\n## Official\n* kept\r\n## Tooling\n\n* older\n';
  const replaced = '## Core Updates\n\n* one\n* two\n\n## Official\n* kept\r\n## Tooling\n* three\n';
  expect(replaceSectionContents(path, text, contents, { sections: all, outline })).toBe(replaced);
  expect(replaceSectionContents(path, text, contents, { sections: all.toReversed(), outline })).toBe(replaced);
});
