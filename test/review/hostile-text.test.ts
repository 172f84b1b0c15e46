import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import type { Finding } from '../../src/findings/finding.ts';
import { planReview } from '../../src/review/plan-review.ts';
import type { ReviewPlan } from '../../src/review/review-plan.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import {
  execute,
  find,
  makeInput,
  makeItem,
  renderPlan,
  span,
  toFile,
  toSubmittedFile,
  writeDraft,
} from './review-story.ts';

const evil =
  'x` @ada #1 <img src=x onerror=alert(1)> ![i](https://t.example/i.png) [t](https://t.example)\n# H\n```\n@bob\n</details>';

/** A pull request whose file name, section, titles and texts are all the same hostile text. */
function reviewEverywhere(text: string): ReviewPlan {
  const { base, head } = writeDraft(`- ${text.replace(/[\n\r]/g, ' ')}`);
  const file = { ...toFile({ base, head }), path: toRepositoryPath(`draft/${text}.md`) };
  const after = { item: makeItem(text, 21), section: text, region: 'community' };
  const finding: Partial<Finding> = { path: file.path, message: '{0} and {1}.', quotes: [text, '{0}'], subject: text };
  return planReview(
    makeInput({
      files: [file],
      submission: { files: [toSubmittedFile(file, [{ kind: 'added', after }])] },
      findings: [
        find({ line: 21, ...finding, edits: [{ ...span(21, 1, 3), text: '* ' }] }),
        find({ line: 50, ...finding }),
      ],
    }),
  );
}

function getBodies({ check, review, summary }: ReviewPlan): readonly string[] {
  return [check?.summary, review?.body, ...(review?.comments ?? []).map(({ body }) => body), summary?.body].filter(
    (body) => body !== undefined,
  );
}

/** Text outside code, and every address, image and HTML that Markdown sees. */
function getLive(markdown: string) {
  const live: { text: string; addresses: string[]; other: string[] } = { text: '', addresses: [], other: [] };
  visit(remark().use(remarkGfm).parse(markdown), (node) => {
    if (node.type === 'text') live.text += `${node.value}\n`;
    if (node.type === 'link') live.addresses.push(node.url);
    if (node.type === 'image' || node.type === 'html' || node.type === 'heading') live.other.push(node.type);
  });
  return live;
}

describe('nothing that others wrote acts', () => {
  test('an inline comment that quotes it and suggests its line', () => {
    expect(reviewEverywhere('`@ada` <b> #1').review?.comments[0]?.body.replace(/<!--.*-->/, '')).toMatchInlineSnapshot(`
     "**Error:** \`\` \`@ada\` <b> #1 \`\` and \`{0}\`. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))

     \`\`\`suggestion
     * \`@ada\` <b> #1
     \`\`\`

     "
    `);
  });

  test('gaps are filled once: a quote is never taken for a gap', () => {
    expect(reviewEverywhere('{1}').summary?.body).toContain('`{1}` and `{0}`.');
  });

  test.each(getBodies(reviewEverywhere(evil)).map((body) => [body]))('as Markdown reads it: %#', (body) => {
    const { text, addresses, other } = getLive(body);
    expect(text).not.toMatch(/@|#\d|t\.example/);
    expect(addresses.filter((address) => !address.startsWith('https://redirect.github.com/copydesk/'))).toEqual([]);
    // Our own headings of the report, and the hidden marker.
    expect(other.filter((type) => type === 'image')).toEqual([]);
    expect(other.filter((type) => type === 'html').length).toBeLessThanOrEqual(1);
  });

  test('whatever it is, the reader sees the same paragraphs, lists and links', () => {
    const shape = (body: string): string => {
      const types: string[] = [];
      visit(remark().use(remarkGfm).parse(body), ({ type }) => {
        types.push(type);
      });
      return types.join(' ');
    };
    const calm = getBodies(reviewEverywhere('calm words')).map(shape);
    const part = fc.constantFrom(
      '`',
      '``',
      '```',
      '~~~',
      '@ada',
      '#1',
      '<b>',
      '-->',
      '\n\n',
      '\n# ',
      '|',
      '*',
      '_',
      '\\',
      'https://t.example',
      '\u202E',
      '{0}',
      '$',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        expect(getBodies(reviewEverywhere(parts.join(''))).map(shape)).toEqual(calm);
      }),
      { numRuns: 60 },
    );
  });

  test('annotations and titles neither', () => {
    const { check } = reviewEverywhere(evil);
    const plain = [check?.title, ...(check?.annotations ?? []).flatMap(({ title, message }) => [title, message])].join(
      '\n',
    );
    expect(plain).not.toMatch(/@\w|#\d|:\/\//);
  });
});

test('a line of two megabytes is quoted and not suggested', () => {
  const { base, head } = writeDraft(`- ${'a'.repeat(2_000_000)}`);
  const plan = planReview(
    makeInput({
      files: [toFile({ base, head })],
      findings: [find({ line: 21, quotes: ['a'.repeat(2_000_000)], edits: [{ ...span(21, 1, 3), text: '* ' }] })],
    }),
  );
  const body = plan.review?.comments[0]?.body ?? '';
  expect(body.length).toBeLessThan(1_000);
  expect(body).not.toContain('```suggestion');
});

test('a thousand findings on one line stay one comment that GitHub takes, and that is known again', () => {
  const quotes = [evil.repeat(20), evil.repeat(20)];
  const findings = Array.from({ length: 1_000 }, (_, index) => find({ line: 21, quotes, subject: `${index}` }));
  const plan = planReview(makeInput({ findings }));
  expect(plan.review?.comments).toHaveLength(1);
  expect(plan.review?.comments[0]?.body.length).toBeLessThan(65_536);
  expect(plan.summary?.body.length).toBeLessThan(65_536);
  expect(renderPlan(planReview(makeInput({ findings, earlier: execute(plan) })))).toBe('nothing');
});
