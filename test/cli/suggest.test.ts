import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import { makeRepository, type TestRepository } from '../adapters/git/make-repository.ts';
import { writeIssue } from '../archive/sample-archive.ts';
import { sampleArchive } from '../support/sample-archive.ts';
import { suggestIn } from './run-suggest.ts';

/** Today's names of the sample's sections. */
const NAMES: Readonly<Record<string, string>> = {
  Walkthroughs: 'Rust Walkthroughs',
  Releases: 'Project/Tooling Updates',
  Thoughts: 'Observations/Thoughts',
};

let place: TestRepository;

beforeAll(() => {
  place = makeRepository();
  place.commit(writeIssues(66));
});

afterAll(() => place.remove());

/** The issues of so many weeks, by path. */
function writeIssues(weeks: number): Readonly<Record<string, string>> {
  const issues = Map.groupBy(sampleArchive(weeks), ({ date }) => date);
  return Object.fromEntries(
    [...issues].map(([date, links]) => {
      const bySection = Map.groupBy(links, ({ section }) => NAMES[section] ?? section);
      const lines: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
        [...bySection].map(([name, own]) => [name, own.map(({ title, url }) => `* [${title}](${url})`)]),
      );
      return [`content/${date}-news.md`, writeIssue(date, links[0]?.number ?? 0, lines)];
    }),
  );
}

async function suggest(args: readonly string[], input = ''): Promise<string> {
  const { code, output, complaint } = await suggestIn(place.folder, args, input);
  return `${output}${complaint}exit ${code}`;
}

test('the likeliest sections come with a reason that can be checked', async () => {
  const said = await suggest(['https://ada.example/lessons/900', '--title', 'Closures again']);
  const [first = '', ...others] = said.split('\n');
  expect(first).toMatch(/^ *9\d % {2}Rust Walkthroughs: all of the last 12 links from “ada\.example\/lessons” ran in /);
  expect(others).toHaveLength(3);
});

test('what could be anything gets no suggestion, unless all are asked for', async () => {
  const args = ['https://nobody.example', '--title', 'Zwölf'];
  expect(await suggest(args)).toBe('No suggestion: no section is likely enough (--all names them all).\nexit 0');
  expect((await suggest([...args, '--all'])).match(/ %  /g)).toHaveLength(4);
});

describe('many at once', () => {
  const ask = async (...lines: readonly string[]) => {
    const { code, output } = await suggestIn(place.folder, ['--batch'], lines.map((line) => `${line}\n`).join(''));
    return { code, answers: output.trim().split('\n') };
  };
  const lesson = JSON.stringify({ title: 'How to use "x"', url: 'https://ada.example/lessons/901', prefix: '[video]' });
  const riddle = JSON.stringify({ title: 'Zwölf', url: 'https://nobody.example', prefix: '', more: 1 });

  test('a line in, a line out, each with how sure it is', async () => {
    const { code, answers } = await ask(lesson, '', riddle);
    expect(code).toBe(0);
    expect(answers).toHaveLength(2);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({
      suggestions: [
        {
          section: 'Rust Walkthroughs',
          confidence: expect.any(Number),
          evidence: 'all of the last 12 links from “ada.example/lessons” ran in “Rust Walkthroughs”',
        },
        {},
        {},
      ],
      isSure: true,
    });
    expect(JSON.parse(answers[1] ?? '')).toMatchObject({ suggestions: [{}, {}, {}], isSure: false });
  });

  test('a line that is no link is answered by what is wrong with it, and the others are answered', async () => {
    const { code, answers } = await ask('nope', '{"title":"x"}', '{"title":1,"url":"","prefix":2}', '[]', riddle);
    expect(code).toBe(2);
    expect(answers.slice(0, -1)).toEqual([
      '{"error":"line 1: not JSON"}',
      '{"error":"line 2: url must be a filled string"}',
      '{"error":"line 3: title must be a string; url must be a filled string; prefix must be a string"}',
      '{"error":"line 4: not a JSON object"}',
    ]);
    expect(answers.at(-1)).toContain('"isSure":false');
  });

  test('of one link alone the same is written with --json', async () => {
    const args = ['https://ada.example/lessons/901', '--title', 'How to use "x"', '--prefix', '[video]', '--json'];
    const [answer] = (await ask(lesson)).answers;
    expect(await suggest(args)).toBe(`${answer ?? ''}\nexit 0`);
  });
});

test('--before leaves out issues of that day and later, and says what was known then', async () => {
  const args = ['https://ada.example/lessons/900', '--title', 'Closures again', '--before'];
  expect(await suggest([...args, '2020-06-03'])).toBe(
    'No suggestion: too few links were published to learn from.\nexit 0',
  );
  const early = await suggest([...args, '2021-03-24', '--json']);
  place.git('checkout', '--quiet', '-b', 'changed');
  const ada = ['* [Closures](https://ada.example/lessons/1)', '* [Threads](https://ada.example/lessons/2)'];
  place.commit({ 'content/2021-03-24-news.md': writeIssue('2021-03-24', 75, { Official: ada }) });
  const later = await suggest([...args, '2021-03-24', '--json']);
  place.git('checkout', '--quiet', 'main');
  expect(later).toBe(early);
  expect(early).toContain('Rust Walkthroughs');
});

test('a section that the newsletter no longer has is not suggested', async () => {
  place.git('checkout', '--quiet', '-b', 'renamed');
  const left = ['Project/Tooling Updates', 'Observations/Thoughts', 'Newsletters'];
  const sections = left.map((name) => `{ name: ${name}, region: all }`);
  const config = `sections: [${sections.join(', ')}]\ngrammars: { all: link }\n`;
  // Without the links of the section, those of 66 weeks are too few to learn from.
  place.commit({ ...writeIssues(90), '.github/copydesk.yml': config });
  const said = await suggest(['https://ada.example/lessons/900', '--title', 'Closures again', '--all']);
  place.git('checkout', '--quiet', 'main');
  const named = [...said.matchAll(/% {2}(.+?): /g)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(left.toSorted());
});

describe('complaints', () => {
  test.each([
    [['moon'], 'not a web address: moon'],
    [[], 'say which link: URL, or --batch with one a line of standard input'],
    [['https://ada.example', '--batch'], 'URL and --batch do not go together'],
    [['https://ada.example', '--before', 'June'], '--before takes a day like 2026-03-05, not June'],
    [['https://ada.example', '--repo', 'nowhere'], 'no such folder'],
    [['https://ada.example', '--repo', tmpdir()], 'not a git repository'],
  ])('%j', async (args, complaint) => {
    const said = await suggest(args);
    expect(said).toContain(`copydesk suggest: `);
    expect(said).toContain(complaint);
    expect(said).toMatch(/exit 2$/);
  });

  test.each([
    ['deadline', 'time'],
    ['memory', 'memory'],
  ] as const)('a training that fails by %s', async (reason, word) => {
    const trainer = {
      trainSections: () => Promise.resolve({ kind: 'failed', reason } as const),
      close: () => Promise.resolve(),
    };
    const { code, complaint } = await suggestIn(place.folder, ['https://ada.example'], '', () => trainer);
    expect(code).toBe(2);
    expect(complaint).toBe(`copydesk suggest: learning from the archive takes too much ${word}\n`);
  });
});
