import { describe, expect, test } from '@jest/globals';
import { editIssue } from '../../src/newsletter/edit-issue.ts';
import type { Outline } from '../../src/newsletter/issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

const path = toRepositoryPath('draft/2026-01-07.md');
const outline: Outline = {
  grammars: {},
  sections: [
    { name: 'Merged Work', region: 'merged', aliases: ['What is cooking'] },
    { name: 'Last Calls', region: 'calls' },
    { name: 'Jobs', region: 'jobs' },
  ],
};
const merged = {
  id: 'merged',
  heading: 'Merged Work',
  body: '3 were merged\n\n#### Core\n* [one](https://a.example/1)',
};
const calls = { id: 'calls', heading: 'Last Calls', body: '* [two](https://a.example/2)' };

const DRAFT = `Title: Weekly 7
Date: 2026-01-07

Hello — this stays.
## Merged Work
<!-- merged work goes here -->
## [Last Calls](https://a.example/calls)

Every week the team decides.

<!-- Use either
* [Item title](Item URL)
-->

Let us know what is missing.

### Empty group

<!-- Sample commit message -->

## Jobs

* [job](https://a.example/job)
trailing blanks  \t
no line feed at the end`;

function fill(text: string, sections = [merged, calls]) {
  const { text: filled, outcomes } = editIssue(path, text, sections, outline);
  return { text: filled, outcomes: Object.fromEntries(outcomes) };
}

test('bodies come where the comments stood; comments and empty sub-headings go, and nothing else changes', () => {
  expect(fill(DRAFT)).toEqual({
    outcomes: { merged: { kind: 'filled' }, calls: { kind: 'filled' } },
    text: `Title: Weekly 7
Date: 2026-01-07

Hello — this stays.
## Merged Work

3 were merged

#### Core
* [one](https://a.example/1)

## [Last Calls](https://a.example/calls)

Every week the team decides.

* [two](https://a.example/2)

Let us know what is missing.

## Jobs

* [job](https://a.example/job)
trailing blanks  \t
no line feed at the end`,
  });
});

