// How right a rule is: what became of the lines that it found fault with, and what readers said.
import { describe, expect, test } from '@jest/globals';
import { isUnchanged } from '../../bench/evaluate/precision/is-unchanged.ts';
import type { FlaggedItem } from '../../bench/evaluate/precision/list-flagged.ts';
import { locateFinding } from '../../bench/evaluate/precision/locate-finding.ts';
import { judgeFlagged, listStale, measureRules } from '../../bench/evaluate/precision/measure-rules.ts';
import { renderRules } from '../../bench/evaluate/precision/render-rules.ts';
import type { Judgements } from '../../bench/evaluate/read-judgements.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { parseIssue } from '../../src/newsletter/parse-issue.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { draftPath, writeDraft } from '../support/check-rule.ts';
import { changedDraft } from '../support/changed-draft.ts';

const path = toRepositoryPath(draftPath);
const MOON = '* [Moon](https://ada.example/moon)';
const TIDE = '* [Tide](https://ben.example/tide)';
const EVENT = ['* 2026-03-09 | Virtual | [Group](https://cleo.example)', '    * [**Talk**](https://cleo.example/1)'];

/** Whether a finding of a rule, on a line of the pushed draft, counts as published in the published one. */
function judge(rule: string, pushed: string, line: string, published: string, subject = ''): boolean {
  const { submission } = readSubmission([changedDraft(path, writeDraft(), pushed)], defaultConfig);
  const number = pushed.split('\n').indexOf(line) + 1;
  const place = { startLine: number, startColumn: 1, endLine: number, endColumn: line.length + 1 };
  const finding: Finding = { rule, severity: 'error', path, place, message: '', quotes: [], edits: [], subject };
  const report = { submission, unreadable: [], findings: [finding], notChecked: [] };
  return isUnchanged(rule, locateFinding(finding, report), parseIssue(path, published, defaultConfig), defaultConfig);
}

describe('what a rule found fault with was published unchanged', () => {
  const inOfficial = writeDraft({ Official: [MOON, TIDE] });

  test.each([
    ['its line stands, wherever', writeDraft({ 'Rust Walkthroughs': [MOON] }), true],
    ['its line is changed', writeDraft({ Official: [`${MOON}.`, TIDE] }), false],
    ['its line is gone', writeDraft({ Official: [TIDE] }), false],
  ])('%s', (_, published, expected) => {
    expect(judge('item-form', inOfficial, MOON, published)).toBe(expected);
  });

  test('an item is all that stands below it, and what is below is an item, too', () => {
    const pushed = writeDraft({ Virtual: EVENT });
    const published = writeDraft({ Virtual: [EVENT[0] ?? '', '    * [**Talks**](https://cleo.example/1)'] });
    expect(judge('event-form', pushed, EVENT[0] ?? '', published)).toBe(false);
    const other = writeDraft({ Virtual: [EVENT[0]?.replace('09', '10') ?? '', EVENT[1] ?? ''] });
    expect(judge('event-form', pushed, EVENT[1] ?? '', other)).toBe(true);
  });

  test('a blank line is one between its neighbours', () => {
    const pushed = writeDraft({ Official: [MOON, '  ', TIDE] });
    expect(judge('blank-lines', pushed, '  ', pushed)).toBe(true);
    expect(judge('blank-lines', pushed, '  ', inOfficial)).toBe(false);
  });

  test('carriage returns are nobody’s editing', () => {
    expect(judge('item-form', inOfficial.replaceAll('\n', '\r\n'), `${MOON}\r`, inOfficial)).toBe(true);
  });

  test('a rule about places asks for the same section', () => {
    expect(judge('item-place', inOfficial, MOON, inOfficial)).toBe(true);
    expect(judge('item-place', inOfficial, MOON, writeDraft({ 'Rust Walkthroughs': [MOON] }))).toBe(false);
  });

  test('a rule about doubles asks for the other one, however it is spelt', () => {
    const twice = writeDraft({ Official: [MOON], 'Rust Walkthroughs': ['* [Luna](http://www.ada.example/moon/)'] });
    expect(judge('duplicate-link', twice, MOON, twice)).toBe(true);
    expect(judge('duplicate-link', twice, MOON, inOfficial)).toBe(false);
  });

  test('a rule about order asks for what stood above', () => {
    expect(judge('event-order', inOfficial, TIDE, inOfficial)).toBe(true);
    expect(judge('event-order', inOfficial, TIDE, writeDraft({ Official: [TIDE, MOON] }))).toBe(false);
  });

  test('a rule about what is gone asks whether it is back', () => {
    const subject = 'https://ben.example/tide';
    const pushed = writeDraft({ Official: [MOON] });
    expect(judge('outside-edits', pushed, MOON, pushed, subject)).toBe(true);
    expect(judge('outside-edits', pushed, MOON, inOfficial, subject)).toBe(false);
  });
});

function flag(pull: number, parts: Partial<FlaggedItem> = {}): FlaggedItem {
  return {
    rule: 'item-form',
    severity: 'warning',
    key: `${pull}:0123456789abcdef`,
    openedAt: '2025-01-01T00:00:00',
    isEditors: false,
    identity: String(pull),
    path: draftPath,
    text: MOON,
    message: 'There is text after the link.',
    outcome: 'changed',
    ...parts,
  };
}

function judgeAs(verdicts: Readonly<Record<string, 'missed' | 'false alarm'>>): ReadonlyMap<string, Judgements> {
  const pulls: Judgements['pulls'] = {};
  for (const [pull, verdict] of Object.entries(verdicts)) pulls[`${pull}:0123456789abcdef`] = { verdict, why: 'read' };
  return new Map([['item-form', { pulls, archive: {} }]]);
}

describe('the figures', () => {
  test('only false alarms count against a rule, and what nobody has read passes for one', () => {
    const flagged = [
      flag(1, { outcome: 'refused' }),
      flag(2),
      flag(3, { outcome: 'published' }),
      flag(4, { outcome: 'published' }),
      flag(5, { outcome: 'published', openedAt: '2025-09-01T00:00:00' }),
      flag(6, { outcome: 'published', isEditors: true }),
    ];
    const judgements = judgeAs({ 3: 'missed', 4: 'false alarm' });
    const items = judgeFlagged(flagged, judgements);
    const stale = listStale(flagged, judgements, new Set([3, 4]));
    expect(renderRules({ figures: measureRules(items), items, stale, crashes: [] })).toMatchInlineSnapshot(`
     "                     opened before 2025-09-01                                        from then on
                           found   pulls refused changed  missed   false  unread   right   found   pulls refused changed  missed   false  unread   right  editors: found, published
     item-form  warning        4       4       1       1       1       1       0  75.0 %       1       1       0       0       0       0       1   0.0 %       1       1

     not read yet: counted as false alarms (1)
          1 item-form: --rule item-form lists them"
    `);
  });

  test('an item that several pull requests carry counts once, and was published if it was in the end', () => {
    const again = { identity: 'the same' };
    const items = judgeFlagged([flag(1, again), flag(2, { ...again, outcome: 'published' })], judgeAs({ 2: 'missed' }));
    expect(items.map(({ outcome, verdict }) => [outcome, verdict])).toEqual([['published', 'missed']]);
  });

  test('a judgement whose finding is gone is named, unless its pull request was not looked at', () => {
    const judgements = judgeAs({ 1: 'missed', 2: 'missed', 3: 'missed' });
    expect(listStale([flag(1)], judgements, new Set([1, 2]))).toEqual(['item-form 2:0123456789abcdef']);
  });
});
