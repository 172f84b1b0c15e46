import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.ts';
import { planReview } from '../../src/review/plan-review.ts';
import type { EarlierComment, EarlierWords } from '../../src/review/review-plan.ts';
import { toCommitSha } from '../../src/shared/brand.ts';
import { execute, find, makeInput, renderPlan, silence, span, toFile, writeDraft } from './review-story.ts';

const dash = '- [New](https://new.example/?utm_source=feed)';
const files = [toFile(writeDraft(dash, '* [Newer](http://newer.example/)'))];

const bullet = find({ line: 21, edits: [{ ...span(21, 1, 3), text: '* ' }] });
const tracking = find({
  line: 21,
  rule: 'tracking-parameters',
  place: span(21, 9, 46),
  message: 'The link carries a tracking parameter: take out {0}.',
  quotes: ['utm_source'],
  edits: [{ ...span(21, 29, 45), text: '' }],
});
const form = find({
  line: 22,
  rule: 'item-form',
  severity: 'warning',
  message: 'Text stands after the link: the newsletter shows the title alone.',
  quotes: [],
});
const far = find({
  line: 50,
  rule: 'duplicate-link',
  message: 'The link stands in this issue already: take one out.',
  quotes: [],
});

const review = (findings: readonly Finding[], earlier: EarlierWords = silence, head = 'c0ffee') =>
  planReview(makeInput({ files, findings, earlier, head: toCommitSha(head) }));

/** Two reviews in a row; the second is on a new commit. */
const reviewAgain = (before: readonly Finding[], after: readonly Finding[]) => {
  const earlier = execute(review(before));
  return review(after, { ...earlier, check: undefined }, 'decaf0');
};

