import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { defaultConfig } from '../../src/config/defaults.ts';
import type { Config } from '../../src/config/schema.ts';
import { closedSection } from '../../src/rules/closed-section.ts';
import { applyEdits } from '../support/apply-edits.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { getFingerprints } from '../../src/findings/fingerprint.ts';
import { defineRule, noOptions } from '../../src/rules/define-rule.ts';
import { rightFile } from '../../src/rules/right-file.ts';
import { draftPath, reviewPush, writeDraft } from '../support/check-rule.ts';

const files = [
  { base: writeDraft(), head: writeDraft({ Official: ['- [B](https://b.example/?utm_source=x) - c'] }) },
  {
    path: 'content/2026-02-25-this-week-in-rust.md',
    base: writeDraft(),
    head: writeDraft({ Official: ['* [A](https://a.example/)'] }),
  },
];

test('findings come by path, place and severity, whatever the order of the files', () => {
  const tell = (order: typeof files): readonly string[] =>
    reviewPush({ files: order }).findings.map(
      ({ path, place, rule }) => `${path.split('/')[0] ?? ''} ${place.startLine}:${place.startColumn} ${rule}`,
    );
  expect(tell(files)).toMatchInlineSnapshot(`
   [
     "content 8:1 right-file",
     "draft 8:1 item-bullet",
     "draft 8:7 tracking-parameters",
     "draft 8:39 item-form",
   ]
  `);
  expect(tell([...files].reverse())).toEqual(tell(files));
});

test('rules that lack what they need are named', () => {
  const push = { files: [], permission: 'unknown', openDrafts: 'unknown' } as const;
  const { notChecked } = reviewPush(push, [closedSection, rightFile]);
  expect(notChecked).toEqual([
    { rule: 'closed-section', need: 'permission' },
    { rule: 'right-file', need: 'permission' },
    { rule: 'right-file', need: 'drafts' },
  ]);
});

test('a problem may carry another severity than its rule', () => {
  const place = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const rule = defineRule({
    id: 'moody',
    severity: 'error',
    summary: 'anything',
    options: noOptions,
    needs: [],
    check: ({ submission }) =>
      submission.files.map(({ path }) => ({ path, place, message: 'Perhaps.', subject: 'x', severity: 'hint' })),
  });
  const [finding] = reviewPush({ files: files.slice(0, 1) }, [rule]).findings;
  expect(finding).toEqual({
    rule: 'moody',
    severity: 'hint',
    path: draftPath,
    place,
    message: 'Perhaps.',
    quotes: [],
    edits: [],
    subject: 'x',
  });
});

test('nothing that can be written into a line makes a rule throw', () => {
  const odd = [
    '* [x](https://%/?%=&&&=#)',
    '* [](',
    '* [a](<>)',
    '- [[[]]]((()))',
    '* ![i](x)',
    '*',
    '* [x](http://[)',
  ];
  const head = writeDraft({ Official: odd, Virtual: odd, Jobs: odd });
  expect(reviewPush({ files: [{ base: writeDraft(), head }] }).findings.length).toBeGreaterThan(0);
});

test('what looks like a mistake in a template is a gap to fill in', () => {
  const path = 'draft/DRAFT_TEMPLATE';
  const head = writeDraft({ Official: ['- [Topic](URL)', '* [Steps]()'] });
  expect(reviewPush({ files: [{ path, base: writeDraft(), head }], permission: 'write' }).findings).toEqual([]);
});

test('the next draft may carry over what was wrong in the last', () => {
  const old = ['* 2026-03-12 | Virtual | [Rust](rust)', '    * [**Moon**](https://ada.example/?utm_source=x)'];
  const last = writeDraft({ Virtual: old });
  const next = (more: string) => ({
    path: 'draft/2026-03-11-this-week-in-rust.md',
    head: writeDraft({ Virtual: [...old, more] }),
  });
  const published = {
    path: 'content/2026-03-04-this-week-in-rust.md',
    previousPath: draftPath,
    base: last,
    head: last,
  };
  const tell = (more: string): readonly string[] =>
    reviewPush({ files: [published, next(more)], permission: 'write' }).findings.map(({ rule }) => rule);
  expect(tell('')).toEqual([]);
  expect(tell('* 2026-03-13 | Virtual | [Rust]()\n    * [**Sun**](https://ada.example/sun)')).toEqual(['link-syntax']);
});

describe('settings of a rule', () => {
  const place = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const greet = defineRule({
    id: 'greet',
    severity: 'warning',
    summary: 'anything at all',
    options: z.strictObject({ word: z.string().default('Hello') }),
    needs: [],
    check: ({ submission }, { word }) =>
      submission.files.map(({ path }) => ({ path, place, message: `${word}.`, subject: 'x' })),
  });
  const tell = (entries: Config['rules'][string], openedOn = '2026-02-27'): string => {
    const config = { ...defaultConfig, rules: { greet: entries } };
    const { findings } = reviewPush({ files: files.slice(0, 1), config, openedOn }, [greet]);
    return findings.map(({ severity, message }) => `${severity} ${message}`).join();
  };

  test('a rule runs as it comes until the configuration says otherwise', () => {
    expect(reviewPush({ files: files.slice(0, 1) }, [greet]).findings[0]?.message).toBe('Hello.');
    expect(tell([{ severity: 'error', options: { word: 'Ahoy' } }])).toBe('error Ahoy.');
    expect(tell([{ severity: 'off' }])).toBe('');
  });

  test('the day the pull request was opened decides, both ends of a span included', () => {
    const entries: Config['rules'][string] = [
      { from: '2026-01-01', until: '2026-01-31', severity: 'hint' },
      { from: '2026-01-31', severity: 'error' },
    ];
    expect(tell(entries, '2025-12-31')).toBe('');
    expect(tell(entries, '2026-01-01')).toBe('hint Hello.');
    expect(tell(entries, '2026-01-31')).toBe('error Hello.');
    expect(tell(entries, '2026-08-01')).toBe('error Hello.');
  });
});

test('a finding keeps its name when the fix of another one mends the address it is about', () => {
  const review = (line: string) => {
    const head = writeDraft({ Official: [line] });
    return { head, findings: reviewPush({ files: [{ base: writeDraft(), head }] }).findings };
  };
  const pushed = review('* [Ada 1.0](http://www.github.com/ada/moon/?utm_source=mail)');
  const mended = applyEdits(
    pushed.head,
    pushed.findings.flatMap(({ edits }) => edits),
  );
  const { findings } = reviewPush({ files: [{ base: writeDraft(), head: mended }] });
  const names = (all: readonly Finding[]) => getFingerprints(all.filter(({ rule }) => rule === 'bare-repository'));
  expect(mended).not.toBe(pushed.head);
  expect(names(findings)).toHaveLength(1);
  expect(names(findings)).toEqual(names(pushed.findings));
});
