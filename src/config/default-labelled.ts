import type { CommentPeriodConfig, GroupConfig, TestingConfig } from './fill-schema.ts';

const GITHUB = 'https://github.com';

const commentPeriodGroups: readonly GroupConfig[] = [
  toLongGroup('Rust', 'rust-lang/rust'),
  toLongGroup('Cargo', 'rust-lang/cargo'),
  {
    name: 'Compiler Team',
    repository: 'rust-lang/compiler-team',
    url: `${GITHUB}/rust-lang/compiler-team/issues?q=label%3Amajor-change%20label%3Afinal-comment-period%20state%3Aopen`,
    suffix: ' [(MCPs only)](https://forge.rust-lang.org/compiler/mcp.html)',
  },
  toShortGroup('Rust RFCs', 'rust-lang/rfcs'),
  toLongGroup('Language Team', 'rust-lang/lang-team'),
  toLongGroup('Language Reference', 'rust-lang/reference'),
  toShortGroup('Leadership Council', 'rust-lang/leadership-council'),
  toLongGroup('Unsafe Code Guidelines', 'rust-lang/unsafe-code-guidelines'),
];

/** A group that links to the list as the newsletter has linked to it since February 2026. */
function toLongGroup(name: string, repository: string): GroupConfig {
  const query = 'is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen';
  return { name, repository, url: `${GITHUB}/${repository}/issues?q=${query}` };
}

function toShortGroup(name: string, repository: string): GroupConfig {
  const query = 'state%3Aopen%20label%3Afinal-comment-period%20state%3Aopen';
  return { name, repository, url: `${GITHUB}/${repository}/issues?q=${query}` };
}

/** The final comment periods of This Week in Rust. */
export const defaultCommentPeriod: CommentPeriodConfig = {
  heading: 'Final Comment Period',
  label: 'final-comment-period',
  intro: `Every week, [the team](https://www.rust-lang.org/team.html) announces the 'final comment period' for RFCs and key PRs
which are reaching a decision. Express your opinions now.

#### Tracking Issues & PRs`,
  groupLevel: 5,
  groups: [...commentPeriodGroups],
  noneStart: '*No Items entered Final Comment Period this week for',
  noneEnd: '.*',
  outro: 'Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list.',
  dispositions: [
    { label: 'disposition-merge', tag: '' },
    { label: 'disposition-close', tag: '[disposition: close]' },
    { label: 'disposition-postpone', tag: '[disposition: postpone]' },
  ],
  undecided: '',
};

/** The calls for testing of This Week in Rust. */
export const defaultTesting: TestingConfig = {
  heading: 'Calls for Testing',
  label: 'call-for-testing',
  intro: `An important step for RFC implementation is for people to experiment with the
implementation and give feedback, especially before stabilization.

If you are a feature implementer and would like your RFC to appear in this list, add a
\`call-for-testing\` label to your RFC along with a comment providing testing instructions and/or
guidance on which aspect(s) of the feature need testing.`,
  groupLevel: 3,
  groups: [
    toTestingGroup('Rust', 'rust-lang/rust'),
    toTestingGroup('Cargo', 'rust-lang/cargo'),
    toTestingGroup('Rustup', 'rust-lang/rustup'),
    {
      name: 'Rust language RFCs',
      repository: 'rust-lang/rfcs',
      url: `${GITHUB}/rust-lang/rfcs/issues?q=label%3Acall-for-testing%20state%3Aopen`,
    },
  ],
  noneStart: '*No calls for testing were issued this week by',
  noneEnd: '.*',
  outro:
    '[Let us know](https://github.com/rust-lang/this-week-in-rust/issues) if you would like your feature to be tracked as a part of this list.',
  steps: 'Testing steps',
};

function toTestingGroup(name: string, repository: string): GroupConfig {
  const query = 'state%3Aopen%20label%3Acall-for-testing%20state%3Aopen';
  return { name, repository, url: `${GITHUB}/${repository}/issues?q=${query}` };
}
