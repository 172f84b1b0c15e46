import type { Page, PageFacts } from '../pages/page-facts.ts';
import type { RuleContext } from './define-rule.ts';

/** What is known of the page behind an address as it is written; undefined where it was not looked at. */
export function findFacts({ pages }: RuleContext, address: string): PageFacts | undefined {
  return pages?.facts.get(address);
}

/** The page behind an address; undefined where none is known to be there. */
export function findPage(context: RuleContext, address: string): Page | undefined {
  const facts = findFacts(context, address);
  return facts?.kind === 'page' ? facts : undefined;
}