describe('the first review', () => {
  test('of a clean submission is a green check and nothing else', () => {
    expect(renderPlan(review([]))).toMatchInlineSnapshot(`"=== check: success, Nothing to correct"`);
  });

  test('says each finding on its line, with one suggestion for all slips of a line', () => {
    expect(renderPlan(review([bullet, tracking, form]))).toMatchInlineSnapshot(`
     "=== check: failure, 2 errors and 1 warning
     === review
     2 things to look at, 1 with a fix to accept.
     --- on line 21
     - **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
     - **Error:** The link carries a tracking parameter: take out \`utm_source\`. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))

     \`\`\`suggestion
     * [New](https://new.example/)
     \`\`\`
     --- on line 22
     **Warning:** Text stands after the link: the newsletter shows the title alone. ([item-form](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md))
     === summary, new
     Thank you for the submission! Copydesk found **2 errors and 1 warning**. They are explained on their lines under *Files changed*.

     **Next:** Commit the suggestion, change the rest yourself and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('tells in the summary what stands outside the diff', () => {
    expect(renderPlan(review([bullet, far]))).toMatchInlineSnapshot(`
     "=== check: failure, 2 errors
     === review
     One thing to look at, with a fix to accept.
     --- on line 21
     **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))

     \`\`\`suggestion
     * [New](https://new.example/?utm_source=feed)
     \`\`\`
     === summary, new
     Thank you for the submission! Copydesk found **2 errors**. One is explained on its line under *Files changed*; the rest:

     - \`draft/2026-03-04-weekly.md\` line 50: **Error:** The link stands in this issue already: take one out. ([duplicate-link](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/duplicate-link.md))

     **Next:** Commit the suggestion, change the rest yourself and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('of hints alone is green, and asks for nothing', () => {
    expect(renderPlan(review([{ ...form, severity: 'hint' }]))).toMatchInlineSnapshot(`
     "=== check: success, 1 hint
     === review
     One thing to look at.
     --- on line 22
     **Hint:** Text stands after the link: the newsletter shows the title alone. ([item-form](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md))
     === summary, new
     Thank you for the submission! Copydesk found **1 hint**. It is explained on its line under *Files changed*.

     **Next:** Nothing has to change: hints are for you to judge. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('says everything in the summary where GitHub takes no comments on lines', () => {
    const settings = { ...makeInput().settings, mayCommentInline: false };
    expect(renderPlan(planReview(makeInput({ files, findings: [bullet], settings })))).toMatchInlineSnapshot(`
     "=== check: failure, 1 error
     === summary, new
     Thank you for the submission! Copydesk found **1 error**:

     - \`draft/2026-03-04-weekly.md\` line 21: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       Corrected: \`* [New](https://new.example/?utm_source=feed)\`

     **Next:** Make the change and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('says everything in the summary where GitHub left the patch out', () => {
    const unpatched = files.map((file) => ({ ...file, patch: undefined }));
    const plan = planReview(makeInput({ files: unpatched, findings: [bullet] }));
    expect(plan.review).toBeUndefined();
    expect(plan.summary?.body).toContain('line 21: **Error:**');
  });

  test('of a pull request that touches no newsletter file says so, in the check alone', () => {
    expect(renderPlan(planReview(makeInput({ files: [], submission: { files: [] } })))).toMatchInlineSnapshot(
      `"=== check: success, Nothing to review"`,
    );
  });
});

describe('the next review', () => {
  test('of the same head writes nothing', () => {
    expect(renderPlan(review([bullet, far], execute(review([bullet, far]))))).toBe('nothing');
  });

  test('of a new head with the same findings is a check', () => {
    expect(renderPlan(reviewAgain([bullet, far], [bullet, far]))).toMatchInlineSnapshot(
      `"=== check: failure, 2 errors"`,
    );
  });

  test('when all is fixed: all clear, and the comments are retired', () => {
    expect(renderPlan(reviewAgain([bullet, tracking, form], []))).toMatchInlineSnapshot(`
     "=== check: success, Nothing to correct
     === summary, edited
     **All clear.** Nothing is left to correct: thank you! The editors decide what is published; issue 641 closes on 2026-03-04.
     === retired: comment 1, comment 2"
    `);
  });

  test('with a new slip says only that', () => {
    expect(renderPlan(reviewAgain([bullet], [bullet, form]))).toMatchInlineSnapshot(`
     "=== check: failure, 1 error and 1 warning
     === review
     One thing to look at.
     --- on line 22
     **Warning:** Text stands after the link: the newsletter shows the title alone. ([item-form](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md))
     === summary, edited
     Thank you for the submission! Copydesk found **1 error and 1 warning**. They are explained on their lines under *Files changed*.

     **Next:** Commit the suggestion, change the rest yourself and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('keeps a comment of two findings until both are gone', () => {
    const plan = reviewAgain([bullet, tracking], [tracking]);
    expect(plan.retire).toEqual([]);
    expect(plan.review).toBeUndefined();
  });

  test('combines a new fix with one that was suggested before on the line', () => {
    expect(reviewAgain([bullet], [bullet, tracking]).review?.comments[0]?.body).toMatch(
      /^\*\*Error:\*\* The link carries.*\n\nThe suggestion holds the earlier fix of these lines too\.\n\n```suggestion\n\* \[New\]\(https:\/\/new\.example\/\)\n```/,
    );
  });

  test('tells in the summary what was fixed and came back, or was resolved by hand and is still there', () => {
    const after = execute(reviewAgain([bullet], []), execute(review([bullet])));
    const plan = review([bullet], after, 'f00d');
    expect(plan.review).toBeUndefined();
    expect(plan.summary?.body).toContain('line 21: **Error:** The bullet is');
  });

  test('of the same head after the newsletter changed adds to the summary, not to the lines', () => {
    const plan = review([bullet, form], execute(review([bullet])));
    expect(plan.review).toBeUndefined();
    expect(plan.summary?.body).toContain('line 22: **Warning:** Text stands after the link');
  });
});

describe('what others did meanwhile', () => {
  const said = execute(review([bullet, form]));
  const change = (change: Partial<EarlierComment>): EarlierWords => ({
    ...said,
    comments: said.comments.map((comment) => ({ ...comment, ...change })),
  });

  test('a comment with replies stays when its finding is gone', () => {
    expect(review([], change({ hasReplies: true }), 'decaf0').retire).toEqual([]);
  });

  test('a comment that is retired already is not retired again', () => {
    expect(review([], change({ isRetired: true }), 'decaf0').retire).toEqual([]);
  });

  test('a comment on a line that changed since is not repeated: the summary takes over', () => {
    const plan = review([bullet, form], change({ isCurrent: false }), 'decaf0');
    expect(plan.review).toBeUndefined();
    expect(plan.summary?.body).toContain('line 21: **Error:**');
  });

  test('a check run that never ended is said again', () => {
    const check = said.check && { ...said.check, isCompleted: false };
    expect(renderPlan(review([bullet, form], { ...said, check }))).toBe('=== check: failure, 1 error and 1 warning');
  });

  test('line ends that GitHub changed are no difference', () => {
    const summaries = said.summaries.map((summary) => ({ ...summary, body: summary.body.replaceAll('\n', '\r\n') }));
    expect(renderPlan(review([bullet, form], { ...said, summaries }))).toBe('nothing');
  });
});

describe('after a crash', () => {
  const whole = execute(review([bullet, far]));

  test.each([
    ['only the comments had landed', { ...silence, comments: whole.comments }, '=== check, === summary'],
    ['comments and summary had landed', { ...whole, check: undefined }, '=== check'],
    ['only the check was there', { ...silence, check: whole.check }, '=== review, === summary'],
  ])('when %s, the rest follows', (_, earlier, expected) => {
    const parts = renderPlan(review([bullet, far], earlier)).match(/^=== \w+/gm);
    expect(parts?.join(', ')).toBe(expected);
  });

  test('what a doubled delivery said twice is said once', () => {
    const double = (id: string) => `${id} again`;
    const doubled = {
      ...whole,
      comments: [
        ...whole.comments,
        ...whole.comments.map((comment) => ({ ...comment, commentId: double(comment.commentId) })),
      ],
      summaries: [
        ...whole.summaries,
        ...whole.summaries.map((summary) => ({ ...summary, commentId: double(summary.commentId) })),
      ],
    };
    const plan = review([bullet, far], doubled);
    expect(renderPlan(plan)).toBe('=== retired: comment 1 again, summary again');
    expect(renderPlan(review([bullet, far], execute(plan, doubled)))).toBe('nothing');
  });
});

describe('forty findings', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `- [New ${index + 1}](https://new.example/${index + 1})`);
  const many = [toFile(writeDraft(...lines))];
  const findings = lines.map((_, index) =>
    index < 35 ? { ...form, place: span(21 + index, 1, 2), subject: `form ${index}` } : find({ line: 21 + index }),
  );
  const first = planReview(makeInput({ files: many, findings }));

  test('thirty of them, all the errors among them, stand on their lines; the rest is named in the summary', () => {
    const comments = first.review?.comments ?? [];
    expect(comments).toHaveLength(30);
    expect(comments.filter(({ body }) => body.startsWith('**Error:**'))).toHaveLength(5);
    expect(comments.map(({ line }) => line)).toEqual(
      [...comments.map(({ line }) => line)].sort((one, other) => one - other),
    );
    expect(first.summary?.body.match(/^- .* line \d+: \*\*Warning:\*\*/gm)).toHaveLength(10);
    expect(first.check?.annotations).toHaveLength(40);
  });

  test('the next push does not bring the rest as long as nothing is done', () => {
    const earlier = execute(first);
    expect(
      planReview(makeInput({ files: many, findings, earlier, head: toCommitSha('decaf0') })).review,
    ).toBeUndefined();
  });

  test('and brings as many as were dealt with', () => {
    const plan = planReview(
      makeInput({ files: many, findings: findings.slice(0, 35), earlier: execute(first), head: toCommitSha('decaf0') }),
    );
    expect(plan.retire).toHaveLength(5);
    expect(plan.review?.comments).toHaveLength(5);
  });
});
