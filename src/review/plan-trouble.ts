import { toInertSpan } from '../wording/inert-text.ts';
import { findOwnCheck, planCheck } from './plan-check.ts';
import type { CheckContent, EarlierCheck, ReviewPlan } from './review-plan.ts';

/** Why a review could not be made; nobody's submission is to blame. */
export type ReviewTrouble =
  | { readonly kind: 'missing-permission'; readonly permissions: readonly string[] }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed'; readonly delivery: string };

/** A plan that only says, in a neutral check run, what kept Copydesk from a review and who can mend it. @param checks our own on the head so far */
export function planTrouble(trouble: ReviewTrouble, number: number, checks: readonly EarlierCheck[]): ReviewPlan {
  const check = planCheck(describe(trouble), number, findOwnCheck(checks, number));
  return { check, review: undefined, summary: undefined, retire: [] };
}

function describe(trouble: ReviewTrouble): CheckContent {
  const base = { conclusion: 'neutral', annotations: [] } as const;
  const innocence = 'This says nothing about the submission.';
  switch (trouble.kind) {
    case 'missing-permission':
      return {
        ...base,
        title: 'Copydesk lacks a permission',
        summary: `Copydesk could not review this pull request: the app still needs ${trouble.permissions.join(', ')}. An owner of the repository can accept the request in the settings of the installation. ${innocence}`,
      };
    case 'too-large':
      return {
        ...base,
        title: 'The pull request is too large to compare',
        summary: `GitHub could not say what this pull request changes, so Copydesk could not review it. Split it, or leave out what does not belong to it; the next push tries again. ${innocence}`,
      };
    case 'failed':
      return {
        ...base,
        title: 'Copydesk could not finish',
        summary: `Something went wrong on Copydesk's side (delivery ${toInertSpan(trouble.delivery)}). **Re-run** tries again; the operator finds the reason in the log. ${innocence}`,
      };
  }
}
