import { expect, test } from '@jest/globals';
import { CONFIG_PATH } from '../../src/config/config-problem.ts';
import { reviewPush, tellMessage } from '../support/check-rule.ts';

function tell(head: string | undefined): readonly string[] {
  const { findings } = reviewPush({
    files: [{ path: CONFIG_PATH, base: '', ...(head === undefined ? {} : { head }) }],
  });
  return findings.map((one) => `${one.severity} ${one.path}:${one.place.startLine} ${tellMessage(one)}`);
}

test('every mistake is an error at its line', () => {
  expect(tell('bullet: "-"\nbulet: "*"\nrules:\n  closed-section: of\n')).toEqual([
    'error .github/copydesk.yml:2 There is no key ‹bulet› here: did you mean ‹bullet›?',
    'error .github/copydesk.yml:4 The value ‹of› is unknown here: did you mean ‹off›?',
  ]);
});

test.each([
  ['a file without a mistake', 'bullet: "-"\n'],
  ['an empty file', ''],
  ['no file any more', undefined],
])('nothing is said about %s', (_, head) => {
  expect(tell(head)).toEqual([]);
});

test('what is proposed is not followed', () => {
  const lines = ['## Updates from Rust Community\n', '### Observations/Thoughts', '* [New](https://new.example/)', ''];
  const draft = { base: lines.slice(0, 2).join('\n'), head: lines.join('\n') };
  const { findings } = reviewPush({ files: [{ path: CONFIG_PATH, base: '', head: 'bullet: "-"\n' }, draft] });
  expect(findings).toEqual([]);
});
