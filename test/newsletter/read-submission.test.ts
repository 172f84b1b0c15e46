import { describe, expect, test } from '@jest/globals';
import { caps } from '../../src/newsletter/caps.ts';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import { readDrafts } from '../../src/newsletter/read-drafts.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { outline } from './outline.ts';

const draft = '# Tooling\n* [a](https://a)\n';

function file(path: string, base: string | undefined, head: string | undefined): ChangedFile {
  return {
    path: toRepositoryPath(path),
    previousPath: undefined,
    role: 'draft',
    previousRole: undefined,
    base,
    head,
    patch: undefined,
  };
}

describe('the files of a pull request', () => {
  test('are compared one by one; one over a cap is set aside', () => {
    const files = [
      file('draft/a.md', draft, `${draft}* [b](https://b)\n`),
      file('draft/b.md', draft, 'x'.repeat(300_000)),
    ];
    const { submission, unreadable } = readSubmission(files, outline);
    expect(submission.files.map(({ path, changes }) => [path, changes.map(({ kind }) => kind)])).toEqual([
      ['draft/a.md', ['added']],
    ]);
    expect(unreadable).toEqual([{ path: 'draft/b.md', reason: 'too-large', line: 1 }]);
  });

  test('moved to another folder compare with their earlier text', () => {
    const moved = { ...file('content/a.md', draft, draft), previousPath: toRepositoryPath('draft/a.md') };
    const { submission } = readSubmission([moved], outline);
    expect(submission.files.map(({ base, changes, outside }) => ({ from: base?.path, changes, outside }))).toEqual([
      { from: 'draft/a.md', changes: [], outside: [] },
    ]);
  });
});

describe('open drafts', () => {
  test('come oldest first, with the line below which a new item goes', () => {
    const text = `Title: News 3
Date: 2026-03-11

# Community
### Official
### Tooling
<!-- one line
     each -->

# Upcoming Events
### Virtual
* 2026-03-12 | Virtual | [Group](https://g.example)
    * [**Meeting**](https://g.example/1)

Write to us.
`;
    const drafts = [
      { path: toRepositoryPath('draft/no-date.md'), text: draft },
      { path: toRepositoryPath('draft/b.md'), text },
      { path: toRepositoryPath('draft/a.md'), text: 'Title: News 4\nDate: 2026-03-18\n' },
    ];
    expect(readDrafts(drafts, outline)).toMatchInlineSnapshot(`
     [
       {
         "insertionLines": {
           "Official": 5,
           "Tooling": 8,
           "Upcoming Events": 10,
           "Updates from the Community": 4,
           "Virtual": 13,
         },
         "path": "draft/b.md",
       },
       {
         "insertionLines": {},
         "path": "draft/a.md",
       },
       {
         "insertionLines": {
           "Tooling": 2,
         },
         "path": "draft/no-date.md",
       },
     ]
    `);
  });

  test('are open even where they cannot be read', () => {
    const drafts = [{ path: toRepositoryPath('draft/a.md'), text: 'x'.repeat(caps.lineLength + 1) }];
    expect(readDrafts(drafts, outline)).toEqual([{ path: 'draft/a.md', insertionLines: {} }]);
  });
});
