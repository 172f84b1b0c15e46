import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { bareRepository } from '../../src/rules/bare-repository.ts';
import { reviewLines, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';

function review(line: string, section?: string): string {
  return reviewLines([line], section, [bareRepository]);
}

test('a repository', () => {
  expect(review('* [Moon](https://github.com/ada/moon)')).toMatchInlineSnapshot(
    `"warning bare-repository: This link leads to a bare repository, where there is nothing new to read: link a post, release notes or a changelog instead."`,
  );
});

test('a package', () => {
  expect(review('* [Moon](https://crates.io/crates/moon)')).toMatchInlineSnapshot(
    `"warning bare-repository: This link leads to a bare package page, where there is nothing new to read: link a post, release notes or a changelog instead."`,
  );
});

describe('the front page of a repository or a package', () => {
  test.each([
    'http://github.com/ada/moon',
    'https://www.github.com/ada/moon/',
    'HTTPS://GitHub.com/ada/moon.git',
    'https://github.com/ada/moon?tab=readme-ov-file',
    'https://github.com/ada/moon#readme',
    'https://github.com/ada/moon/tree/main',
    'https://gitlab.com/ada/moon',
    'https://gitlab.com/space/lab/moon',
    'https://gitlab.com/ada/moon/-/tree/main',
    'https://codeberg.org/ada/moon',
    'https://codeberg.org/ada/moon/src/branch/main',
    'https://git.sr.ht/~ada/moon',
    'https://sr.ht/~ada/moon/',
    'https://crates.io/crates/moon/1.0.0',
    'https://www.crates.io/crates/moon',
    'https://lib.rs/crates/moon',
    'https://docs.rs/moon',
    'https://docs.rs/moon/latest/moon/',
    'https://docs.rs/moon/1.0.0/moon/index.html',
    'https://docs.rs/crate/moon/1.0.0',
  ])('%s', (url) => {
    expect(review(`* [Moon](${url})`)).toContain('warning bare-repository');
  });
});

describe('something to read', () => {
  test.each([
    'https://github.com/ada/moon/releases',
    'https://github.com/ada/moon/releases/tag/v1.0',
    'https://github.com/ada/moon/blob/main/CHANGELOG.md',
    'https://github.com/ada/moon/blob/main/CHANGELOG.md#v056',
    'https://github.com/ada/moon/tree/main/lessons',
    'https://github.com/ada/moon/discussions/7',
    'https://github.com/ada/moon#what-is-new-in-10',
    'https://github.com/ada',
    'https://github.com/sponsors/ada',
    'https://github.com/topics/rust',
    'https://gist.github.com/ada/0123456789abcdef',
    'https://ada.github.io/moon',
    'https://gitlab.com/ada/moon/-/releases',
    'https://gitlab.com/ada/moon/-/blob/main/NEWS.md',
    'https://codeberg.org/ada/moon/releases',
    'https://codeberg.org/ada/moon/src/branch/main/NEWS.md',
    'https://git.sr.ht/~ada/moon/refs/v1.0',
    'https://lists.sr.ht/~ada/moon',
    'https://crates.io/',
    'https://crates.io/teams/moon',
    'https://docs.rs/moon/latest/moon/guide/index.html',
    'https://docs.rs/moon/latest/moon/struct.Moon.html',
    'https://docs.rs/releases',
    'https://ada.example/github.com/ada/moon',
    'https://ada.example/crates/moon',
  ])('%s', (url) => {
    expect(review(`* [Moon](${url})`)).toBe('nothing to say');
  });
});

test('a repository beside a post about it', () => {
  expect(review('* [Moon](https://ada.example/moon) ([source](https://github.com/ada/moon))')).toBe('nothing to say');
});

test('a repository with an aside, which item-form takes out', () => {
  expect(review('* [Moon](https://github.com/ada/moon) - made by [Ada](https://ada.example)')).toContain(
    'bare repository',
  );
  expect(review('* [Moon](https://github.com/ada/moon) and [Sea](https://ada.example)')).toBe('nothing to say');
});

test('a call for participation may name a repository', () => {
  const draft = (line = ''): string => `## CFP - Projects\n\n${line}\n`;
  const head = draft('* [moon - write the docs](https://github.com/ada/moon)');
  const { findings } = reviewPush({ files: [{ base: draft(), head }] }, [bareRepository]);
  expect(tellReview(head, findings)).toBe('nothing to say');
});

test('a newsletter with its own forge, and a section for repositories', () => {
  const settings = [{ options: { forges: ['gitlab.ada.example'], exceptSections: ['Official'] } }];
  const config = { ...defaultConfig, rules: { 'bare-repository': settings } };
  const tell = (section: string, url: string): string => {
    const head = writeDraft({ [section]: [`* [Moon](${url})`] });
    return tellReview(head, reviewPush({ files: [{ base: writeDraft(), head }], config }, [bareRepository]).findings);
  };
  expect(tell('Rust Walkthroughs', 'https://gitlab.ada.example/space/lab/moon')).toContain('bare repository');
  expect(tell('Rust Walkthroughs', 'https://github.com/ada/moon')).toBe('nothing to say');
  expect(tell('Official', 'https://gitlab.ada.example/space/lab/moon')).toBe('nothing to say');
});
