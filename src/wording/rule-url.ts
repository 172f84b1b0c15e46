import { redirectLinks } from './redirect-links.ts';

/** The folder of the rules' pages, unless the operator names another one. */
export const RULE_PAGES = 'https://github.com/copydesk/copydesk/blob/main/docs/rules';

/** The address of a rule's page, fit for a comment. `pages` is the folder of the rules' pages. */
export function getRuleUrl(rule: string, pages: string = RULE_PAGES): string {
  return redirectLinks(`${pages.replace(/\/+$/, '')}/${rule}.md`);
}
