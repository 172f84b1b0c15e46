import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { leaveSettled } from '../../src/rules/leave-settled.ts';
import { outsideEdits } from '../../src/rules/outside-edits.ts';
import { type Push, reviewPush, tellReview } from '../support/check-rule.ts';

const intro = 'Hello and welcome to another issue!';
const threads = '* [Threads, gently](https://cleo.example/threads)';
const borrowing = '* [Borrowing without tears](https://ben.example/borrowing)';
const own = '* [Rust on the moon](https://ada.example/moon)';

const draft = [
  'Title: This Week in Rust 641\nNumber: 641\nDate: 2026-03-04\n',
  `${intro}\n`,
  '## Updates from Rust Community',
  '<!--\nDear contributors:\nRead the guidelines.\n-->\n',
  `### Observations/Thoughts\n${threads}\n${borrowing}\n`,
  '### Rust Walkthroughs\n',
  '## CFP - Projects\n<!-- * [ - ]() -->\n',
  '## Upcoming Events\n',
  '### Europe',
  '* 2026-03-05 | Paris, FR | [Rust Paris](https://meet.example/paris)',
  '    * [**Meetup #1**](https://meet.example/paris/1)\n',
  '### Africa\n* 2026-03-06 | Lagos, NG | [Rust Lagos](https://meet.example/lagos)\n',
].join('\n');

function edit(...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [from, to]) => text.replace(from, to), draft);
}

/** What is said about an edit beside an item of the author's own. */
function reviewBeside(...replacements: readonly (readonly [string, string])[]): string {
  return review(edit(['### Rust Walkthroughs\n', `### Rust Walkthroughs\n${own}\n`], ...replacements));
}

function review(head: string, push: Partial<Push> = {}): string {
  return tellReview(head, reviewPush({ ...push, files: [{ base: draft, head }] }, [outsideEdits]).findings);
}

