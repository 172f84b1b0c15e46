import { expect, test } from '@jest/globals';
import { seriesPrefix } from '../../src/rules/series-prefix.ts';
import { reviewLines } from '../support/check-rule.ts';

function review(line: string): string {
  return reviewLines([line], undefined, [seriesPrefix]);
}

test('a part of a series', () => {
  expect(review('* [Moon (Part 2)](https://ada.example/moon)')).toMatchInlineSnapshot(
    `"hint series-prefix: The title says ‹Part 2›, and no prefix says that this is one of a series: if it is, write ‹[series]› before the link."`,
  );
});

test.each([['Moon, part IV'], ['Chapter 12: Moon'], ['Moon - Part three'], ['Moon part-2']])('%s', (title) => {
  expect(review(`* [ZH] [${title}](https://ada.example/moon)`)).toMatch(/^hint /);
});

test.each([
  ['* [series] [Moon, part 2](https://ada.example/moon)'],
  ['* [Series] [Moon, part 2](https://ada.example/moon)'],
  ['* [[series] Moon, part 2](https://ada.example/moon)'],
  ['* [video] [Moon, part 2](https://ada.example/moon)'],
  ['* [Moon #2](https://ada.example/moon)'],
  ['* [The best part of two moons](https://ada.example/moon)'],
  ['* [A part-time moon](https://ada.example/moon)'],
  ['* [Counterpart 2](https://ada.example/moon)'],
])('%s is fine', (line) => {
  expect(review(line)).toBe('nothing to say');
});
