import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import { makeRepository, type TestRepository } from '../adapters/git/make-repository.ts';
import { writeIssue } from '../archive/sample-archive.ts';
import { findInArchive } from './run-find.ts';

let place: TestRepository;

beforeAll(() => {
  place = makeRepository();
  place.commit({
    'content/2026-02-18-this-week-in-rust.md': writeIssue('2026-02-18', 639, {
      'Rust Walkthroughs': ['* [Moon](https://ada.example/moon)', '* [Sun](https://ada.example/sun)'],
    }),
    'content/2026-02-25-this-week-in-rust.md': writeIssue('2026-02-25', 640, {
      Miscellaneous: ['* [Moon \u001bagain](http://www.ada.example/moon/?utm_source=x)'],
    }),
    'draft/2026-03-04-this-week-in-rust.md': writeIssue('2026-03-04', 641, {
      Miscellaneous: ['* [Not yet](https://ada.example/moon)'],
    }),
  });
});

afterAll(() => place.remove());

async function find(...args: readonly string[]): Promise<string> {
  const { code, output, complaint } = await findInArchive(place.folder, args);
  return `${output}${complaint}exit ${code}`;
}

test('where a link ran, and what else is on its site; drafts have not run', async () => {
  expect(await find('https://ada.example/moon#')).toMatchInlineSnapshot(`
   "This link ran twice:
     2026-02-25  issue 640  Miscellaneous
         Moon ⟨U+001B⟩again
         content/2026-02-25-this-week-in-rust.md:9
     2026-02-18  issue 639  Rust Walkthroughs
         Moon
         content/2026-02-18-this-week-in-rust.md:9
   From ada.example ran 1 more link: 1 in Rust Walkthroughs.
     2026-02-18  issue 639  Rust Walkthroughs
         Sun
         content/2026-02-18-this-week-in-rust.md:10
   exit 0"
  `);
});

test('what never ran', async () => {
  expect(await find('https://cleo.example')).toBe('This link has not run.\nNothing ran from cleo.example.\nexit 0');
});

test('the repository may lie elsewhere, and be bare', async () => {
  place.git('clone', '--quiet', '--bare', '.', 'bare.git');
  const { output } = await findInArchive(tmpdir(), ['https://ada.example/sun', '--repo', `${place.folder}/bare.git`]);
  expect(output).toContain('ran once');
});

test('issues are where the newsletter says, and sections are its own', async () => {
  place.git('checkout', '--quiet', '-b', 'other');
  place.commit({
    '.github/copydesk.yml':
      'paths: { archive: [issues] }\nsections: [{ name: Reading, region: all }]\ngrammars: { all: link }\n',
    'issues/2026-01-01.md': writeIssue('2026-01-01', 1, { Reading: ['* [Moon](https://ada.example/moon)'] }),
  });
  const told = await find('https://ada.example/moon');
  place.git('checkout', '--quiet', 'main');
  expect(told).toContain('2026-01-01  issue 1  Reading');
  expect(told).not.toContain('Miscellaneous');
});

describe('complaints', () => {
  test('no web address', async () => {
    expect(await find('moon')).toBe('copydesk archive find: not a web address: moon\nexit 2');
    expect(await find('https://')).toContain('not a web address');
  });

  test('no repository', async () => {
    expect(await find('https://ada.example', '--repo', 'nowhere')).toContain('no such folder');
    expect(await find('https://ada.example', '--repo', tmpdir())).toContain('not a git repository');
  });

  test('nothing committed', async () => {
    const empty = makeRepository();
    const { complaint } = await findInArchive(empty.folder, ['https://ada.example']);
    empty.remove();
    expect(complaint).toBe('copydesk archive find: unknown revision: HEAD (it names no commit yet)\n');
  });
});

test('where no issue is published, nobody can tell', async () => {
  const young = makeRepository();
  young.commit({
    'posts/2026-02-18.md': writeIssue('2026-02-18', 1, { Official: ['* [Moon](https://ada.example/)'] }),
  });
  const tell = async () => (await findInArchive(young.folder, ['https://ada.example'])).complaint;
  expect(await tell()).toMatchInlineSnapshot(`
   "copydesk archive find: there are no published issues: by \`paths\` of .github/copydesk.yml they are looked for in content
   "
  `);
  young.commit({ '.github/copydesk.yml': 'paths: { archive: [] }\n' });
  expect(await tell()).toContain('they are looked for nowhere');
  young.remove();
});