describe('beside an item of one’s own', () => {
  test('somebody else’s item goes', () => {
    expect(reviewBeside([`${borrowing}\n`, ''])).toMatchInlineSnapshot(
      `"warning outside-edits: An item that was there before is gone, ‹Borrowing without tears› in ‹Observations/Thoughts›: put it back."`,
    );
  });

  test('somebody else’s item is written over', () => {
    const over = borrowing.replace('Borrowing', 'Traits').replace('ben.example/borrowing', 'dora.example/traits');
    expect(reviewBeside([borrowing, over])).toMatchInlineSnapshot(
      `"warning outside-edits: An item that was there before, ‹Borrowing without tears›, is written over here: put it back, and yours on a line of its own."`,
    );
  });

  test('one host that many share makes nobody its owner', () => {
    const theirs = '* [Tide](https://github.com/ben/tide)';
    const base = edit([borrowing, theirs]);
    const tell = (mine: string) =>
      tellReview(base, reviewPush({ files: [{ base, head: base.replace(theirs, mine) }] }, [outsideEdits]).findings);
    expect(tell('* [Dune](https://github.com/dora/dune)')).toContain('‹Tide›');
    expect(tell('* [Tide 2](https://github.com/ben/tide2)')).toBe('nothing to say');
  });

  test('a text editor formats the whole file', () => {
    const config = { ...defaultConfig, rules: { 'outside-edits': [{ options: { mostCorrections: 1 } }] } };
    const head = edit(
      ['### Rust Walkthroughs\n', `### Rust Walkthroughs\n${own}\n`],
      [threads, threads.replace('*', '-')],
      [borrowing, borrowing.replace('*', '-')],
    );
    expect(review(head, { config })).toMatchInlineSnapshot(
      `"warning outside-edits: 2 items that were there before are changed, the first of them here; often a text editor does that by itself: undo these changes."`,
    );
    expect(review(head)).toBe('nothing to say');
  });

  test('not even one may be corrected', () => {
    const config = { ...defaultConfig, rules: { 'outside-edits': [{ options: { mostCorrections: 0 } }] } };
    const head = edit(['### Rust Walkthroughs\n', `### Rust Walkthroughs\n${own}\n`], ['without', 'with']);
    expect(review(head, { config })).toBe(
      'warning outside-edits: An item that was there before is changed here; often a text editor does that by itself: undo this change.',
    );
  });

  test('of what a text editor formatted nothing else is said, unless somebody ignores that it has to be undone', () => {
    const head = edit(
      ['### Rust Walkthroughs\n', `### Rust Walkthroughs\n${own.replace('*', '-')}\n`],
      [threads, threads.replace('*', '-')],
      [borrowing, borrowing.replace('*', '-')],
      ['* 2026-03-05', '- 2026-03-05'],
      ['    * [**M', '  - [**M'],
    );
    const config = { ...defaultConfig, rules: { 'outside-edits': [{ options: { mostCorrections: 2 } }] } };
    const { findings } = reviewPush({ files: [{ base: draft, head }], config });
    const tell = (some: typeof findings): string =>
      leaveSettled(some)
        .map(({ rule, place }) => `${place.startLine} ${rule}`)
        .join(', ');
    expect(tell(findings)).toMatchInlineSnapshot(`"14 outside-edits, 18 item-bullet"`);
    expect(tell(findings.filter(({ rule }) => rule !== 'outside-edits'))).toMatchInlineSnapshot(
      `"14 item-bullet, 15 item-bullet, 18 item-bullet, 26 event-form, 27 event-form"`,
    );
  });

  test('but that something is gone is said even where that is pointed at in such lines', () => {
    const head = edit(
      ['### Rust Walkthroughs\n', `### Rust Walkthroughs\n${own}\n`],
      ['* 2026-03-05', '- 2026-03-05'],
      ['### Africa\n* 2026-03-06 | Lagos, NG | [Rust Lagos](https://meet.example/lagos)\n', ''],
    );
    const config = { ...defaultConfig, rules: { 'outside-edits': [{ options: { mostCorrections: 0 } }] } };
    expect(tellReview(head, leaveSettled(reviewPush({ files: [{ base: draft, head }], config }).findings))).toContain(
      'The heading ‹Africa› is gone',
    );
  });

  test('all lines end otherwise, so that all of them count as changed', () => {
    const head = edit(['### Rust Walkthroughs\n', `### Rust Walkthroughs\n${own}\n`]).replaceAll('\n', '\r\n');
    expect(review(head)).toMatchInlineSnapshot(
      `"warning outside-edits: All lines of the file end in CRLF now, so that all of them count as changed: save it with the line ends it had (LF)."`,
    );
    const before = draft.replaceAll('\n', '\r\n');
    expect(tellReview(head, reviewPush({ files: [{ base: before, head }] }, [outsideEdits]).findings)).toBe(
      'nothing to say',
    );
  });

  test('a heading goes', () => {
    expect(reviewBeside(['### Africa', ''])).toMatchInlineSnapshot(
      `"warning outside-edits: The heading ‹Africa› is gone: put it back."`,
    );
  });

  test('a heading goes with what stood below it', () => {
    const africa = '### Africa\n* 2026-03-06 | Lagos, NG | [Rust Lagos](https://meet.example/lagos)\n';
    expect(reviewBeside([africa, ''])).toMatchInlineSnapshot(
      `"warning outside-edits: The heading ‹Africa› is gone, and items that stood below it: put them back."`,
    );
  });

  test('the newsletter’s own words change', () => {
    expect(reviewBeside([intro, 'Hello!'])).toMatchInlineSnapshot(
      `"warning outside-edits: Text of the newsletter is changed here, from ‹Hello and welcome to another issue!› on: put it back as it was."`,
    );
  });

  test('its own words change in many places', () => {
    const words = ['One.', 'Two.', 'Three.', 'Four.'];
    const base = draft.replace(intro, words.join('\n\nKept.\n\n'));
    const added = base.replace('### Rust Walkthroughs\n', `### Rust Walkthroughs\n${own}\n`);
    const review = (changed: readonly string[]): string => {
      const head = changed.reduce((text, word) => text.replace(word, `${word}!`), added);
      return tellReview(head, reviewPush({ files: [{ base, head }] }, [outsideEdits]).findings);
    };
    expect(review(words)).toMatchInlineSnapshot(
      `"warning outside-edits: Text of the newsletter is changed or gone in 4 places, first where ‹One.› was: put it back as it was."`,
    );
    expect(review(words.slice(1)).split('\n')).toHaveLength(3);
  });

  test('the comment for contributors goes', () => {
    expect(reviewBeside(['<!--\nDear contributors:\nRead the guidelines.\n-->\n', ''])).toContain(
      'Text of the newsletter is gone here, from ‹<!--› on',
    );
  });

  test('it is pointed at where it was', () => {
    const head = edit(['### Rust Walkthroughs\n', `### Rust Walkthroughs\n${own}\n`], [`${borrowing}\n`, '']);
    const [finding] = reviewPush({ files: [{ base: draft, head }] }, [outsideEdits]).findings;
    expect(head.split('\n')[(finding?.place.startLine ?? 0) - 1]).toBe(threads);
  });
});

