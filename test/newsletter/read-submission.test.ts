import { describe, expect, test } from '@jest/globals';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { outline } from './outline.ts';
import { changedDraft } from '../support/changed-draft.ts';

const draft = '# Tooling\n* [a](https://a)\n';

describe('the files of a pull request', () => {
  test('are compared one by one; one over a cap is set aside', () => {
    const files = [
      changedDraft('draft/a.md', draft, `${draft}* [b](https://b)\n`),
      changedDraft('draft/b.md', draft, 'x'.repeat(300_000)),
    ];
    const { submission, unreadable } = readSubmission(files, outline);
    expect(submission.files.map(({ path, changes }) => [path, changes.map(({ kind }) => kind)])).toEqual([
      ['draft/a.md', ['added']],
    ]);
    expect(unreadable).toEqual([{ path: 'draft/b.md', reason: 'too-large', line: 1 }]);
  });

  test('moved to another folder compare with their earlier text', () => {
    const moved = { ...changedDraft('content/a.md', draft, draft), previousPath: toRepositoryPath('draft/a.md') };
    const { submission } = readSubmission([moved], outline);
    expect(submission.files.map(({ base, changes, outside }) => ({ from: base?.path, changes, outside }))).toEqual([
      { from: 'draft/a.md', changes: [], outside: [] },
    ]);
  });
});
