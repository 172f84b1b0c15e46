import { redirectLinks } from './redirect-links.ts';

/** The folder of the rules' pages, unless the operator names another one. */
export const RULE_PAGES = 'https://github.com/copydesk/copydesk/blob/main/docs/rules';

/** The address of a rule's page. `pages` is the folder of the rules' pages. */
export function getRulePage(rule: string, pages: string = RULE_PAGES): string {
  return `${pages.replace(/\/+$/, '')}/${rule}.md`;
}

/** The same, fit for a comment: GitHub counts it as no mention of anything. */
export function getRuleUrl(rule: string, pages: string): string {
  return redirectLinks(getRulePage(rule, pages));
}
