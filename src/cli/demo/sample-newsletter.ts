import { SAMPLE_CONFIGURATION } from './sample-week.ts';

/** The day on which everything in the sample happens, so that dated rules say the same whenever it is run. */
export const SAMPLE_DAY = '2026-11-20';

/** When its first pull request has just been opened. */
export const SAMPLE_START = `${SAMPLE_DAY}T09:00:00Z`;

export const SAMPLE_DRAFT_PATH = 'draft/2026-11-25-the-weekly-anvil.md';
export const SAMPLE_PUBLISHED_PATH = 'content/2026-11-18-the-weekly-anvil.md';

const upperPart = (number: number, day: string) => `Title: The Weekly Anvil ${number}
Number: ${number}
Date: ${day}
Category: The Weekly Anvil

Hello, and welcome to another issue of *The Weekly Anvil*, a summary of what people have made with Rust.

## Updates from Rust Community

<!--
One line for each link, in the section it belongs to:

* [Title of the page](https://example.com/page)
-->

### Official

### Newsletters

### Project/Tooling Updates
* [Bellows 3.2: incremental builds for firmware](https://bellows.example/blog/3-2)

### Observations/Thoughts
`;

const LOWER_PART = `
### Rust Walkthroughs
* [A state machine, one enum at a time](https://noor.example/state-machines)

### Research

### Miscellaneous

## Crate of the Week

This week's crate is [tongs](https://crates.io/crates/tongs), which picks up futures while they are hot.

## Call for Participation; projects and speakers

### CFP - Events
* [**Anvil Conf**](https://conf.example/cfp) | CFP closes 2026-12-20 | Sheffield, UK | 2027-04-14

## Upcoming Events

### Europe
* 2026-12-01 | Solingen, DE | [Rust Solingen](https://solingen.example)
    * [**Sharp edges**](https://solingen.example/sharp-edges)

## Quote of the Week

> It compiled on the first try. Now I do not trust it.
`;

/** The draft's sections that have a source, and nothing in them yet. */
const EMPTY_PART = `
## Updates from the Forge

<!-- What was merged goes here -->

### Approved RFCs

### Final Comment Period
`;

/** The files of the sample newsletter's repository by path: one published issue, one open draft. Invented throughout. */
export const SAMPLE_FILES: Readonly<Record<string, string>> = {
  'README.md': '# The Weekly Anvil\n\nSend a link by pull request: add one line to the file in `draft/`.\n',
  [SAMPLE_PUBLISHED_PATH]: `${upperPart(51, '2026-11-18')}* [Why our parser has no regrets](https://tove.example/parser)\n${LOWER_PART}`,
  [SAMPLE_DRAFT_PATH]: `${upperPart(52, '2026-11-25')}* [Lifetimes, explained to my grandmother](https://mira.example/lifetimes)\n${LOWER_PART.replace('\n## Upcoming', () => `${EMPTY_PART}\n## Upcoming`)}`,
  '.github/copydesk.yml': SAMPLE_CONFIGURATION,
};
