import { describe, expect, test } from '@jest/globals';
import type { OtherPull } from '../../src/newsletter/other-pull.ts';
import { submissionLimit } from '../../src/rules/submission-limit.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { draftPath, type Push, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';

const tooling = 'Project/Tooling Updates';
const moon = '* [Moon 1.0](https://ada.example/moon)';
const mars = '* [Mars 2.0](https://ada.example/mars)';

function review(lines: readonly string[], push: Partial<Push> = {}, section = tooling): string {
  const head = writeDraft({ [section]: lines });
  const files = [{ base: writeDraft(), head }];
  return tellReview(head, reviewPush({ openedOn: '2026-05-01', ...push, files }, [submissionLimit]).findings);
}

function pull(change: Partial<OtherPull> & { readonly path?: string; readonly section?: string } = {}): OtherPull {
  const { path = draftPath, section = tooling, ...rest } = change;
  const items = [{ path: toRepositoryPath(path), section, url: 'https://ada.example/venus' }];
  return { number: 7, author: 'ferris', state: 'open', items, ...rest };
}

test('two at once', () => {
  expect(review([moon, mars])).toMatchInlineSnapshot(
    `"warning submission-limit: This item is one too many: in each issue, ‹Project/Tooling Updates› takes one item from each contributor. Keep the best, and send the rest for another issue."`,
  );
});

test('one here, one in another pull request', () => {
  expect(review([moon], { otherPulls: [pull()] })).toMatchInlineSnapshot(
    `"warning submission-limit: This item is one too many: in each issue, ‹Project/Tooling Updates› takes one item from each contributor, and pull request ‹#7› counts, too. Keep the best, and send the rest for another issue."`,
  );
  expect(review([moon], { otherPulls: [pull({ state: 'merged', author: 'Ferris' })] })).toContain('one too many');
});

describe('silence', () => {
  test.each<[string, Parameters<typeof review>]>([
    ['one', [[moon]]],
    ['another section', [[moon, mars], {}, 'Rust Walkthroughs']],
    ['before the policy', [[moon, mars], { openedOn: '2026-04-22' }]],
    ['after the policy', [[moon, mars], { openedOn: '2026-08-17' }]],
    ['an editor', [[moon, mars], { permission: 'write' }]],
    ['somebody else’s pull request', [[moon], { otherPulls: [pull({ author: 'ada' })] }]],
    ['another issue', [[moon], { otherPulls: [pull({ path: 'draft/2026-03-11-this-week-in-rust.md' })] }]],
    ['another section of the other pull request', [[moon], { otherPulls: [pull({ section: 'Official' })] }]],
  ])('%s', (_, parameters) => {
    expect(review(...parameters)).toBe('nothing to say');
  });
});
