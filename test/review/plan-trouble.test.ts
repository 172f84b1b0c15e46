import { expect, test } from '@jest/globals';
import { planTrouble } from '../../src/review/plan-trouble.ts';
import { execute, renderPlan } from './review-story.ts';

test.each([
  [{ kind: 'missing-permission', permissions: ['contents: read'] }, 'Copydesk lacks a permission'],
  [{ kind: 'too-large' }, 'The pull request is too large to compare'],
  [{ kind: 'failed', delivery: 'd-1' }, 'Copydesk could not finish'],
] as const)('trouble of ours (%j) is neutral, is said once, and blames nobody', (trouble, title) => {
  const plan = planTrouble(trouble, 7, []);
  expect(renderPlan(plan)).toBe(`=== check: neutral, ${title}`);
  expect(plan.check?.summary).toContain('This says nothing about the submission.');
  expect(
    renderPlan(
      planTrouble(
        trouble,
        7,
        [execute(plan).check].flatMap((check) => check ?? []),
      ),
    ),
  ).toBe('nothing');
});

test('a missing permission is named, with who can grant it', () => {
  const trouble = { kind: 'missing-permission', permissions: ['contents: read', 'checks: write'] } as const;
  expect(planTrouble(trouble, 7, []).check?.summary).toMatchInlineSnapshot(
    `"Copydesk could not review this pull request: the app still needs contents: read, checks: write. An owner of the repository can accept the request in the settings of the installation. This says nothing about the submission."`,
  );
});
