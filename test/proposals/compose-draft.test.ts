import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { composeDraft, type DraftSources } from '../../src/proposals/compose-draft.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

const HEAD = 'Title: This Week in Rust 641\nNumber: 641\nDate: 2026-03-04\nCategory: This Week in Rust\n\n';

const DRAFT = `${HEAD}## Updates from the Rust Project

<!-- Rust updates go here -->

### Rust Compiler Performance Triage

<!-- Perf results go here -->

## Upcoming Events

* [e1](https://e.test/1)


* [e2](https://e.test/2)

## Jobs
`;

const MERGED = '3 were merged\n\n#### Compiler\n* [one](https://a.test/1)\n* [two](https://a.test/2)';
const LATER = `${MERGED.replace('3', '4')}\n* [three](https://a.test/3)`;
const QUIET = 'A quiet week.\n\n[Full report here](https://perf.test)';

function make(updates: string, triage: string): DraftSources['sections'] {
  const rest = { queried: [], notes: [], shortlist: [] };
  return [
    { id: 'updates', heading: 'Updates from the Rust Project', body: updates, ...rest },
    { id: 'perf-triage', heading: 'Rust Compiler Performance Triage', body: triage, ...rest },
  ];
}

interface Refresh {
  readonly first: DraftSources['sections'];
  readonly edit?: (text: string) => string;
  readonly next: DraftSources['sections'];
  readonly touched?: DraftSources['touched'];
}

/** Filled, edited and filled again. */
function refresh({ first, edit = (text) => text, next, touched = new Map() }: Refresh) {
  const sources = {
    path: toRepositoryPath('draft/a.md'),
    outline: defaultConfig,
    draft: DRAFT,
    isBranchKept: false,
    isRecordLost: false,
    isReopened: false,
  };
  const none = { touched: new Map(), branch: undefined, lastGenerated: undefined };
  const one = composeDraft({ ...sources, ...none, sections: first });
  const branch = edit(one.text ?? '');
  const two = composeDraft({
    ...sources,
    sections: next,
    touched,
    branch: { text: branch },
    lastGenerated: one.generated,
  });
  return { one, branch, two };
}

test('a section that a person works on is not filled once there is something for it', () => {
  const touched = new Map([['perf-triage', [12]]]);
  const { branch, two } = refresh({ first: make(MERGED, ''), next: make(MERGED, QUIET), touched });
  expect(two.text).toBe(branch);
  expect(two.states.get('perf-triage')).toEqual({ kind: 'touched', numbers: [12] });
  expect(two.generated.has('perf-triage')).toBe(false);
});

test('a section that a person works on after it was filled stays as it is, and so does its record', () => {
  const edit = (text: string): string => text.replace('[one]', '[ONE]').replace('A quiet', 'A very quiet');
  const touched = new Map([['updates', [12]]]);
  const { one, branch, two } = refresh({ first: make(MERGED, QUIET), edit, next: make(LATER, QUIET), touched });
  expect(two.text).toBe(branch);
  expect([...two.conflicts]).toEqual([]);
  expect(two.generated.get('updates')).toBe(one.generated.get('updates'));
});

test('a section with a comment in the branch that is never closed is left alone', () => {
  const edit = (text: string): string => text.replace('* [two]', '<!-- fix\n* [two]');
  const { branch, two } = refresh({ first: make(QUIET, MERGED), edit, next: make(QUIET, LATER) });
  expect(two.text).toBe(branch);
  const line = branch.split('\n').indexOf('<!-- fix') + 1;
  expect(two.states.get('perf-triage')).toEqual({ kind: 'open-in-branch', line });
  expect(two.states.get('updates')).toEqual({ kind: 'filled' });
});

test('the line of a comment that is never closed is told as it is once the sections above are refreshed', () => {
  const edit = (text: string): string => text.replace('A quiet', '<!-- fix\nA quiet');
  const { two } = refresh({ first: make(MERGED, QUIET), edit, next: make(LATER, QUIET) });
  const line = (two.text ?? '').split('\n').indexOf('<!-- fix') + 1;
  expect(two.text).toContain('[three]');
  expect(two.states.get('perf-triage')).toEqual({ kind: 'open-in-branch', line });
});

test('a section that editors fill in the branch before there is something for it is theirs', () => {
  const edit = (text: string): string => text.replace('<!-- Perf results go here -->', '* [ours](https://o.test)');
  const { branch, two } = refresh({ first: make(MERGED, ''), edit, next: make(MERGED, QUIET) });
  expect(two.text).toBe(branch);
  expect(two.states.get('perf-triage')?.kind).toBe('filled-by-hand');
});

test('what a section without content begins with is all there, with the words that editors wrote above it', () => {
  const ready = '#### Tracking Issues & PRs\n\n* [one](https://a.test/1)';
  const edit = (text: string): string => text.replace('<!-- Perf', 'Our words.\n\n$&');
  const { two } = refresh({ first: make(MERGED, ''), edit, next: make(MERGED, ready) });
  expect(two.text).toContain(`### Rust Compiler Performance Triage\n\nOur words.\n\n${ready}\n\n## Upcoming Events`);
});
