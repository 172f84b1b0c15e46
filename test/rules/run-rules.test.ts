import { expect, test } from '@jest/globals';
import { defineRule } from '../../src/rules/define-rule.ts';
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
  const { notChecked } = reviewPush({ files: [], permission: 'unknown', openDrafts: 'unknown' });
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