describe('beside an item of one’s own, welcome', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    ['nothing else', []],
    ['a typo of somebody else’s', [['without tears', 'without fears']]],
    ['somebody else’s bullet', [[threads, threads.replace('*', '-')]]],
    ['somebody else’s item moved', [[`${threads}\n${borrowing}`, `${borrowing}\n${threads}`]]],
    ['an older item of the same site, replaced', [[borrowing, '* [Mars](https://ben.example/mars)']]],
    ['the example of an item', [['<!-- * [ - ]() -->\n', '']]],
    ['a note among the items', [[`${threads}\n`, `${threads}\n\n*Nothing more this week.*\n\n`]]],
    ['blank lines', [[`${intro}\n`, `${intro}\n\n\n`]]],
  ])('%s', (_, replacements) => {
    expect(reviewBeside(...replacements)).toBe('nothing to say');
  });

  test('one event of the group for another', () => {
    const next =
      '* 2026-03-19 | Paris, FR | [Rust Paris](https://meet.example/paris)\n    * [**Quiz**](https://x.example/9)';
    const old = /\* 2026-03-05[^]*paris\/1\)/.exec(draft)?.[0] ?? '';
    expect(review(edit([old, next]))).toBe('nothing to say');
  });
});

describe('beside nothing of one’s own', () => {
  test('other line ends are no correction', () => {
    expect(review(edit(['without', 'with']).replaceAll('\n', '\r\n'))).toContain('end in CRLF now');
    expect(review('')).toBe('nothing to say');
  });
});

describe('silence', () => {
  test('a pull request that only takes out', () => {
    expect(review(edit([`${borrowing}\n`, ''], ['### Africa', '']))).toBe('nothing to say');
  });

  test.each(['write', 'unknown'] as const)('permission: %s', (permission) => {
    const head = edit([`${borrowing}\n`, `${own}\n`]);
    expect(review(head)).toContain('is gone');
    expect(review(head, { permission })).toBe('nothing to say');
  });
});

describe('the marks of a merge conflict', () => {
  const conflict = `<<<<<<< my-branch\n${own}\n=======\n${threads}\n>>>>>>> main\n`;

  test.each(['read', 'write', 'unknown'] as const)('from an author with permission: %s', (permission) => {
    expect(review(edit([`${threads}\n`, conflict]), { permission })).toBe(
      'error outside-edits: A merge conflict is not resolved here: keep the right lines, and take out those with ‹<<<<<<<›, ‹=======› and ‹>>>>>>>›.',
    );
  });

  test('only the end is left', () => {
    expect(review(edit([`${threads}\n`, `${threads}\n>>>>>>> main\n`]))).toContain('error outside-edits');
  });

  test('an older one is not today’s', () => {
    const base = edit([`${threads}\n`, conflict]);
    const head = base.replace('### Rust Walkthroughs\n', `### Rust Walkthroughs\n* [Mars](https://ada.example/mars)\n`);
    expect(reviewPush({ files: [{ base, head }] }, [outsideEdits]).findings).toEqual([]);
  });

  test('a line under a heading is none', () => {
    expect(review(edit([intro, `${intro}\n\nTalks\n=======`]))).toBe('nothing to say');
  });
});
