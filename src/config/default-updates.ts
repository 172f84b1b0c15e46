import { defaultPickRates } from './default-pick-rates.ts';
import type { UpdatesConfig } from './fill-schema.ts';

/** What was merged for Rust, as This Week in Rust lists it. */
export const defaultUpdates: UpdatesConfig = {
  heading: 'Updates from the Rust Project',
  organisation: 'rust-lang',
  range: { from: 8, until: 1 },
  intro: '{count} pull requests were [merged in the last week][merged]\n\n[merged]: {url}',
  headings: ['Compiler', 'Library', 'Cargo', 'Rustdoc', 'Rustfmt', 'Clippy', 'Rust-Analyzer'],
  repositories: [
    {
      repository: 'rust-lang/rust',
      heading: 'Compiler',
      labels: [
        { label: 'T-rustdoc', heading: 'Rustdoc' },
        { label: 'T-libs', heading: 'Library' },
        { label: 'T-libs-api', heading: 'Library' },
        { label: 'T-compiler', heading: 'Compiler' },
      ],
      paths: [
        { path: 'compiler/', heading: 'Compiler' },
        { path: 'library/', heading: 'Library' },
        { path: 'src/librustdoc/', heading: 'Rustdoc' },
      ],
      usual: 15,
      list: 'shortlist',
    },
    { repository: 'rust-lang/cargo', heading: 'Cargo', usual: 5, list: 'full' },
    { repository: 'rust-lang/rustfmt', heading: 'Rustfmt', usual: 1, list: 'full' },
    { repository: 'rust-lang/rust-clippy', heading: 'Clippy', usual: 12, list: 'full' },
    { repository: 'rust-lang/rust-analyzer', heading: 'Rust-Analyzer', usual: 14, list: 'full' },
    { repository: 'rust-lang/miri', heading: 'Compiler', prefix: 'miri: ', usual: 1, list: 'shortlist' },
    { repository: 'rust-lang/hashbrown', heading: 'Library', prefix: 'hashbrown: ', usual: 1, list: 'shortlist' },
  ],
  excluded: [
    { starts: ['rollup of ', 'auto merge of ', 'automatic rustup', 'rustc pull', 'merge from rustc'] },
    { repository: 'rust-lang/rust', starts: ['rename ', 'tests: ', 'bootstrap', 'subtree update', 'update '] },
    { repository: 'rust-lang/cargo', starts: ['chore'] },
    { repository: 'rust-lang/rust-analyzer', starts: ['minor', 'internal', 'chore'] },
    { repository: 'rust-lang/rust-clippy', starts: ['rustup'] },
  ],
  pickRates: defaultPickRates,
  pastWeeks: 26,
  titles: {
    types: ['fix', 'feat', 'perf', 'refactor', 'docs', 'test', 'build', 'ci', 'internal', 'minor'],
    dropped: [
      { words: ['fix', 'feat'] },
      { repository: 'rust-lang/rust-analyzer', words: ['minor', 'internal', 'perf', 'refactor', 'feature'] },
    ],
    repeated: ['Library', 'Cargo', 'Rustdoc', 'Rustfmt', 'Clippy', 'Rust-Analyzer'],
    replacements: [
      { from: 'FP', to: 'false positive' },
      { from: 'FPs', to: 'false positives' },
      { from: 'FN', to: 'false negative' },
      { from: 'FNs', to: 'false negatives' },
      { from: '->', to: '→' },
      { from: '>=', to: '≥' },
      { from: '<=', to: '≤' },
    ],
    codeWords: ['struct', 'enum'],
  },
};
