import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { editIssue } from '../../src/newsletter/edit-issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { hasRealDraft, readRealDraft, REAL_DRAFT, removeTemplate } from '../support/real-draft.ts';

const sections = [
  'Calls for Testing',
  'Updates from the Rust Project',
  'Rust Compiler Performance Triage',
  'Approved RFCs',
  'Tracking Issues & PRs',
  'New and Updated RFCs',
].map((heading) => ({ id: heading, heading, body: `* [${heading}](https://filled.test/)` }));

(hasRealDraft() ? test : test.skip)(
  'an empty draft of the real newsletter takes every section, and else not a byte of it changes',
  async () => {
    const draft = await readRealDraft();
    const { text, outcomes } = editIssue(toRepositoryPath(REAL_DRAFT), draft, sections, defaultConfig);
    expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(sections.map(() => 'filled'));
    const added = sections.map(({ body }) => body);
    const kept = text.split('\n').filter((line) => line !== '' && !added.includes(line));
    const due = removeTemplate(draft)
      .split('\n')
      .filter((line) => line !== '');
    expect(kept).toEqual(due);
    for (const { heading, body } of sections) expect(standsUnder(text, body)).toContain(heading);
  },
);

function standsUnder(text: string, body: string): string {
  return (
    text
      .slice(0, text.indexOf(body))
      .split('\n')
      .findLast((line) => line.startsWith('#')) ?? ''
  );
}
