import { describe, expect, test } from '@jest/globals';
import { itemPlace } from '../../src/rules/item-place.ts';
import { type Push, reviewPush, tellReview } from '../support/check-rule.ts';

const own = '* [Rust on the moon](https://ada.example/moon)';

const draft = `Title: This Week in Rust 641

## Updates from Rust Community
<!--
Dear contributors, please write:
* [Title of the page](https://example.com/my_article)
-->
### Observations/Thoughts
* [Threads, gently](https://cleo.example/threads)
### Rust Conf
* [Keynote](https://conf.example/keynote)
## Call for Participation; projects and speakers
### CFP - Projects
## Updates from the Rust Project
### Rust Compiler Performance Triage
## Upcoming Events
### Europe
`;

function reviewEdit(from: string, to: string, push: Partial<Push> = {}): string {
  const head = draft.replace(from, to);
  return tellReview(head, reviewPush({ ...push, files: [{ base: draft, head }] }, [itemPlace]).findings);
}

function reviewBelow(line: string, push?: Partial<Push>): string {
  return reviewEdit(line, `${line}\n${own}`, push);
}

test('between the sections', () => {
  expect(reviewBelow('-->')).toMatchInlineSnapshot(
    `"error item-place: This item stands directly under ‹Updates from Rust Community›, which is divided into sections: move it into the one it belongs to, such as ‹Observations/Thoughts›."`,
  );
});

test.each(['## Upcoming Events', '## Call for Participation; projects and speakers'])('below %s', (heading) => {
  expect(reviewBelow(heading)).toContain('error item-place: This item stands directly under');
});

test('above the first heading', () => {
  expect(reviewEdit('\n\n', `\n\n${own}\n\n`)).toMatchInlineSnapshot(
    `"error item-place: This item stands above the first heading: move it into the section it belongs to."`,
  );
});

test('under a heading of its own', () => {
  expect(reviewEdit('### Rust Conf', `#### Moon 1.0 is out!\n${own}\n### Rust Conf`)).toMatchInlineSnapshot(
    `"error item-place: This item stands under a heading that is new, ‹Moon 1.0 is out!›: move the item into one of the sections, and take the heading out."`,
  );
});

test('a new heading among the items of others is one mistake', () => {
  const more = '* [More threads](https://cleo.example/more)\n### Rust Conf';
  const base = draft.replace('### Rust Conf', more);
  const head = base.replace('* [Threads', '#### Moon 1.0 is out!\n* [Threads');
  expect(tellReview(head, reviewPush({ files: [{ base, head }] }, [itemPlace]).findings)).toBe(
    'error item-place: The heading ‹Moon 1.0 is out!› is new and separates items from their section: take it out.',
  );
});

test('in a comment', () => {
  expect(reviewBelow('* [Title of the page](https://example.com/my_article)')).toMatchInlineSnapshot(
    `"error item-place: This item stands in a comment, where no reader sees it: move it below the end of the comment, ‹-->›."`,
  );
});

test('moved there', () => {
  const threads = '* [Threads, gently](https://cleo.example/threads)\n';
  const head = draft.replace(threads, '').replace('### Observations', `${threads}### Observations`);
  expect(tellReview(head, reviewPush({ files: [{ base: draft, head }] }, [itemPlace]).findings)).toContain(
    'item-place',
  );
});

describe('silence', () => {
  test.each([
    ['in a section', '### Observations/Thoughts'],
    ['under a heading that an editor made', '### Rust Conf'],
    ['among what the project did', '## Updates from the Rust Project'],
  ])('%s', (_, line) => {
    expect(reviewBelow(line)).toBe('nothing to say');
  });

  test('an editor makes a heading', () => {
    const heading = `### Moon Conf\n${own}\n### Rust Conf`;
    expect(reviewEdit('### Rust Conf', heading, { permission: 'write' })).toBe('nothing to say');
  });

  test('a section that was left out this week', () => {
    expect(reviewEdit('### Rust Conf', `### Research\n${own}\n### Rust Conf`)).toBe('nothing to say');
  });

  test('a comment behind an item', () => {
    expect(reviewEdit('### Rust Conf', `${own} <!-- seen on\nthe moon -->\n### Rust Conf`)).toBe('nothing to say');
    expect(reviewEdit('### Rust Conf', `${own} <!-- from the moon -->\n### Rust Conf`)).toBe('nothing to say');
  });

  test('a text editor formats the example in the comment', () => {
    const example = '* [Title of the page](https://example.com/my_article)';
    expect(draft).toContain(example);
    expect(reviewEdit(example, example.replace('*', '-'))).toBe('nothing to say');
  });

  test('an item that is put into a comment to wait', () => {
    const keynote = '* [Keynote](https://conf.example/keynote)';
    expect(reviewEdit(keynote, `<!--\n${keynote}\n-->`)).toBe('nothing to say');
  });
});
