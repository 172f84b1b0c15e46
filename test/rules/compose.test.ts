import { describe, expect, test } from '@jest/globals';
import { chooseSplices } from '../../src/findings/splices.ts';
import { applyEdits } from '../support/apply-edits.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { allRules } from '../../src/rules/index.generated.ts';
import { reviewLines, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';
import { aPage } from '../support/fake-pages.ts';
import { reviewPage } from './review-page.ts';

/** Applies every suggestion and reviews the result against the same base. */
function reviewTwice(lines: readonly string[]) {
  const base = writeDraft();
  const head = writeDraft({ 'Observations/Thoughts': lines });
  const { findings } = reviewPush({ files: [{ base, head }] });
  const groups = findings.map((finding) => finding.edits);
  const after = applyEdits(head, groups.flat());
  return {
    edits: groups.flat().length,
    splices: chooseSplices(head, groups).length,
    left: reviewPush({ files: [{ base, head: after }] }).findings,
  };
}

test('everything at once on one line', () => {
  expect(
    reviewLines(['[Moon]([https://example.com/my_article](www.ada.example/moon?utm_source=x&page=2) - a deep dive ']),
  ).toMatchInlineSnapshot(`
   "error item-bullet: The bullet is missing, so this is no list item: start the line with ‹* ›.
   error link-syntax: One link is inside the address of another: keep only ‹www.ada.example/moon?utm_source=x&page=2›.
   error link-scheme: The address ‹www.ada.example/moon?utm_source=x&page=2› does not say how to open it: begin it with https://.
   error tracking-parameters: The link tells where its readers came from: take the tracking parameter ‹utm_source› out.
   warning item-form: There is text after the link (‹- a deep dive›): an item is one link, so take it out.
   - [Moon]([https://example.com/my_article](www.ada.example/moon?utm_source=x&page=2) - a deep dive 
   + * [Moon](https://www.ada.example/moon?page=2)"
  `);
});

describe('suggestions fit together, and leave nothing to suggest', () => {
  const bullets = ['* ', '- ', '', '  + ', '*', '1. '];
  const prefixes = ['', '[video] ', '[video] - '];
  const links = [
    '[Moon](https://ada.example/moon?utm_source=x)',
    '[Moon] (https://ada.example/moon?a=1&fbclid=2)',
    '[Moon](https://ada.example/moon?fbclid=2&a=1',
    '[Moon](ttps://ada.example/moon?fbclid=2&a=1)',
    '[Moon](ada.example/moon?a=1&fbclid=2&b)',
    '[Moon]([https://example.com/my_article](https://ada.example/moon?gclid=1))',
    '[Moon]](https://ada.example/moon)',
  ];
  const ends = ['', ' - a deep dive', ' (2026).', ' [audio]', '  '];
  const lines = bullets.flatMap((bullet) =>
    prefixes.flatMap((prefix) => links.flatMap((link) => ends.map((end) => `${bullet}${prefix}${link}${end}`))),
  );

  test.each(bullets.map((bullet) => [bullet]))('bullet %j', (bullet) => {
    const own = lines.filter(
      (_, index) => Math.floor(index / (lines.length / bullets.length)) === bullets.indexOf(bullet),
    );
    // Stars, brackets and a dash without a space between them are no item, as the test below says.
    for (const line of own.filter((one) => !one.startsWith('*[video] - '))) {
      const { edits, splices, left } = reviewTwice([line]);
      expect({ line, splices, left }).toEqual({ line, splices: edits, left: [] });
    }
  });
});

test('a line of which nobody knows what it was meant to be', () => {
  expect(reviewLines(['Seen: *[video] - [Moon](https://ada.example/moon)'])).toMatch(
    /^error item-bullet: The bullet.*$/,
  );
});

test('a bullet without its space and a mark before the link', () => {
  expect(reviewLines(['*[video] - [Moon](https://ada.example/moon)'])).toContain(
    '\n+ * [video] [Moon](https://ada.example/moon)',
  );
});

describe('a page in another language that is no text', () => {
  const german = (address: string) => aPage(address, { language: 'de', detectedLanguage: 'de' });
  const addresses = [
    'https://netstack.fm/mond',
    'https://www.youtube.com/watch?v=aBcDeFgHiJk',
    'https://ada.example/m',
  ];
  const off = { ...defaultConfig, rules: { ...defaultConfig.rules, 'media-prefix': [{ severity: 'off' as const }] } };

  test.each(addresses)('%s: after the suggestion nobody speaks of the order', (address) => {
    const suggested = reviewPage(`* [Mond](${address})`, [german(address)], allRules).split('\n+ ')[1] ?? '';
    expect(suggested).not.toContain('[audio] [DE]');
    expect(reviewPage(suggested, [german(address)], allRules)).not.toContain('known-prefix');
  });

  test('where nobody asks for the medium, the language has its place', () => {
    const [address = ''] = addresses;
    const head = writeDraft({ Official: [`* [Mond](${address})`] });
    const pages = { facts: new Map([[address, german(address)]]), issues: new Map(), pending: 0, unread: 0 };
    const { findings } = reviewPush({ files: [{ base: writeDraft(), head }], config: off, pages });
    expect(tellReview(head, findings)).toContain(`\n+ * [DE] [Mond](${address})`);
  });
});
