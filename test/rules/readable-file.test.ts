import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { defaultConfig } from '../../src/config/defaults.ts';
import { caps } from '../../src/newsletter/caps.ts';
import type { Unreadable } from '../../src/newsletter/unreadable.ts';
import type { RuleContext } from '../../src/rules/define-rule.ts';
import { readableFile } from '../../src/rules/readable-file.ts';
import { toDay, toRepositoryPath } from '../../src/shared/brand.ts';
import { reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';

const page = readFileSync(new URL('../../docs/rules/readable-file.md', import.meta.url), 'utf8');

test('a line that no issue ever had, by its line', () => {
  const head = writeDraft({ Official: ['* [x](https://ada.example/)', 'x'.repeat(caps.lineLength + 1)] });
  const { findings } = reviewPush({ files: [{ base: writeDraft(), head }] });
  expect(tellReview(head, findings)).toMatchInlineSnapshot(
    `"warning readable-file: The line has more than 10,000 characters, so the file was not checked: break the line, or take it out."`,
  );
  expect(findings[0]?.place.startLine).toBe(head.split('\n').findIndex((line) => line.startsWith('xx')) + 1);
});

/** What an editor makes of a text that it takes for another encoding’s. */
const inLatin1 = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');

test('a file in Latin-1, by the first of the lines that come with lost letters', () => {
  const link = '(https://ada.example/cafe)';
  const base = writeDraft({ Official: [inLatin1(`* [Der alte Käse]${link}`)] });
  const lines = [`* [Der alte Käse]${link}`, `* [Café]${link}`, `* [Über Öl]${link}`];
  const head = writeDraft({ Official: lines.map(inLatin1) });
  const { findings } = reviewPush({ files: [{ base, head }] }, [readableFile]);
  expect(tellReview(head, findings)).toMatchInlineSnapshot(
    `"warning readable-file: Characters of 2 lines, here and below, are not in UTF-8, so nobody can read them: save the file as UTF-8, and check that all letters are right."`,
  );
  expect(head.split('\n')[(findings[0]?.place.startLine ?? 0) - 1]).toContain('Caf');
});

test('one lost letter; a file in UTF-8 has none, and one that had them before gets no blame', () => {
  const head = writeDraft({ Official: [inLatin1('* [Café](https://ada.example/cafe)')] });
  const fresh = reviewPush({ files: [{ base: writeDraft(), head }] }, [readableFile]);
  expect(tellReview(head, fresh.findings)).toMatchInlineSnapshot(
    `"warning readable-file: A character here is not in UTF-8, so nobody can read it: save the file as UTF-8, and check that all letters are right."`,
  );
  const longer = writeDraft({
    Official: [inLatin1('* [Café](https://ada.example/cafe)'), '* [Größe](https://b.example)'],
  });
  expect(reviewPush({ files: [{ base: head, head: longer }] }, [readableFile]).findings).toEqual([]);
});

test('a file whose lines end as on old Macs', () => {
  const head = writeDraft({ Official: ['- [x](https://ada.example/?utm_source=x)'] }).replaceAll('\n', '\r');
  const { findings } = reviewPush({ files: [{ head }] });
  expect(tellReview(head, findings)).toMatchInlineSnapshot(
    `"warning readable-file: The lines end in carriage returns alone, so the file is one line to GitHub and was not checked: save it with Unix line endings (LF)."`,
  );
});

/** What is said of files that could not be read, for this reason. */
function check(reason: Unreadable['reason'], files = 1): readonly string[] {
  const openedOn = toDay('2026-02-27');
  if (openedOn === undefined) throw new Error('no day');
  const context: RuleContext = {
    submission: { files: [] },
    unreadable: Array.from({ length: files }, (_, index) => ({
      path: toRepositoryPath(`draft/${index}.md`),
      line: 1,
      reason,
    })),
    config: defaultConfig,
    proposedConfig: undefined,
    author: { login: 'ferris', permission: 'read' },
    openedOn,
    openDrafts: [],
    otherPulls: [],
    archive: undefined,
    sectionModel: undefined,
    isPublishing: false,
  };
  return readableFile.check(context, {}).map(({ path, message }) => `${path}: ${message}`);
}

test('hundreds of files that no longer fit are told once, where they begin', () => {
  expect(check('too-many-files', 300)).toMatchInlineSnapshot(`
   [
     "draft/0.md: All files of the pull request together have more than 2,000,000 characters or 20,000 lines, so this one, and whatever does not fit after it, was not checked: send it in a pull request of its own.",
   ]
  `);
  expect(check('binary', 2)).toHaveLength(2);
});

test.each<Unreadable['reason']>([
  'too-large',
  'too-many-files',
  'line-too-long',
  'too-deep',
  'too-many-marks',
  'deadline',
  'binary',
  'line-ends',
])('the page lists what is said about %s', (reason) => {
  const message = check(reason)[0]?.replace('draft/0.md: ', '') ?? 'nothing';
  // The bounds follow measurements; the page would only lag behind.
  expect(page.replace(/ +\|/g, ' |')).toContain(`| ${message.replace(/\d[\d,]*/g, 'N')} |`);
});
