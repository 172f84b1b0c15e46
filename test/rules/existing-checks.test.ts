// What the newsletter's own checkers (inspect_links.py, inspect_markdown.py) get wrong, and Copydesk must not.
import { describe, expect, test } from '@jest/globals';
import { draftPath, reviewLines, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';

const tracked = '* [Moon](https://ada.example/moon?utm_source=x)';

describe('they complain about what is fine', () => {
  test.each([
    ['a parameter without a value', '* [Moon](https://ada.example/?flag)'],
    ['an empty value', '* [Moon](https://ada.example/?x=)'],
    ['a comma in a value', '* [Moon](https://ada.example/?q=a,b)'],
    ['an escaped blank', '* [Moon](https://ada.example/?q=a%20b)'],
    ['a letter beyond ASCII', '* [Moon](https://ada.example/?q=é)'],
    ['a scheme in capitals', '* [Moon](HTTPS://ada.example/)'],
    ['two slashes inside an archived address', '* [Moon](https://web.archive.org/web/2020/https://x.example/)'],
    ['the releases of a repository', '* [Moon 1.0](https://github.com/ada/moon/releases)'],
    ['two backticks round one', '* [What ``a ` b`` means](https://ada.example/backticks)'],
  ])('%s', (_, line) => {
    expect(reviewLines([line])).toBe('nothing to say');
  });

  test.each([
    ['https://netstack.example/#episode-5', 'https://netstack.example/#episode-6'],
    ['https://ada.example/changelog.md#v055', 'https://ada.example/changelog.md#v056'],
    ['https://ada.example/#/post', 'https://ada.example/#/page'],
  ])('%s and %s differ by their fragments alone', (one, other) => {
    expect(reviewLines([`* [One](${one})`, `* [Two](${other})`])).toBe('nothing to say');
  });

  test('an old slip of another issue, or of another line', () => {
    const slips = writeDraft({ Official: [tracked] });
    const head = writeDraft({ Official: [tracked], 'Rust Walkthroughs': ['* [Mars](https://ada.example/mars)'] });
    const next = 'draft/2026-03-11-this-week-in-rust.md';
    const files = [
      { base: slips, head },
      { path: next, base: slips, head: slips },
    ];
    expect(tellReview(head, reviewPush({ files, openDrafts: [draftPath, next] }).findings)).toBe('nothing to say');
  });

  test('an old slip that moves', () => {
    const head = writeDraft({ 'Rust Walkthroughs': [tracked] });
    const { findings } = reviewPush({ files: [{ base: writeDraft({ Official: [tracked] }), head }] });
    expect(tellReview(head, findings)).toBe('nothing to say');
  });
});

describe('they overlook', () => {
  test.each([
    ['https://ada.example/?utm_term=x', 'utm_term'],
    ['https://ada.example/?UTM_SOURCE=x', 'UTM_SOURCE'],
    ['https://ada.example/?fbclid=x', 'fbclid'],
    ['https://ada.example/?ref=x', 'ref'],
    ['https://youtu.be/abc_123?si=x', 'si'],
  ])('the tracking of %s', (url, name) => {
    expect(reviewLines([`* [Moon](${url})`])).toContain(`tracking parameter ‹${name}›`);
  });

  test.each(['Official', 'Rust Walkthroughs', 'Virtual', 'Jobs'])('what stands under %s', (section) => {
    expect(reviewLines([tracked], section)).toContain('error tracking-parameters');
  });

  test.each(['### *Observations*/Thoughts', '### `Observations/Thoughts`', '### [Observations/Thoughts](#o)'])(
    'what stands under a heading with markup: %s',
    (heading) => {
      const write = (lines: readonly string[]) =>
        writeDraft({ 'Observations/Thoughts': lines }).replace('### Observations/Thoughts', heading);
      const head = write(['- [Moon](https://ada.example/moon?utm_source=x)']);
      expect(tellReview(head, reviewPush({ files: [{ base: write([]), head }] }).findings)).toMatch(
        /error item-bullet: .*\nerror tracking-parameters: /,
      );
    },
  );

  test.each([
    ['https://youtu.be/abc_123', 'https://www.youtube.com/watch?v=abc_123'],
    ['https://www.ada.example/moon', 'https://ada.example/moon'],
    ['https://ADA.example/moon', 'https://ada.example/moon'],
    ['https://ada.example/?a=1&b=2', 'https://ada.example/?b=2&a=1'],
    ['https://youtu.be/abc_123?si=x', 'https://youtu.be/abc_123'],
  ])('that %s and %s are one page', (one, other) => {
    expect(reviewLines([`* [One](${one})`, `* [Two](${other})`])).toContain('error duplicate-link');
  });

  test('a third copy, once there are two', () => {
    const copy = '* [Moon](https://ada.example/moon)';
    const head = writeDraft({ Official: [copy, copy, copy] });
    const { findings } = reviewPush({ files: [{ base: writeDraft({ Official: [copy, copy] }), head }] });
    expect(tellReview(head, findings)).toContain('error duplicate-link');
  });
});
