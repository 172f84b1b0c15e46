/** The path of the draft that is open. */
export const DRAFT = 'draft/2026-03-04-this-week-in-ferris.md';
export const NEXT_DRAFT = 'draft/2026-03-11-this-week-in-ferris.md';
/** The open draft once it is published. */
export const NEXT_PUBLISHED = 'content/2026-03-04-this-week-in-ferris.md';
export const PUBLISHED = 'content/2026-02-25-this-week-in-ferris.md';

/** An issue in the default form. `items` go under their section. */
export function writeIssue(
  day: string,
  number: number,
  items: Readonly<Record<string, readonly string[]>> = {},
): string {
  const section = (name: string): string => `### ${name}\n${(items[name] ?? []).map((item) => `${item}\n`).join('')}\n`;
  return [
    `Title: This Week in Ferris ${number}\nNumber: ${number}\nDate: ${day}\nCategory: This Week in Ferris\n\n`,
    'Hello and welcome to another issue!\n\n',
    '## Updates from Rust Community\n\n',
    '<!--\nOne link a line:\n\n* [Title of the linked page](https://example.com/my_article)\n-->\n\n',
    section('Official'),
    section('Newsletters'),
    section('Project/Tooling Updates'),
    section('Observations/Thoughts'),
    section('Rust Walkthroughs'),
    section('Miscellaneous'),
    '## Crate of the Week\n\n<!-- goes here -->\n',
  ].join('');
}

/** What every reader of this newsletter sees this week before anybody submits anything. */
const STANDING_ITEMS: Readonly<Record<string, readonly string[]>> = {
  Official: ['* [Announcing Ferris 1.94](https://blog.ferris.test/releases/1.94)'],
  'Observations/Thoughts': ['* [Why crabs walk sideways](https://crabs.test/sideways)'],
  'Rust Walkthroughs': ['* [Moulting, step by step](https://crabs.test/moulting)'],
};

/** The newsletter's files on its default branch. */
export const sampleNewsletter: Readonly<Record<string, string>> = {
  'README.md': '# This Week in Ferris\n',
  [PUBLISHED]: writeIssue('2026-02-25', 640, { Official: ['* [Ferris in February](https://blog.ferris.test/feb)'] }),
  [DRAFT]: writeIssue('2026-03-04', 641, STANDING_ITEMS),
};

/** The open draft with lines added under some of its sections. */
export function addItems(added: Readonly<Record<string, readonly string[]>>, to = STANDING_ITEMS): string {
  const names = [...new Set([...Object.keys(to), ...Object.keys(added)])];
  const items = names.map((name) => [name, [...(to[name] ?? []), ...(added[name] ?? [])]] as const);
  return writeIssue('2026-03-04', 641, Object.fromEntries(items));
}
