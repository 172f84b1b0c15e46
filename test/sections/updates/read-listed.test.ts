import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../../src/config/defaults.ts';
import { listSections } from '../../../src/sections/index.ts';
import { readListed } from '../../../src/sections/updates/read-listed.ts';

const issue = `Title: News

## Updates from the Rust Project

12 pull requests were [merged in the last week][merged]

[merged]: https://github.com/search?q=is%3Apr

* [without a heading](https://github.com/rust-lang/miri/pull/1)

#### Compiler
* [stabilize \`a[0]\` (\`b_c\`)](https://github.com/Rust-Lang/Rust/pull/2)
- [of a server of one's own](https://github.example.com/rust-lang/cargo/pull/3)
* lints: [one](https://github.com/rust-lang/rust-clippy/pull/4), [two](https://github.com/rust-lang/rust-clippy/pull/5)
* [an issue](https://github.com/rust-lang/rust/issues/6) and ${'long '.repeat(500)}

### Rust Compiler Performance Triage
* [elsewhere](https://github.com/rust-lang/rust/pull/7)

## Jobs
* [elsewhere](https://github.com/rust-lang/rust/pull/8)
`;

test('a published issue tells which pull requests it lists, below which sub-heading and in which words', () => {
  expect(readListed(issue, listSections(defaultConfig.fill))).toEqual([
    { key: 'rust-lang/miri#1', heading: '', text: 'without a heading' },
    { key: 'rust-lang/rust#2', heading: 'Compiler', text: 'stabilize `a[0]` (`b_c`)' },
    { key: 'rust-lang/cargo#3', heading: 'Compiler', text: "of a server of one's own" },
    { key: 'rust-lang/rust-clippy#4', heading: 'Compiler', text: undefined },
    { key: 'rust-lang/rust-clippy#5', heading: 'Compiler', text: undefined },
  ]);
});

test('an issue without the section lists nothing', () => {
  expect(readListed(issue, [{ id: 'updates', heading: 'Merged' }])).toEqual([]);
});
