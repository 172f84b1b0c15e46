import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { itemBullet } from '../../src/rules/item-bullet.ts';
import { itemForm } from '../../src/rules/item-form.ts';
import { knownPrefix } from '../../src/rules/known-prefix.ts';
import { linkSyntax } from '../../src/rules/link-syntax.ts';
import { mediaPrefix } from '../../src/rules/media-prefix.ts';
import { seriesPrefix } from '../../src/rules/series-prefix.ts';
import { reviewLines, reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';

const link = '[Moon](https://www.youtube.com/watch?v=aBcDeFgHiJk)';

function review(line: string): string {
  return reviewLines([line], undefined, [mediaPrefix]);
}

test('a video that does not say so', () => {
  expect(review(`* ${link}`)).toMatchInlineSnapshot(`
   "error media-prefix: The link leads to something to watch or to listen to, and does not say so: write ‹[video]› before it.
   - * [Moon](https://www.youtube.com/watch?v=aBcDeFgHiJk)
   + * [video] [Moon](https://www.youtube.com/watch?v=aBcDeFgHiJk)"
  `);
});

test.each([
  ['https://youtu.be/aBcDeFgHiJk', 'error', 'video'],
  ['https://m.youtube.com/watch?v=aBcDeFgHiJk', 'error', 'video'],
  ['https://www.youtube.com/playlist?list=PL1', 'warning', 'video'],
  ['https://vimeo.com/123', 'warning', 'video'],
  ['https://open.spotify.com/episode/1', 'error', 'audio'],
  ['https://moon.libsyn.com/1', 'warning', 'audio'],
])('%s is an %s, to be marked [%s]', (url, severity, prefix) => {
  const told = review(`* [Moon](${url})`);
  expect(told).toMatch(new RegExp(`^${severity} `));
  expect(told).toContain(`\n+ * [${prefix}] [Moon](${url})`);
});

test.each([
  [`* [video] ${link}`],
  [`* [audio] ${link}`],
  [`* [Video] [FR] ${link}`],
  [`* [video playlist] ${link}`],
  [`* [podcast] ${link}`],
  [`* ${link} (video)`],
  [`* (Video) ${link}`],
  [`* \`[ZH][video]\` ${link}`],
  ['* [Moon [video]](https://youtu.be/aBcDeFgHiJk)'],
  ['* [Moon](https://www.youtube.com/@moon)'],
  ['* [Moon](https://notyoutube.com/watch?v=aBcDeFgHiJk)'],
  ['* [Moon](https://ada.example/?u=https://youtu.be/aBcDeFgHiJk)'],
  ['* [Moon](youtu.be)'],
])('%s says so, or is none', (line) => {
  expect(review(line)).toBe('nothing to say');
});

describe('the prefix finds its place among other corrections', () => {
  test.each([
    [`- [Series]${link}`, `* [series] [video] ${link}`],
    [`${link}, a deep dive`, `* [video] ${link}`],
    [`* - ${link}`, `* [video] ${link}`],
    [`* [[series] Moon](https://www.youtube.com/watch?v=aBcDeFgHiJk)`, `* [series] [video] ${link}`],
    ['* Moon](https://www.youtube.com/watch?v=aBcDeFgHiJk)', `* [video] ${link}`],
    ['* [Moon] (https://www.youtube.com/watch?v=aBcDeFgHiJk)', `* [video] ${link}`],
  ])('%s', (line, mended) => {
    const rules = [itemBullet, itemForm, knownPrefix, linkSyntax, mediaPrefix];
    expect(reviewLines([line], undefined, rules)).toContain(`\n+ ${mended}`);
    expect(reviewLines([mended], undefined, rules)).toBe('nothing to say');
  });
});

test('after words that are no prefix, only the author knows its place', () => {
  expect(review(`* Watch: ${link}`).split('\n')).toHaveLength(1);
});

test('a heading of its own says it once for all items', () => {
  const base = writeDraft({ Official: ['', '### Moon Conference'] });
  const head = writeDraft({ Official: ['', '### Moon Conference', `* ${link}`] });
  expect(reviewPush({ files: [{ base, head }] }, [mediaPrefix]).findings).toEqual([]);
});

test('a newsletter names its own hosts, and need not have such prefixes', () => {
  const head = writeDraft({ Official: ['* [Moon](https://moon.example/42)', `* ${link}`] });
  const tell = (config: typeof defaultConfig) =>
    reviewPush({ files: [{ base: writeDraft(), head }], config }, [mediaPrefix]).findings.map(({ quotes }) => quotes);
  const alsoHosts = [{ address: 'moon.example/', prefix: 'audio' }];
  expect(tell({ ...defaultConfig, rules: { 'media-prefix': [{ options: { alsoHosts } }] } })).toEqual([
    ['[audio]'],
    ['[video]'],
  ]);
  expect(tell({ ...defaultConfig, prefixes: [] })).toEqual([]);
});

describe('a newsletter may write its prefixes with capitals', () => {
  const config = { ...defaultConfig, prefixes: ['Video', 'Series'] };
  const rules = [itemForm, knownPrefix, linkSyntax, mediaPrefix, seriesPrefix];
  const reviewCapitals = (line: string): string => {
    const head = writeDraft({ Official: [line] });
    return tellReview(head, reviewPush({ files: [{ base: writeDraft(), head }], config }, rules).findings);
  };

  test.each([
    `* ${link}`,
    `* [video] ${link}`,
    `* (video) ${link}`,
    `* ${link} [video]`,
    '* [[video] Moon](https://www.youtube.com/watch?v=aBcDeFgHiJk)',
    '* [video] Moon](https://www.youtube.com/watch?v=aBcDeFgHiJk)',
  ])('%s', (line) => {
    expect(reviewCapitals(line)).toContain(`\n+ * [Video] ${link}`);
  });

  test.each([`* [Video] ${link}`, `* [Series] [Video] ${link}`, '* [Series] [Moon, part 2](https://ada.example/2)'])(
    '%s is well',
    (line) => {
      expect(reviewCapitals(line)).toBe('nothing to say');
    },
  );

  test('an article of a series', () => {
    expect(reviewCapitals('* [Moon, part 2](https://ada.example/2)')).toContain('write ‹[Series]› before the link');
  });
});
