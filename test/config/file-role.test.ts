import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { getFileRole } from '../../src/config/file-role.ts';

test.each([
  ['draft/2026-03-04-this-week-in-rust.md', 'draft'],
  ['drafts/2016-05-09-this-week-in-rust.md', 'draft'],
  ['content/2026-02-25-this-week-in-rust.md', 'archive'],
  ['content/2013-06-07-this-week-in-rust.markdown', 'archive'],
  ['draft/DRAFT_TEMPLATE', 'template'],
  ['draft/notes.txt', undefined],
  ['content/images/moon.md', undefined],
  ['README.md', undefined],
  ['contents/a.md', undefined],
  ['.md', undefined],
  ['', undefined],
])('%j → %s', (path, role) => {
  expect(getFileRole(defaultConfig, path)).toBe(role);
});
