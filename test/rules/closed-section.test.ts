import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { closedSection } from '../../src/rules/closed-section.ts';
import { dropVainEdits } from '../../src/rules/drop-vain-edits.ts';
import { reviewPush, tellReview, writeDraft, type Push } from '../support/check-rule.ts';

const item = '* [Moon 1.0](https://ada.example/moon-1)';

function review(push: Partial<Push> & { readonly section?: string; readonly base?: string }): string {
  const head = writeDraft({ [push.section ?? 'Project/Tooling Updates']: [item] });
  const files = [{ base: push.base ?? writeDraft(), head }];
  return tellReview(head, reviewPush({ openedOn: '2026-08-17', ...push, files }, [closedSection]).findings);
}

test('a contributor, on the first day', () => {
  expect(review({})).toMatchInlineSnapshot(
    `"error closed-section: The section ‹Project/Tooling Updates› takes no submissions by pull request: take this one out. Post the link on r/rust instead, by that community’s rules: the editors look for links there."`,
  );
});

test('an item that is moved there', () => {
  expect(review({ base: writeDraft({ 'Rust Walkthroughs': [item] }) })).toContain('error closed-section');
});

describe('silence', () => {
  test.each<[string, Parameters<typeof review>[0]]>([
    ['the day before', { openedOn: '2026-08-16' }],
    ['with write access', { permission: 'write' }],
    ['with an unknown permission', { permission: 'unknown' }],
    ['in another section', { section: 'Rust Walkthroughs' }],
    ['taking an item out', { base: writeDraft({ 'Project/Tooling Updates': [item, item.replaceAll('1', '2')] }) }],
    [
      'mending an item that stands there',
      { base: writeDraft({ 'Project/Tooling Updates': [item.replace('* ', '- ')] }) },
    ],
  ])('%s', (_, push) => {
    expect(review(push)).toBe('nothing to say');
  });
});

test('an unknown permission is reported as not checked', () => {
  const files = [{ base: writeDraft(), head: writeDraft({ 'Project/Tooling Updates': [item] }) }];
  expect(reviewPush({ files, permission: 'unknown' }, [closedSection]).notChecked).toEqual([
    { rule: 'closed-section', need: 'permission' },
  ]);
});

test('a closure for everyone, with an end', () => {
  const closures = [{ section: 'Official', until: '2026-01-31', for: 'everyone' as const, instead: 'Wait.' }];
  const config = { ...defaultConfig, closures };
  const on = (openedOn: string): string => review({ section: 'Official', config, openedOn, permission: 'write' });
  expect(on('2026-01-31')).toContain('takes no submissions: take this one out. Wait.');
  expect(on('2026-02-01')).toBe('nothing to say');
});

test('an operator’s words stand as they are written, braces and all', () => {
  const instead = 'Send it by {{0}} or {0}, not {1}.';
  const closures = [{ section: 'Official', for: 'everyone' as const, instead }];
  expect(review({ section: 'Official', config: { ...defaultConfig, closures } })).toBe(
    `error closed-section: The section ‹Official› takes no submissions: take this one out. ${instead}`,
  );
});

test('what has to come out is offered no other fix, unless somebody ignores that it has to', () => {
  const tracked = item.replace('moon-1', 'moon-1?utm_source=feed');
  const head = writeDraft({
    'Project/Tooling Updates': [tracked],
    'Rust Walkthroughs': [tracked.replaceAll('1', '2')],
  });
  const { findings } = reviewPush({ openedOn: '2026-08-17', files: [{ base: writeDraft(), head }] });
  const tell = (some: typeof findings): readonly string[] =>
    some.map(({ rule, edits }) => `${rule}: ${edits.length === 0 ? 'no fix' : 'a fix'}`);
  expect(tell(dropVainEdits(findings))).toEqual([
    'closed-section: no fix',
    'tracking-parameters: no fix',
    'tracking-parameters: a fix',
  ]);
  expect(tell(dropVainEdits(findings.filter(({ rule }) => rule !== 'closed-section')))).toEqual([
    'tracking-parameters: a fix',
    'tracking-parameters: a fix',
  ]);
});
