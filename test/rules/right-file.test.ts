import { describe, expect, test } from '@jest/globals';
import { leaveSettled } from '../../src/rules/leave-settled.ts';
import { rightFile } from '../../src/rules/right-file.ts';
import { draftPath, reviewPush, tellReview, writeDraft, type Push, type PushedFile } from '../support/check-rule.ts';

const item = '* [Moon](https://ada.example/moon)';
const other = '* [Mars](https://ada.example/mars)';
const published = 'content/2026-02-25-this-week-in-rust.md';
const nextDraft = 'draft/2026-03-11-this-week-in-rust.md';
const base = writeDraft();
const head = writeDraft({ 'Rust Walkthroughs': [item] });

function review(files: readonly PushedFile[], push: Partial<Push> = {}): string {
  return tellReview(head, reviewPush({ ...push, files }, [rightFile]).findings);
}

test('a published issue', () => {
  expect(review([{ path: published, base, head }])).toMatchInlineSnapshot(
    `"error right-file: This issue is published already, and new items go into the open draft: add the line to ‹draft/2026-03-04-this-week-in-rust.md›, below line 13."`,
  );
});

test('a draft that was published since', () => {
  expect(
    review([{ path: draftPath, base, head }], { openDrafts: [nextDraft], permission: 'write' }),
  ).toMatchInlineSnapshot(
    `"error right-file: This draft is no longer open, and new items go into the open draft: add the line to ‹draft/2026-03-11-this-week-in-rust.md›, below line 13."`,
  );
});

test('a draft that nobody has opened yet', () => {
  expect(review([{ path: nextDraft, head }])).toMatchInlineSnapshot(
    `"error right-file: This draft is not open yet, and new items go into the open draft: add the line to ‹draft/2026-03-04-this-week-in-rust.md›, below line 13."`,
  );
});

test('many items at once are one mistake, and what else is wrong with them is told where they belong', () => {
  const many = ['- [Moon](https://ada.example/moon)', ...Array.from('abcdef', (name) => item.replace('moon', name))];
  const files = [{ path: nextDraft, head: writeDraft({ 'Rust Walkthroughs': many }) }];
  expect(review(files)).toMatchInlineSnapshot(
    `"error right-file: This draft is not open yet, and new items go into the open draft: move all 7, of which this is the first, to ‹draft/2026-03-04-this-week-in-rust.md›."`,
  );
  expect(leaveSettled(reviewPush({ files }).findings).map(({ rule }) => rule)).toEqual(['right-file']);
});

test('the template', () => {
  expect(review([{ path: 'draft/DRAFT_TEMPLATE', base, head }])).toMatchInlineSnapshot(
    `"error right-file: This file is the template that drafts are made from, and new items go into the open draft: add the line to ‹draft/2026-03-04-this-week-in-rust.md›, below line 13."`,
  );
});

test('two drafts at once: the earlier one is enough', () => {
  const files = [
    { path: draftPath, base, head },
    { path: nextDraft, base, head },
  ];
  expect(review(files, { openDrafts: [draftPath, nextDraft] })).toMatchInlineSnapshot(
    `"error right-file: This item is added to ‹draft/2026-03-04-this-week-in-rust.md› too, and one place is enough: take it out here."`,
  );
});

test('a draft that is renamed publishes nothing', () => {
  const files = [{ path: nextDraft, previousPath: 'draft/soon.md', base, head }];
  expect(review(files)).toContain('This draft is no longer open');
});

test('no open draft', () => {
  expect(review([{ path: published, base, head }], { openDrafts: [] })).toMatchInlineSnapshot(
    `"error right-file: This issue is published already, and no draft is open now: wait for the next one, and add the line there."`,
  );
});

describe('silence', () => {
  test.each<[string, readonly PushedFile[], Partial<Push>]>([
    ['the open draft', [{ base, head }], {}],
    [
      'a correction of a published issue',
      [{ path: published, base: head, head: writeDraft({ 'Rust Walkthroughs': [item.replace('Moon', 'The moon')] }) }],
      {},
    ],
    [
      'one item for another in a published issue',
      [{ path: published, base: head, head: writeDraft({ 'Rust Walkthroughs': [other] }) }],
      {},
    ],
    [
      'a line of a published issue that becomes an item',
      [{ path: published, base: base.replace('### Virtual', `### Virtual\n\nSee ${item.slice(2)}`), head }],
      {},
    ],
    ['publishing: a draft moves to the archive', [{ path: published, previousPath: draftPath, base, head }], {}],
    [
      'publishing opens the next draft',
      [
        { path: published, previousPath: draftPath, base, head: base },
        { path: nextDraft, head },
      ],
      {},
    ],
    ['an editor adds what came too late', [{ path: published, base, head }], { permission: 'write' }],
    ['an editor opens a draft', [{ path: nextDraft, head }], { permission: 'write' }],
    ['nobody knows whether this is an editor', [{ path: published, base, head }], { permission: 'unknown' }],
    ['nobody knows the open drafts', [{ path: published, base, head }], { openDrafts: 'unknown' }],
    [
      'different items for two open drafts',
      [
        { base, head },
        { path: nextDraft, base, head: writeDraft({ 'Rust Walkthroughs': [other] }) },
      ],
      { openDrafts: [draftPath, nextDraft] },
    ],
  ])('%s', (_, files, push) => {
    expect(review(files, push)).toBe('nothing to say');
  });
});

test('nobody is sent on to a section that is closed to them', () => {
  const path = 'content/2026-02-25-this-week-in-rust.md';
  const head = writeDraft({ 'Project/Tooling Updates': ['* [Moon 1.0](https://ada.example/moon-1)'] });
  const tell = (openedOn: string) =>
    reviewPush({ files: [{ path, base: writeDraft(), head }], openedOn }, [rightFile]).findings.map(
      ({ message }) => message,
    );
  expect(tell('2026-08-16')[0]).toContain('add the line to');
  expect(tell('2026-08-17')).toEqual(['This issue is published already: take the line out.']);
});
