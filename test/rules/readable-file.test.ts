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

test.each<Unreadable['reason']>(['too-large', 'line-too-long', 'too-deep', 'too-many-marks', 'deadline', 'binary'])(
  'the page lists what is said about %s',
  (reason) => {
    const openedOn = toDay('2026-02-27');
    if (openedOn === undefined) throw new Error('no day');
    const context: RuleContext = {
      submission: { files: [] },
      unreadable: [{ path: toRepositoryPath('draft/a.md'), line: 1, reason }],
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
    const message = readableFile.check(context, {})[0]?.message ?? 'nothing';
    // The bounds follow measurements; the page would only lag behind.
    expect(page.replace(/ +\|/g, ' |')).toContain(`| ${message.replace(/\d[\d,]*/g, 'N')} |`);
  },
);
