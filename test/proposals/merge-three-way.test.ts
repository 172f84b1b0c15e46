import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergeThreeWay } from '../../src/proposals/merge-three-way.ts';

const BASE = `3 were merged

#### Core
* [one](https://a.test/1)
* [two](https://a.test/2)

#### Tools
* [nine](https://a.test/9)

Let us know.`;

/** Newly generated: another count, `one` vanished, `three` and a group came. */
const NEXT = `4 were merged

#### Core
* [two](https://a.test/2)
* [three](https://a.test/3)

#### Library
* [five](https://a.test/5)

#### Tools
* [nine](https://a.test/9)

Let us know.`;

function merge(edit: (text: string) => string, generated = NEXT): string {
  const { text, conflicts } = mergeThreeWay({ base: BASE, generated, branch: edit(BASE) });
  return conflicts.length === 0 ? text : `${text}\n!! ${conflicts.join('\n!! ')}`;
}

describe('what editors did in a section stays', () => {
  test('a line that they edited, though it vanished at the source', () => {
    expect(merge((text) => text.replace('[one]', '[ONE]'))).toBe(
      NEXT.replace('* [two]', '* [ONE](https://a.test/1)\n* [two]'),
    );
  });
  test('a line that they took out', () => {
    expect(merge((text) => text.replace('* [two](https://a.test/2)\n', ''))).toBe(
      NEXT.replace('* [two](https://a.test/2)\n', ''),
    );
  });
  test('a line of their own, behind the one they put it behind', () => {
    expect(merge((text) => text.replace('/2)\n', '/2)\n* [mine](https://b.test)\n'))).toBe(
      NEXT.replace('/2)\n', '/2)\n* [mine](https://b.test)\n'),
    );
  });
  test('their order, in which what is new stands behind what it stands behind at the source', () => {
    const reversed = '#### Core\n* [two](https://a.test/2)\n* [one](https://a.test/1)';
    const generated = BASE.replace('/1)\n', '/1)\n* [half](https://a.test/half)\n');
    expect(merge((text) => text.replace(/#### Core\n.*\n.*/, reversed), generated)).toBe(
      BASE.replace(/#### Core\n.*\n.*/, `${reversed}\n* [half](https://a.test/half)`),
    );
  });
  test('their words that part a list, of which what vanished at the source goes all the same', () => {
    const parted = (text: string): string => text.replace('* [two]', '\nMore of them:\n\n$&');
    const generated = BASE.replace('* [two](https://a.test/2)\n', '');
    expect(merge(parted, generated)).toBe(parted(BASE).replace('\n* [two](https://a.test/2)\n', ''));
  });
  test('a whole group that they took out, but for what is new in it', () => {
    const without = (text: string): string => text.replace(/#### Core\n.*\n.*\n\n/, '');
    expect(merge(without)).toBe(NEXT.replace('* [two](https://a.test/2)\n', ''));
  });
  test('an entry that they moved to another group', () => {
    expect(
      merge((text) =>
        text.replace('* [two](https://a.test/2)\n', '').replace('#### Tools\n', '$&* [two](https://a.test/2)\n'),
      ),
    ).toContain('#### Tools\n* [two](https://a.test/2)\n* [nine]');
  });
  test('their entry below a heading that vanished at the source', () => {
    const generated = BASE.replace('\n#### Tools\n* [nine](https://a.test/9)\n', '');
    expect(merge((text) => text.replace('/9)\n', '/9)\n* [mine](https://b.test)\n'), generated)).toContain(
      '#### Tools\n* [mine](https://b.test)',
    );
  });
  test('their words between the entries, and the count that both changed is told', () => {
    expect(merge((text) => text.replace('3 were', 'Three were').replace('Let us know.', 'Tell us!'))).toBe(
      `${NEXT.replace('4 were', 'Three were').replace('Let us know.', 'Tell us!')}\n!! 4 were merged`,
    );
  });
});

describe('words of a section', () => {
  test('which nobody edited stand exactly as generated', () => {
    const generated = '<!-- count -->\n#### Core\n\n\n* [one](https://a.test/1)';
    expect(mergeThreeWay({ base: '#### Core', generated, branch: '#### Core' }).text).toBe(generated);
  });
  test('that both sides add at one place stand below each other, those of editors first, and what both add stands once', () => {
    const merged = mergeThreeWay({
      base: 'Words.',
      generated: 'Words.\nThanks.\nA new page.',
      branch: 'Words.\nRead on.\nThanks.',
    });
    expect(merged).toEqual({ text: 'Words.\nRead on.\nThanks.\nA new page.', conflicts: [] });
  });
  test('of which the source takes out some go, but for the one that editors changed', () => {
    const words = 'Good.\nBetter.\nBest.\nLet us know.';
    const merged = mergeThreeWay({ base: words, generated: 'Let us know.', branch: words.replace('Better', 'Fine') });
    expect(merged).toEqual({ text: 'Fine.\nLet us know.', conflicts: [] });
  });
  test('that an editor wrote where the first entry comes in stay above it', () => {
    const generated = '* [one](https://a.test/1)\nLet us know.';
    expect(mergeThreeWay({ base: 'Let us know.', generated, branch: 'A quiet week.\nLet us know.' })).toEqual({
      text: `A quiet week.\n${generated}`,
      conflicts: [],
    });
  });
  test('make no entry and no heading by the marks in them', () => {
    const words = 'Read on.\nSee issue # 5, and 3 * 4 - 2.';
    const merged = mergeThreeWay({
      base: `${words}\n\n* [one](https://a.test/1)`,
      generated: `${words}\n\n* [two](https://a.test/2)`,
      branch: `${words}\nMore.\n\n* [one](https://a.test/1)`,
    });
    expect(merged).toEqual({ text: `${words}\nMore.\n\n* [two](https://a.test/2)`, conflicts: [] });
  });
});

test('a heading has the level that the source gives it now, unless editors gave it another', () => {
  const base = '#### Core\n* [one](https://a.test/1)';
  const generated = base.replace('####', '###');
  const branch = `${base}\n* [mine](https://b.test)`;
  expect(mergeThreeWay({ base, generated, branch }).text).toBe(branch.replace('####', '###'));
  expect(mergeThreeWay({ base, generated, branch: branch.replace('####', '#####') }).text).toBe(
    branch.replace('####', '#####'),
  );
});

test('an entry that both sides wrote anew keeps the editors’ words, and the others are told', () => {
  const generated = BASE.replace('[two]', '[TWO]');
  expect(merge((text) => text.replace('[two]', '[zwei]'), generated)).toBe(
    `${BASE.replace('[two]', '[zwei]')}\n!! * [TWO](https://a.test/2)`,
  );
});

test('“nothing this week” gives way to what came', () => {
  const versions = { base: '* *None this week.*', generated: '* [new](https://a.test/1)' };
  expect(mergeThreeWay({ ...versions, branch: '* *None this week.*\n* [mine](https://b.test)' }).text).toBe(
    '* [new](https://a.test/1)\n* [mine](https://b.test)',
  );
});

test('lines below an item belong to it', () => {
  const base = '* [one](https://a.test/1)\n  * [steps](https://a.test/steps)';
  expect(mergeThreeWay({ base, generated: '* *None.*', branch: `${base}\n* [mine](https://b.test)` }).text).toBe(
    '* *None.*\n* [mine](https://b.test)',
  );
});

describe('the sentence about the groups that have no entry stands once', () => {
  const none = (...names: readonly string[]): string => `*Nothing this week for\n${names.join(',\n')}.*`;
  const EMPTY = `#### Tracked\n\n${none('Rust', 'Cargo', 'RFCs')}\n\nLet us know.`;
  const FILLED = `#### Tracked\n\n##### Rust\n\n* [one](https://a.test/1)\n\n${none('Cargo', 'RFCs')}\n\nLet us know.`;
  const edits: readonly (readonly [what: string, edit: (text: string) => string])[] = [
    ['changed a word below it', (text) => text.replace('Let us', 'Please let us')],
    ['changed a word of it', (text) => text.replace('Nothing', 'Nothing new')],
    ['put a paragraph below', (text) => `${text}\n\nThanks to Jo.`],
    ['put a heading with words below', (text) => `${text}\n\n#### Thanks\n\nto Jo.`],
    ['put a list of their own below', (text) => `${text}\n\n* [mine](https://b.test)\n\nThanks to Jo.`],
    ['put a heading with a list below', (text) => `${text}\n\n#### Mine\n* [mine](https://b.test)`],
    ['put a paragraph above it', (text) => text.replace('*Nothing', 'A quiet week.\n\n*Nothing')],
    ['took out what stands below it', (text) => text.replace('\n\nLet us know.', '')],
  ];
  test.each(edits)('where an editor %s, and an entry comes or goes', (_, edit) => {
    const come = mergeThreeWay({ base: EMPTY, generated: FILLED, branch: edit(EMPTY) });
    const gone = mergeThreeWay({ base: FILLED, generated: EMPTY, branch: edit(FILLED) });
    expect([come.conflicts, gone.conflicts]).toEqual([[], []]);
    const quiet = 'A quiet week.\n\n';
    const isAbove = edit(EMPTY).includes(quiet);
    const expected = isAbove ? FILLED.replace('##### Rust', `${quiet}##### Rust`) : edit(FILLED);
    expect(come.text).toBe(expected);
    expect(gone.text).toBe(isAbove ? EMPTY.replace('*Noth', `${quiet}*Noth`) : edit(EMPTY));
  });
});

describe('what comes into a section that an editor emptied', () => {
  const generated = { base: `\n${BASE}\n\n`, generated: `\n${NEXT}\n\n` };
  const arrived = '#### Core\n* [three](https://a.test/3)\n\n#### Library\n* [five](https://a.test/5)';
  test.each(['', '\n', '\n\n\n'])('stands apart from both headings, where %j was left between them', (branch) => {
    expect(mergeThreeWay({ ...generated, branch }).text).toBe(`\n${arrived}\n\n`);
  });
  test('ends its line, though in the draft nothing stands below', () => {
    expect(mergeThreeWay({ base: `\n${BASE}`, generated: `\n${NEXT}`, branch: '' }).text).toBe(`\n${arrived}\n`);
  });
  test('is no conflict with the words that the editor took out', () => {
    const arrives = { base: '*None this week.*', generated: '* [new](https://a.test/1)' };
    expect(mergeThreeWay({ ...arrives, branch: '' })).toEqual({ text: '* [new](https://a.test/1)\n', conflicts: [] });
  });
  test('is nothing where there is nothing new', () => {
    const fewer = BASE.replace('* [one](https://a.test/1)\n', '');
    expect(mergeThreeWay({ ...generated, generated: `\n${fewer}\n\n`, branch: '\n' }).text).toBe('\n');
  });
});

describe('lines that belong together stay together', () => {
  const one = '* [one](https://a.test/1)';
  const two = '* [two](https://a.test/2)';
  const three = '* [three](https://a.test/3)';
  const base = `#### Core\n${one}\n${two}`;
  const generated = `${base}\n${three}`;
  const wrapped: readonly (readonly [what: string, item: string])[] = [
    ['a line below it that goes on', `${two}, which closes\na very old issue`],
    ['a paragraph of its own', `${two}\n\n  Note: needs nightly.`],
    ['code', `${two}\n\n  \`\`\`sh\n  # update\n\n  cargo update\n  \`\`\``],
    ['sub-items apart', `${two}\n\n\n  * [steps](https://a.test/steps)\n\n  * more`],
  ];
  test.each(wrapped)('an entry and %s', (_, item) => {
    expect(mergeThreeWay({ base, generated, branch: base.replace(two, item) })).toEqual({
      text: `#### Core\n${one}\n${item}\n${three}`,
      conflicts: [],
    });
  });
  test('fenced code, in which nothing is a heading or an entry', () => {
    const code = '```sh\nset -e\n# update\n\n\n* [one](https://a.test/1)\n```';
    const counted = mergeThreeWay({
      base: `3 were merged\n\n${base}`,
      generated: `4 were merged\n\n${generated}`,
      branch: `3 were merged\n\n${code}\n\n${base}`,
    });
    expect(counted).toEqual({ text: `4 were merged\n\n${code}\n\n${generated}`, conflicts: [] });
  });
  test('fenced code to where its own fence ends', () => {
    const code = '~~~md\n```\n#### Core\n    ~~~\n~~~ no\n~~~';
    const merged = mergeThreeWay({ base, generated, branch: `${code}\n\n${base}` });
    expect(merged).toEqual({ text: `${code}\n\n${generated}`, conflicts: [] });
  });
  test('no more than a line of a fence that is never closed', () => {
    expect(mergeThreeWay({ base, generated, branch: `\`\`\`\n\n${base}` }).text).toBe(`\`\`\`\n\n${generated}`);
  });
  test.each([
    ['before all', `<!--\n${one}\n-->\n${two}`, `<!--\n${one}\n-->\n${two}\n${three}`],
    ['behind the last', `${one}\n<!--\n${two}\n-->`, `${one}\n${three}\n<!--\n${two}\n-->`],
    ['on one line', `<!-- ${one} -->\n${two}`, `<!-- ${one} -->\n${two}\n${three}`],
    ['never closed', `${one}\n<!--\n${two}`, `${one}\n${three}\n<!--\n${two}`],
  ])('a comment %s, which nothing comes into', (_, entries, expected) => {
    expect(mergeThreeWay({ base, generated, branch: `#### Core\n${entries}` }).text).toBe(`#### Core\n${expected}`);
  });
  test.each([
    ['a blank line', `${one}\n\n${two}\n${three}`, `${one}\n\n${three}`],
    ['a comment', `${one}\n<!-- good ones -->\n\n${two}\n${three}`, `${one}\n<!-- good ones -->\n\n${three}`],
  ])('a list with %s in it: what vanished at the source goes', (_, entries, expected) => {
    const fewer = `#### Core\n${one}\n${three}`;
    const { text } = mergeThreeWay({ base: generated, generated: fewer, branch: `#### Core\n${entries}` });
    expect(text).toBe(`#### Core\n${expected.replace('\n\n* [three]', '\n* [three]')}`);
  });
  test.each(['', '  '])(
    'a list that an editor parted by a blank line (%j), also where something new comes in',
    (blank) => {
      expect(mergeThreeWay({ base, generated, branch: `#### Core\n${one}\n${blank}\n${two}` }).text).toBe(
        `#### Core\n${one}\n\n${two}\n${three}`,
      );
    },
  );
  test('words with what is indented below them, which is not of the entry above', () => {
    const words = '\nWords:\n\n  indented';
    expect(mergeThreeWay({ base, generated: `#### Core\n${two}`, branch: `${base}\n${words}` }).text).toBe(
      `#### Core\n${two}\n${words}`,
    );
  });
  test('tags around a list, which new entries come in between', () => {
    const branch = `#### Core\n<details>\n${one}\n${two}\n</details>`;
    expect(mergeThreeWay({ base, generated, branch }).text).toBe(branch.replace('\n</', `\n${three}\n</`));
  });
});

describe('what editors made of a list is still the same list', () => {
  const base = '#### Core\n* [one](https://a.test/1)\n* [two](https://a.test/2)';
  const three = '\n* [three](https://a.test/3)';
  const without = base.replace('\n* [two](https://a.test/2)', '');
  const rename = (text: string): string => text.replace('#### Core', '#### The core');
  const below = (text: string): string =>
    text.replace('Core\n', 'Core\nPicks:\n* [mine](https://b.test)\n\nAll the rest:\n\n');

  test.each([
    ['has another heading', rename],
    ['stands below one of their own', below],
  ])('if it %s: entries come and go in it', (_, edit) => {
    expect(mergeThreeWay({ base, generated: base + three, branch: edit(base) }).text).toBe(edit(base) + three);
    expect(mergeThreeWay({ base, generated: without, branch: edit(base) }).text).toBe(edit(without));
  });
  test('if all of it vanished at the source: their heading stays', () => {
    const tools = '\n\n#### Tools\n* [nine](https://a.test/9)';
    const merged = mergeThreeWay({ base: base + tools, generated: tools.trim(), branch: rename(base + tools) });
    expect(merged.text).toBe(`#### The core${tools}`);
  });
  test('if two are joined under a new heading: what is new for the first comes into it', () => {
    const tools = '* [nine](https://a.test/9)';
    const both = `${base}\n\n#### Tools\n${tools}`;
    const branch = `${rename(base)}\n${tools}`;
    const generated = both.replace(base, base + three);
    expect(mergeThreeWay({ base: both, generated, branch }).text).toBe(branch + three);
  });
  test('if it is parted: what is new comes to where most of it stands', () => {
    const longer = `${base}\n* [half](https://a.test/half)`;
    const branch = longer.replace('\n* [two]', '\n\nThe rest:\n\n* [two]');
    const generated = longer.replace('Core\n', 'Core\n* [three](https://a.test/3)\n');
    expect(mergeThreeWay({ base: longer, generated, branch }).text).toBe(
      branch.replace('* [two]', '* [three](https://a.test/3)\n* [two]'),
    );
  });
  test('but not if it goes by the name of a heading that the source has', () => {
    const generated = `${base}${three}\n\n#### The core\n* [nine](https://a.test/9)`;
    expect(mergeThreeWay({ base, generated, branch: rename(base) }).text).toBe(
      `#### Core${three}\n\n${rename(base)}\n* [nine](https://a.test/9)`,
    );
  });
  test('nor if most of it went elsewhere', () => {
    const branch = base.replace('Core\n', 'Mine\n').replace('* [two](https://a.test/2)', '\n#### Own\n$&');
    expect(mergeThreeWay({ base, generated: base + three, branch }).text).toContain(`#### Core${three}`);
  });
});

test('entries are known by where they lead, not by what looks like a link in their titles', () => {
  const entry = (number: number, title: string): string => `* [${title}](https://a.test/${number})`;
  const first = entry(1, 'Fix ICE on `x[0](y)`');
  const third = entry(3, String.raw`Fix \[0\](y)`);
  const base = `${first}\n${entry(2, 'Fix ICE on `x[0](y)` again')}`;
  const generated = `${base}\n${third}`;
  expect(mergeThreeWay({ base, generated, branch: first }).text).toBe(`${first}\n${third}`);
  expect(mergeThreeWay({ base, generated: `${first}\n${third}`, branch: first }).text).toBe(`${first}\n${third}`);
});

test('entries of a heading that editors wrote ahead of the source stand below it, their own list where it is', () => {
  const none = '*Nothing this week for\nRust,\nCargo.*\n\nLet us know.';
  const branch = `#### Tracked\n\n##### Rust\n\nWords.\n\n${none}\n\n* [mine](https://b.test)`;
  const generated =
    '#### Tracked\n\n##### Rust\n\n* [one](https://a.test/1)\n\n*Nothing this week for\nCargo.*\n\nLet us know.';
  const { text } = mergeThreeWay({ base: `#### Tracked\n\n${none}`, generated, branch });
  expect(text).toBe(branch.replace('Rust,\n', '').replace('Words.', 'Words.\n* [one](https://a.test/1)'));
});

test('a heading that comes for entries which editors listed elsewhere already does not come in alone', () => {
  const listed = (text: string): string => text.replace('#### Tools\n', '$&* [five](https://a.test/5)\n');
  const generated = BASE.replace('#### Tools', '#### Library\n* [five](https://a.test/5)\n\n$&');
  expect(merge(listed, generated)).toBe(listed(BASE));
});

test('an entry without a link is known by its words', () => {
  const one = '* [one](https://a.test/1)';
  const versions = { base: `* alpha\n* beta\n${one}`, generated: `* alpha\n${one}`, branch: `* beta\n${one}` };
  expect(mergeThreeWay(versions)).toEqual({ text: one, conflicts: [] });
});

test('entries that lead to the same place, and headings of the same name, are told apart by their order', () => {
  const core = '#### Core\n* [one](https://a.test/1)\n* [two](https://a.test/2)\n* [two again](https://a.test/2)';
  const base = `${core}\n\n#### Core\n* [nine](https://a.test/9)`;
  const edit = (text: string): string => text.replace('two again', 'TWO AGAIN');
  const grow = (text: string): string => text.replace('/9)', '/9)\n* [ten](https://a.test/10)');
  expect(mergeThreeWay({ base, generated: grow(base), branch: edit(base) })).toEqual({
    text: grow(edit(base)),
    conflicts: [],
  });
});

test.each(['', '\n\nRead on.'])('a list that is no more leaves no blank line behind, with %j below it', (end) => {
  const words = '#### Core\n\n<!-- good ones -->\n\n* [one](https://a.test/1)';
  const generated = '#### Tools\n* [nine](https://a.test/9)';
  const below = `${end}\n\n${generated}`;
  const base = words.replace('<!-- good ones -->\n\n', '') + below;
  expect(mergeThreeWay({ base, generated, branch: words + below }).text).toBe(
    words.replace('\n\n* [one](https://a.test/1)', '') + below,
  );
});

/** A section as lists of entries by heading; numbers are entries, and their versions. */
type Model = readonly {
  readonly heading: string;
  readonly entries: readonly (readonly [key: number, version: number])[];
}[];

function write(model: Model): string {
  return model
    .filter(({ entries }) => entries.length > 0)
    .map(({ heading, entries }) => [`#### ${heading}`, ...entries.map(writeEntry)].join('\n'))
    .join('\n\n');
}

function writeEntry([key, version]: readonly [number, number]): string {
  return `* [entry ${key} as of ${version}](https://a.test/${key})`;
}

const HEADINGS = ['Core', 'Library', 'Tools'];

/** Each key in a group or in none (3), with a version and a weight for its order. */
function arbitrary(versions: readonly number[]): fc.Arbitrary<Model> {
  const fate = fc.record({ group: fc.nat({ max: 3 }), version: fc.constantFrom(...versions), weight: fc.nat() });
  return fc.array(fate, { minLength: 8, maxLength: 8 }).map((fates) =>
    HEADINGS.map((heading, group) => ({
      heading,
      entries: fates
        .map((one, key) => ({ ...one, key }))
        .filter((one) => one.group === group)
        .sort((one, other) => one.weight - other.weight || one.key - other.key)
        .map(({ key, version }) => [key, version] as const),
    })),
  );
}

/** No heading is the editors' own: where it held what another did, it would be that one renamed. */
const sides = fc
  .record({ base: arbitrary([1]), generated: arbitrary([1, 2]), branch: arbitrary([1, 3]) })
  .filter(({ base, generated, branch }) =>
    HEADINGS.every((_, group) => [base, generated].some((one) => isUsed(one, group)) || !isUsed(branch, group)),
  );

function isUsed(model: Model, group: number): boolean {
  return (model[group]?.entries.length ?? 0) > 0;
}

function entriesOf(model: Model): ReadonlyMap<number, string> {
  return new Map(model.flatMap(({ entries }) => entries.map((entry) => [entry[0], writeEntry(entry)] as const)));
}

function standsIn(model: Model, key: number): string | undefined {
  return model.find(({ entries }) => entries.some(([one]) => one === key))?.heading;
}

describe('whatever editors and sources do', () => {
  const merged = (given: { base: Model; generated: Model; branch: Model }) =>
    mergeThreeWay({ base: write(given.base), generated: write(given.generated), branch: write(given.branch) });

  test('without edits the section is what was generated', () => {
    fc.assert(
      fc.property(sides, ({ base, generated }) => {
        expect(merged({ base, generated, branch: base })).toEqual({ text: write(generated), conflicts: [] });
      }),
    );
  });

  test('each entry stands exactly as its editors, else as the source would have it', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const [base, generated, branch] = [given.base, given.generated, given.branch].map(entriesOf);
        const due = new Set<string>();
        for (const [key, text] of branch ?? []) {
          const isMoved = standsIn(given.base, key) !== standsIn(given.branch, key);
          const fresh = base?.get(key) !== text ? text : (generated?.get(key) ?? (isMoved ? text : undefined));
          if (fresh !== undefined) due.add(fresh);
        }
        for (const [key, text] of generated ?? []) {
          if (base?.has(key) === false && branch?.has(key) === false) due.add(text);
        }
        const lines = merged(given)
          .text.split('\n')
          .filter((line) => line.startsWith('*'));
        expect(lines.toSorted()).toEqual([...due].toSorted());
      }),
    );
  });

  test('each entry stands under the heading that its editors, else the source, gave it, and no heading stands twice', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const headings: string[] = [];
        for (const line of merged(given).text.split('\n')) {
          if (line.startsWith('#')) headings.push(line.slice(5));
          const key = Number(/test\/(\d)/.exec(line)?.[1] ?? NaN);
          if (Number.isNaN(key)) continue;
          const [old, fresh, edited] = [given.base, given.generated, given.branch].map((model) => standsIn(model, key));
          const isUntouched = edited === undefined || edited === old;
          expect(headings.at(-1)).toBe(isUntouched ? (fresh ?? edited) : edited);
        }
        expect(new Set(headings).size).toBe(headings.length);
      }),
    );
  });

  test('a second merge of the same changes nothing', () => {
    fc.assert(
      fc.property(sides, ({ base, generated, branch }) => {
        const once = merged({ base, generated, branch }).text;
        const again = mergeThreeWay({ base: write(base), generated: write(generated), branch: once }).text;
        expect(again).toBe(once);
      }),
    );
  });
});
