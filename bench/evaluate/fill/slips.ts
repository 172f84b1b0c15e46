/** What the editors did where the published section differs, by week and section; looked up by hand. */
export const slips: Readonly<Record<string, string>> = {
  '2025-08-13 newRfcs': 'an underscore inside a word was escaped, which needs none',
  '2025-12-03 approvedRfcs': 'the sentence of another section stands in this one',
  '2025-12-10 approvedRfcs': 'the sentence of another section stands in this one',
  '2025-12-31 newRfcs': 'the template of the comment periods stands below the section, and its heading twice',
  '2026-01-14 approvedRfcs': 'the sentence was left inside the template comment, so that nothing showed',
  '2026-01-28 fcp': 'brackets in pairs were escaped, which need it only before an address',
};
