import { describe, expect, test } from '@jest/globals';
import { duplicateHeading } from '../../src/rules/duplicate-heading.ts';
import { reviewPush, tellMessage } from '../support/check-rule.ts';

const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

function review(base: string, head: string): readonly string[] {
  return reviewPush({ files: [{ base, head }] }, [duplicateHeading]).findings.map(
    (finding) => `${finding.place.startLine}: ${tellMessage(finding)}`,
  );
}

const once = text('## Updates from the Rust Project', '### Approved RFCs', '* *None.*', '### Final Comment Period');

test('a section that stands there twice', () => {
  expect(review(once, text(once.trimEnd(), '### [Approved RFCs](https://ada.example/rfcs)', '* x')))
    .toMatchInlineSnapshot(`
   [
     "5: The heading ‹Approved RFCs› is there already (line 2): put what is below this one there, and take this one out.",
   ]
  `);
});

test('of the two, the one to take out is the one that came with the pull request', () => {
  const head = text('## Updates from the Rust Project', '### approved  RFCs', '* x', '### Approved RFCs', '* *None.*');
  expect(review(once, head)).toEqual([expect.stringMatching(/^2: .*\(line 4\)/)]);
});

test('a section may not come back under another heading either', () => {
  expect(review(once, text(once.trimEnd(), '## Jobs', '#### Approved RFCs'))).toHaveLength(1);
});

test('a group’s name twice under one heading', () => {
  expect(review(once, text(once.trimEnd(), '#### Cargo', '* x', '#### Cargo', '* y'))).toHaveLength(1);
});

describe('silence', () => {
  test('a group’s name under several headings, or at several depths', () => {
    const head = text(once.trimEnd(), '#### Cargo', '##### Cargo', '### Elsewhere', '#### Cargo');
    expect(review(once, head)).toEqual([]);
  });

  test('what was doubled before, also where it moves down', () => {
    const twice = text(once.trimEnd(), '### Approved RFCs');
    expect(review(twice, twice.replace('* *None.*', '* one\n* two'))).toEqual([]);
  });

  test('headings without words', () => {
    expect(review(once, text(once.trimEnd(), '###', '###'))).toEqual([]);
  });
});

test('a third one is as visible as the second', () => {
  const twice = text(once.trimEnd(), '### Approved RFCs');
  expect(review(twice, text(twice.trimEnd(), '### Approved RFCs'))).toHaveLength(1);
});