test('a draft with CRLF gets CRLF', () => {
  const { text } = fill(DRAFT.replaceAll('\n', '\r\n'));
  expect(text.replaceAll('\r\n', '\n')).toBe(fill(DRAFT).text);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('what was filled once counts as filled by hand, and stays', () => {
  const once = fill(DRAFT).text;
  expect(fill(once, [{ ...merged, body: 'other' }, calls])).toEqual({
    text: once,
    outcomes: { merged: { kind: 'filled-by-hand', line: 5 }, calls: { kind: 'filled-by-hand', line: 12 } },
  });
});

describe('a section counts as filled by hand', () => {
  test.each([
    ['with an item, though the comment was left', '<!-- merged work goes here -->\n* [mine](https://b.example)'],
    ['with a table', '| a |\n| - |\n<!-- merged work goes here -->'],
    ['with a sentence in emphasis', '*Nothing was merged this week.*\n\n<!-- merged work goes here -->'],
    ['with plain text and no comment', 'We were all on holiday.'],
    ['with an item below a sub-heading', '#### Core\n* [mine](https://b.example)'],
  ])('%s', (_, content) => {
    const text = DRAFT.replace('<!-- merged work goes here -->', content);
    expect(fill(text, [merged])).toEqual({ text, outcomes: { merged: { kind: 'filled-by-hand', line: 5 } } });
  });
});

test('a section with nothing at all in it is filled below its heading', () => {
  expect(fill('# Merged Work\n# Jobs\n', [merged]).text).toBe(
    '# Merged Work\n\n3 were merged\n\n#### Core\n* [one](https://a.example/1)\n\n# Jobs\n',
  );
  expect(fill('# Last Calls', [calls]).text).toBe('# Last Calls\n\n* [two](https://a.example/2)\n');
});

test('a heading is found at any level and by the names that the outline knows', () => {
  expect(fill(DRAFT.replace('## Merged Work', '# *What is cooking*')).outcomes['merged']).toEqual({ kind: 'filled' });
});

test('headings of the body stand below the level that the draft gives the section', () => {
  const { text } = fill(DRAFT.replace('## Merged Work', '##### Merged Work'), [merged]);
  expect(text).toContain('##### Merged Work\n\n3 were merged\n\n###### Core\n');
  const body = '### Tracked\n\n#### Core (# 5)\n* [one](https://a.example/1)\n## Rest';
  const low = fill('### Merged Work\n', [{ ...merged, body }]).text;
  expect(low).toBe(`### Merged Work\n\n${body.replace(/^#+ /gm, '##$&')}\n`);
});

test('a body that begins with a heading of the draft goes there', () => {
  const text = '## Last Calls\n\nIntroduction.\n\n#### Jobs\n<!-- here -->\n';
  const body = '#### Jobs\n\n* [two](https://a.example/2)';
  expect(fill(text, [{ ...calls, body }]).text).toBe(
    '## Last Calls\n\nIntroduction.\n\n#### Jobs\n\n* [two](https://a.example/2)\n',
  );
});

test('a body that brings its own introduction leaves it out where the draft has one', () => {
  const body = 'Each week they decide.\n\n* [two](https://a.example/2)\n\n[ref]: https://a.example\n\nTell us!';
  expect(fill(DRAFT, [{ ...calls, body }]).text).toContain(
    'Every week the team decides.\n\n* [two](https://a.example/2)\n\n[ref]: https://a.example\n\nLet us know',
  );
  expect(fill('# Last Calls\n\n<!-- here -->\n', [{ ...calls, body }]).text).toBe(`# Last Calls\n\n${body}\n`);
  const text = '## Last Calls\n\nIntroduction.\n\n#### Jobs\n<!-- here -->\n';
  const inner = 'Another introduction.\n\n#### Jobs\n\n##### Group\n* [two](https://a.example/2)\n\nTell us!';
  expect(fill(text, [{ ...calls, body: inner }]).text).toBe(
    '## Last Calls\n\nIntroduction.\n\n#### Jobs\n\n##### Group\n* [two](https://a.example/2)\n\nTell us!\n',
  );
});

test('what cannot be filled is said, and the others are filled all the same', () => {
  const renamed = fill(DRAFT.replace('## Merged Work', '## Work That Was Merged'));
  expect(renamed.outcomes).toEqual({
    merged: { kind: 'missing', similar: 'Work That Was Merged' },
    calls: { kind: 'filled' },
  });
  const missing = fill(DRAFT.replace('## Merged Work', '## Recipes')).outcomes;
  expect(missing['merged']).toEqual({ kind: 'missing', similar: undefined });
  expect(fill(`${DRAFT}\n\n# Merged work:\n`).outcomes).toEqual({
    merged: { kind: 'doubled', lines: [5, 27] },
    calls: { kind: 'filled' },
  });
});

test('a comment that nobody closed swallows no section', () => {
  const text = DRAFT.replace('go here -->', '').replace('goes here -->', 'goes here');
  const { text: filled, outcomes } = fill(text.replaceAll('-->', ''));
  expect(outcomes['merged']).toEqual({ kind: 'comment-open', line: 6 });
  expect(filled).toBe(text.replaceAll('-->', ''));
});

test('hostile text is left alone', () => {
  const text = `## Merged Work\n${'- '.repeat(20_000)}`;
  expect(fill(text)).toEqual({
    text,
    outcomes: { merged: { kind: 'unreadable', line: 2 }, calls: { kind: 'unreadable', line: 2 } },
  });
});

test.each(['merged first', 'calls first'])(
  'a section that the newsletter does not list stands below another: %s',
  (order) => {
    const fresh = { id: 'fresh', heading: 'Fresh Plans', body: '* [new](https://a.example/3)' };
    const text = '## Merged Work\n\n<!-- here -->\n\n### Fresh Plans\n\n<!-- and here -->\n\n## Jobs\n';
    expect(fill(text, order === 'merged first' ? [calls, merged, fresh] : [fresh, merged])).toMatchObject({
      outcomes: { merged: { kind: 'filled' }, fresh: { kind: 'filled' } },
      text: [
        '## Merged Work\n\n3 were merged\n\n#### Core\n* [one](https://a.example/1)',
        '### Fresh Plans\n\n* [new](https://a.example/3)',
        '## Jobs\n',
      ].join('\n\n'),
    });
  },
);
