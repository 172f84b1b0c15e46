import { describe, expect, test } from '@jest/globals';
import { placeholderLeft } from '../../src/rules/placeholder-left.ts';
import { draftPath, type PushedFile, reviewPush, tellMessage } from '../support/check-rule.ts';

const archivePath = 'content/2026-03-04-this-week-in-rust.md';

const whole = [
  'Title: This Week in Rust 641\nNumber: 641\nDate: 2026-03-04\n',
  '## Updates from the Rust Project\n\n* [Faster moons](https://ada.example/moons)\n',
  '### Rust Compiler Performance Triage\n\nA quiet week.\n',
  '### Approved RFCs\n\nChanges to Rust follow the Rust [RFC (request for comments) process](https://ada.example).',
  'These were approved:\n\n* *No RFCs were approved this week.*\n',
  '## Jobs\n\nSee the [thread](https://ada.example/jobs)\n',
].join('\n');

function review(head: string, file: PushedFile = { path: archivePath }, isPublishing = false): readonly string[] {
  return reviewPush({ files: [{ ...file, head }], isPublishing }, [placeholderLeft]).findings.map(
    (finding) => `${finding.place.startLine}: ${tellMessage(finding)}`,
  );
}

const withGap = whole.replace('https://ada.example/jobs', 'INSERT_LINK_HERE');

test('a placeholder', () => {
  expect(review(withGap)).toMatchInlineSnapshot(`
   [
     "22: The template’s placeholder ‹INSERT_LINK_HERE› is still there: put in what it stands for.",
   ]
  `);
});

test('a hint to editors that is no comment any more', () => {
  expect(review(`${whole}\nCOTW goes here -->\n`)).toMatchInlineSnapshot(`
   [
     "24: Readers see the template’s hint to editors (‹COTW goes here›): take it out, or make it a comment.",
   ]
  `);
});

test('a section that holds the template’s words alone', () => {
  const head = whole.replace('A quiet week.\n', '').replace('* *No RFCs were approved this week.*', '<!-- * []() -->');
  expect(review(head)).toMatchInlineSnapshot(`
   [
     "9: The section ‹Rust Compiler Performance Triage› has nothing in it but the template’s own words: fill it, or say that there is nothing.",
     "12: The section ‹Approved RFCs› has nothing in it but the template’s own words: fill it, or say that there is nothing.",
   ]
  `);
});

test('a section is filled by what stands below the headings under it', () => {
  expect(review(whole.replace('A quiet week.', '#### Moons\n\n* one'))).toEqual([]);
  expect(review(whole.replace('A quiet week.', '#### Moons'))).toHaveLength(1);
});

describe('when', () => {
  test('never in a draft', () => {
    expect(review(withGap, { path: draftPath })).toEqual([]);
    expect(review(withGap, { path: draftPath, base: whole })).toEqual([]);
  });

  test('in a draft that is about to be published', () => {
    expect(review(withGap, { path: draftPath }, true)).toHaveLength(1);
  });

  test('when a draft moves to the archive, also where nothing else changes', () => {
    expect(review(withGap, { path: archivePath, previousPath: draftPath, base: withGap })).toHaveLength(1);
  });

  test('in the archive, but for what stood there before', () => {
    expect(review(withGap, { path: archivePath, base: whole })).toHaveLength(1);
    expect(review(withGap, { path: archivePath, base: withGap })).toEqual([]);
  });
});

test.each([
  ['<!-- COTW goes here -->'],
  ['* [Currently KILL cannot terminate INSERT INTO](https://ada.example/sql)'],
  ['* [**Topic TBD**](https://ada.example/tbd)'],
])('%s is fine', (line) => {
  expect(review(`${whole}\n${line}\n`)).toEqual([]);
});
