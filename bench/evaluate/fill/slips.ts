/** What the editors did where the published section differs, by week and section (`bytes`: in the updates, byte for byte); looked up by hand. */
export const slips: Readonly<Record<string, string>> = {
  '2025-02-26 bytes': 'one entry held several links, which each have an entry of their own today',
  '2025-03-05 bytes': 'one entry held several links, which each have an entry of their own today',
  '2025-06-18 bytes': 'a space stands before the last sub-heading',
  '2025-07-30 bytes': 'some entries have another bullet',
  '2025-08-20 bytes': 'the blank lines before sub-headings were left out',
  '2025-09-24 bytes': 'the last sub-heading has another level',
  '2025-10-01 bytes': 'the blank lines before sub-headings were left out',
  '2025-11-19 bytes': 'the blank lines before sub-headings were left out',
  '2025-08-13 newRfcs': 'an underscore inside a word was escaped, which needs none',
  '2025-12-03 approvedRfcs': 'the sentence of another section stands in this one',
  '2025-12-10 approvedRfcs': 'the sentence of another section stands in this one',
  '2025-12-31 newRfcs': 'the template of the comment periods stands below the section, and its heading twice',
  '2026-01-14 approvedRfcs': 'the sentence was left inside the template comment, so that nothing showed',
  '2026-01-28 fcp': 'brackets in pairs were escaped, which need it only before an address',
};
