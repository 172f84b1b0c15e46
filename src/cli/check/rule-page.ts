const pages = 'https://github.com/copydesk/copydesk/blob/main/docs/rules';

/** Where a rule is explained. */
export function getRulePage(rule: string): string {
  return `${pages}/${rule}.md`;
}
