import { describe, expect, test } from '@jest/globals';
import { compareIssues } from '../../src/newsletter/compare-issues.ts';
import type { ItemChange, PlacedItem } from '../../src/newsletter/submission.ts';
import { parse } from './outline.ts';

const base = `# Community

### Official
* [One](https://one.example)
* [Two](https://two.example)
* [Three](https://three.example)

### Tooling
* [Four](https://four.example)

Write to us.

# Upcoming Events
* 2026-03-05 | Oslo | [Group](https://group.example)
    * [**Meeting**](https://group.example/1)
`;

/** The section and the line of its own side. */
function where({ section, item }: PlacedItem): string {
  return `${section} ${item.place.startLine}: ${item.raw.replace(/\s*\n\s*/g, ' / ')}`;
}

function sayChange(change: ItemChange): string {
  if (change.kind === 'added') return `added    ${where(change.after)}`;
  if (change.kind === 'removed') return `removed  ${where(change.before)}`;
  return `${change.kind.padEnd(8)} ${where(change.before)}\n      to ${where(change.after)}`;
}

function say(head: string | undefined, from: string | undefined): string {
  const { changes, outside } = compareIssues(
    from === undefined ? undefined : parse(from),
    head === undefined ? undefined : parse(head),
  );
  const edits = outside.map(
    ({ kind, startLine, endLine, before, after }) =>
      `outside  ${kind} ${startLine}-${endLine}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`,
  );
  return [...changes.map(sayChange), ...edits].join('\n') || 'nothing';
}

describe('what an editor would say', () => {
  test('white space, line ends and neighbours are no change', () => {
    const spaced = base
      .replace('* [Two]', '*   [Two]')
      .replace('Write to us.', 'Write  to us.  \n')
      .replace('### Tooling\n', '### Tooling\n\n')
      .replaceAll('\n', '\r\n');
    expect(say(spaced, base)).toBe('nothing');
  });

  test('added between others', () => {
    expect(say(base.replace('* [Two]', '* [New](https://new.example)\n* [Two]'), base)).toMatchInlineSnapshot(
      `"added    Official 5: * [New](https://new.example)"`,
    );
  });

  test('a second item like another is added, once', () => {
    expect(say(base.replace('* [One]', '* [Three](https://three.example)\n* [One]'), base)).toMatchInlineSnapshot(
      `"added    Official 4: * [Three](https://three.example)"`,
    );
  });

  test('title or address changed, and a bullet', () => {
    const head = base
      .replace('[One]', '[The First]')
      .replace('https://two.example', 'https://zwei.example')
      .replace('* [Three]', '- [Three]');
    expect(say(head, base)).toMatchInlineSnapshot(`
     "changed  Official 4: * [One](https://one.example)
           to Official 4: * [The First](https://one.example)
     changed  Official 5: * [Two](https://two.example)
           to Official 5: * [Two](https://zwei.example)
     changed  Official 6: * [Three](https://three.example)
           to Official 6: - [Three](https://three.example)"
    `);
  });

  test('moved within a section and to another, also with new words', () => {
    const head = base
      .replace('* [One](https://one.example)\n', '')
      .replace('* [Two](https://two.example)\n', '')
      .replace('### Tooling\n', '* [One](https://one.example)\n\n### Tooling\n* [Two, again](https://two.example)\n');
    expect(say(head, base)).toMatchInlineSnapshot(`
     "moved    Official 4: * [One](https://one.example)
           to Official 6: * [One](https://one.example)
     changed  Official 5: * [Two](https://two.example)
           to Tooling 9: * [Two, again](https://two.example)"
    `);
  });

  test('removed, and a meeting added to a group', () => {
    const head = base
      .replace('* [Four](https://four.example)\n', '')
      .replace('/1)\n', '/1)\n    * [**Next**](https://group.example/2)\n');
    expect(say(head, base)).toMatchInlineSnapshot(`
     "changed  Upcoming Events 14: * 2026-03-05 | Oslo | [Group](https://group.example) / * [**Meeting**](https://group.example/1)
           to Upcoming Events 13: * 2026-03-05 | Oslo | [Group](https://group.example) / * [**Meeting**](https://group.example/1) / * [**Next**](https://group.example/2)
     removed  Tooling 9: * [Four](https://four.example)"
    `);
  });

  test('edits outside items', () => {
    const head = base.replace('### Official', '### Officious').replace('Write to us.\n\n', '').concat('\nBye.\n');
    expect(say(head, base)).toMatchInlineSnapshot(`
     "outside  changed 3-3: "### Official" → "### Officious"
     outside  removed 8-8: "Write to us." → ""
     outside  added 15-15: "" → "Bye.""
    `);
  });

  test('a file that is new, and one that is deleted', () => {
    const small = '# Tooling\n* [One](https://one.example)\n';
    expect([say(small, undefined), compareIssues(undefined, undefined)]).toMatchInlineSnapshot(`
     [
       "added    Tooling 2: * [One](https://one.example)
     outside  added 1-1: "" → "# Tooling"",
       {
         "changes": [],
         "outside": [],
       },
     ]
    `);
    expect(say(undefined, small)).toMatchInlineSnapshot(`
     "removed  Tooling 2: * [One](https://one.example)
     outside  removed 1-1: "# Tooling" → """
    `);
  });
});
