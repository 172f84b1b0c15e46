import type { Expectation } from './judge-review.ts';
import { SAMPLE_DRAFT_PATH, SAMPLE_FILES, SAMPLE_PUBLISHED_PATH } from './sample-newsletter.ts';

/** A pull request on the sample newsletter and what the bot must make of it. */
export interface SampleSubmission {
  readonly author: string;
  /** Branch of the author's fork. */
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
  /** The file's new text. */
  readonly text: string;
  /** Why it is in the demo, said before it is opened. */
  readonly intent: string;
  readonly expected: Expectation;
  /** The author takes every suggestion and pushes once more. */
  readonly appliesSuggestions: boolean;
}

const clean: SampleSubmission = {
  author: 'ada-quill',
  branch: 'cold-starts',
  title: 'Add "Cold starts, and how we lost them"',
  body: 'Our write-up of last month, for Observations/Thoughts.',
  path: SAMPLE_DRAFT_PATH,
  text: addBelow(SAMPLE_DRAFT_PATH, '* [Lifetimes, explained', [
    '* [Cold starts, and how we lost them](https://ada-quill.example/notes/cold-starts)',
  ]),
  intent: 'A submission with nothing to mend: a green check, and not a word.',
  expected: { conclusion: 'success', rules: [] },
  appliesSuggestions: false,
};

const slips: SampleSubmission = {
  author: 'bo-hammer',
  branch: 'three-links',
  title: 'Add three links',
  body: 'Three things I liked this week.',
  path: SAMPLE_DRAFT_PATH,
  text: addBelow(SAMPLE_DRAFT_PATH, '* [A state machine', [
    '- [Borrowing across an await point](https://bo-hammer.example/await?utm_source=feed&utm_medium=rss)',
    '[Writing a linker for fun](https://linkers.example/for-fun)',
    '* [Tuning a hash map] (https://tuning.example/hash-map)',
  ]),
  intent: 'A submission with several slips, each of which one click can mend.',
  expected: { conclusion: 'failure', rules: ['item-bullet', 'tracking-parameters', 'link-syntax'] },
  appliesSuggestions: true,
};

const pages: SampleSubmission = {
  author: 'gwen-bellows',
  branch: 'what-i-read',
  title: 'What I read and watched',
  body: '',
  path: SAMPLE_DRAFT_PATH,
  text: addBelow(SAMPLE_DRAFT_PATH, '* [A state machine', [
    '* [Great article on the borrow checker](https://gwen-bellows.example/borrow-checking)',
    '* [The anvil and the borrow checker](https://talks.example/anvil-keynote)',
    '* [Learning from the smiths of old](https://smiths.example/lerning)',
  ]),
  intent: 'A submission whose lines are fine; what is behind the links shows another title, a video, and a dead link.',
  expected: { conclusion: 'neutral', rules: ['title-matches-page', 'media-prefix', 'reachable-link'] },
  appliesSuggestions: false,
};

const closed: SampleSubmission = {
  author: 'cleo-rivet',
  branch: 'rivet-0-4',
  title: 'Rivet 0.4 is out',
  body: '',
  path: SAMPLE_DRAFT_PATH,
  text: addBelow(SAMPLE_DRAFT_PATH, '* [Bellows 3.2', [
    '* [Rivet 0.4: named joints](https://rivet.example/news/0-4?utm_campaign=launch)',
  ]),
  intent: 'A submission to a section that takes none at present.',
  expected: { conclusion: 'failure', rules: ['closed-section', 'tracking-parameters'] },
  appliesSuggestions: false,
};

const wrongFile: SampleSubmission = {
  author: 'dov-tempered',
  branch: 'allocator-notes',
  title: 'Add my notes on allocators',
  body: 'I hope this is the right place.',
  path: SAMPLE_PUBLISHED_PATH,
  text: addBelow(SAMPLE_PUBLISHED_PATH, '* [Why our parser', [
    '* [An allocator from scratch](https://dov-tempered.example/allocator)',
  ]),
  intent: 'A submission to an issue that has been published already.',
  expected: { conclusion: 'failure', rules: ['right-file'] },
  appliesSuggestions: false,
};

const event: SampleSubmission = {
  author: 'eli-tongs',
  branch: 'sheffield-evening',
  title: 'Rust evening in Sheffield',
  body: 'Our first one this winter.',
  path: SAMPLE_DRAFT_PATH,
  text: addBelow(SAMPLE_DRAFT_PATH, '    * [**Sharp edges**]', [
    '* 2026-12-08| Sheffield, GB | [Rust Sheffield](https://sheffield.example)',
    '  * [Steel and traits](https://sheffield.example/steel-and-traits)',
  ]),
  intent: 'An event whose two lines are not quite in the newsletter’s form.',
  expected: { conclusion: 'failure', rules: ['event-form', 'event-place'] },
  appliesSuggestions: true,
};

const call: SampleSubmission = {
  author: 'fay-bellows',
  branch: 'forge-days',
  title: 'Forge Days look for speakers',
  body: '',
  path: SAMPLE_DRAFT_PATH,
  text: addBelow(SAMPLE_DRAFT_PATH, '* [**Anvil Conf**]', [
    '* [**Forge Days**](https://forge-days.example/cfp) | CFP closes 2026-11-20 | Ghent, Belgium | 2027-03-03',
  ]),
  intent: 'A call for papers that will have closed when the issue appears.',
  expected: { conclusion: 'failure', rules: ['cfp-event-date'] },
  appliesSuggestions: false,
};

/** In the order they are opened. */
export const sampleSubmissions: readonly SampleSubmission[] = [clean, slips, pages, closed, wrongFile, event, call];

/** A sample file with lines added below the one that starts so. */
function addBelow(path: string, start: string, added: readonly string[]): string {
  const lines = (SAMPLE_FILES[path] ?? '').split('\n');
  const at = lines.findIndex((line) => line.startsWith(start));
  return lines.toSpliced(at + 1, 0, ...added).join('\n');
}
