import type { IssueFacts, PageFacts } from '../../src/pages/page-facts.ts';
import type { Rule } from '../../src/rules/define-rule.ts';
import { reviewPush, tellReview, writeDraft } from '../support/check-rule.ts';

/** Reviews an added line whose pages are known. */
export function reviewPage(
  line: string,
  facts: readonly PageFacts[],
  rules?: readonly Rule[],
  { section = 'Observations/Thoughts', issues = {} }: { section?: string; issues?: Record<string, IssueFacts> } = {},
): string {
  const base = writeDraft({ Jobs: ['', '### CFP - Projects'] });
  const added = section === 'CFP - Projects' ? { Jobs: ['', '### CFP - Projects', line] } : { [section]: [line] };
  const head = writeDraft({ Jobs: ['', '### CFP - Projects'], ...added });
  const pages = {
    facts: new Map(facts.map((one) => [one.evidence.url, one])),
    issues: new Map(Object.entries(issues)),
    pending: 0,
    unread: 0,
  };
  return tellReview(head, reviewPush({ files: [{ base, head }], pages }, rules).findings);
}
