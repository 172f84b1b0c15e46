import { describe, expect, test } from '@jest/globals';
import { allItems, parse, show } from './outline.ts';

const header = 'Title: This Week 12\nNumber: 12\nDate: 2026-03-04\nCategory: News\n';

describe('an issue', () => {
  test('has a header, sections with today’s names, and items', () => {
    const issue = parse(`${header}
Hello! Tag us at
[@us](https://social.example/@us) or write.

# Community
<!-- * [a sample](https://example.com) -->
### From the [Team](https://team.example)
* [One](https://a.example)
* [Two](https://b.example)

### A Conference 2026
* [Three](https://c.example)

# Upcoming Events
### Online
* 2026-03-05 | Virtual | [Group](https://g.example)
    * [**Meeting**](https://g.example/1)
`);
    expect(issue.header).toEqual({ title: 'This Week 12', number: 12, date: '2026-03-04', endLine: 4 });
    expect(show(issue)).toMatchInlineSnapshot(`
     "1-8 (top) / other ?
     9-10 Updates from the Community / community
     11-14 Official / community
       12-12 [*] "[One](https://a.example)"
       13-13 [*] "[Two](https://b.example)"
     15-17 A Conference 2026 / community ?
       16-16 [*] "[Three](https://c.example)"
     18-18 Upcoming Events / events
     19-22 Virtual / events
       20-21 [*] "2026-03-05 | Virtual | [Group](https://g.example)"
         21-21 [*] "[**Meeting**](https://g.example/1)""
    `);
    expect(issue.comments).toMatchInlineSnapshot(`
     [
       {
         "endColumn": 43,
         "endLine": 10,
         "startColumn": 1,
         "startLine": 10,
       },
     ]
    `);
  });

  test('tells two headings of one name apart by the heading above', () => {
    const issue = parse('# Calls for Testing\n### Compiler\n* [a](u)\n# Project News\n### Compiler\n* [b](u)\n');
    expect(show(issue)).toMatchInlineSnapshot(`
     "1-0 (top) / other ?
     1-1 Calls for Testing / cft
     2-3 Testing: Compiler / cft
       3-3 [*] "[a](u)"
     4-4 Project News / updates
     5-7 Compiler / updates
       6-6 [*] "[b](u)""
    `);
  });

  test('has headings underlined, indented and closed, but not in code', () => {
    const issue = parse(
      'Project\nNews\n====\n\n## `Tooling` ##\n\n```\n# Official\n* [x](u)\n```\n  ### Official:\n* [y](u)\n',
    );
    expect(show(issue)).toMatchInlineSnapshot(`
     "1-0 (top) / other ?
     1-4 Project News / updates
     5-10 Tooling / community
     11-13 Official / community
       12-12 [*] "[y](u)""
    `);
  });

  test.each([
    ['Windows line ends', '# Tooling\r\n* [a](https://a)\r\n* [b](https://b)\r\n', 6],
    ['a byte order mark', '\ufeffTitle: x 9\nDate: 2026-03-04\n\n# Tooling\n* [a](https://a)\n', 3],
    ['a tab after the bullet', '# Tooling\n*\t[a](https://a)\n', 3],
    ['no line feed at the end', '# Tooling\n* [a](https://a)', 3],
    ['nothing', '', 0],
  ])('keeps exact places with %s', (_, text, count) => {
    const lines = text.split('\n');
    const places = allItems(parse(text)).flatMap(({ entry, place, raw }) => [
      { place, text: raw },
      ...entry.links.flatMap(({ title, url }) => [title, url]),
    ]);
    for (const { place, text: expected } of places) {
      expect(lines[place.startLine - 1]?.slice(place.startColumn - 1, place.endColumn - 1)).toBe(expected);
    }
    expect(places).toHaveLength(count);
  });
});

describe('an item is what an editor sees', () => {
  test('also without a bullet, with a wrong one, or indented', () => {
    const issue = parse(`# Tooling
* [Right](https://a.example)
[Lazy](https://b.example)
- [Dash](https://c.example)
+ [Plus](https://d.example)
  * [Indented](https://e.example)
*[Tight](https://f.example)

[video] [After a blank](https://g.example)

Some words that go with [a link](https://h.example).
`);
    expect(show(issue)).toMatchInlineSnapshot(`
     "1-0 (top) / other ?
     1-12 Tooling / community
       2-2 [*] "[Right](https://a.example)"
       3-3 [] "[Lazy](https://b.example)"
       4-4 [-] "[Dash](https://c.example)"
       5-5 [+] "[Plus](https://d.example)"
       6-6 [*] "[Indented](https://e.example)"
       7-7 [*] "[Tight](https://f.example)"
       9-9 [] "[video] [After a blank](https://g.example)""
    `);
  });

  test('also with a bracket too many, below another one', () => {
    const issue = parse(`# Tooling
* [Right](https://a.example)
[video] [Lazy]](https://b.example)
• [Dot]](https://c.example)
`);
    expect(allItems(issue).map(({ bullet, entry }) => [bullet, entry.links[0]?.title.text])).toEqual([
      ['*', 'Right'],
      ['', 'Lazy'],
      ['•', 'Dot'],
    ]);
  });

  test('with the lines that go on with it', () => {
    const issue = parse(`# Project News
* [One](https://a.example) is
  long, and [so
long](https://b.example) too.

  Even this.

Not this.
* Two

      code of two
`);
    expect(show(issue)).toMatchInlineSnapshot(`
     "1-0 (top) / other ?
     1-12 Project News / updates
       2-6 [*] "[One](https://a.example) is\\n  long, and [so\\nlong](https://b.example) too.\\n\\n  Even this."
       9-11 [*] "Two\\n\\n      code of two""
    `);
  });

  test('but not in prose, comments, code, quotations, definitions or breaks', () => {
    const issue = parse(`# Calls for Testing
[Let us know](https://a.example) if you want more.

> * [quoted](https://b.example)

[ref]: https://c.example
* * *

\`\`\`
* [code](https://d.example)
\`\`\`
<!--
* [hidden](https://e.example)
--> 
`);
    expect(show(issue)).toMatchInlineSnapshot(`
     "1-0 (top) / other ?
     1-15 Calls for Testing / cft"
    `);
  });

  test('on both sides of a conflict that nobody resolved', () => {
    const issue = parse(`# Tooling
<<<<<<< HEAD
* [One](https://a.example)
=======
* [Two](https://b.example)
>>>>>>> main
`);
    expect(show(issue)).toMatchInlineSnapshot(`
     "1-0 (top) / other ?
     1-7 Tooling / community
       3-3 [*] "[One](https://a.example)"
       5-5 [*] "[Two](https://b.example)""
    `);
  });

  test('with items below it where a section has such', () => {
    const issue = parse(`# Upcoming Events
* 2026-03-05 | Oslo | [Group](https://a.example)
    * [**First**](https://b.example)
        * details

    * [**Second**](https://c.example)
* 2026-03-06 | Bern | [Other](https://d.example)
`);
    expect(show(issue)).toMatchInlineSnapshot(`
     "1-0 (top) / other ?
     1-8 Upcoming Events / events
       2-6 [*] "2026-03-05 | Oslo | [Group](https://a.example)"
         3-4 [*] "[**First**](https://b.example)"
           4-4 [*] "details"
         6-6 [*] "[**Second**](https://c.example)"
       7-7 [*] "2026-03-06 | Bern | [Other](https://d.example)""
    `);
  });
});
