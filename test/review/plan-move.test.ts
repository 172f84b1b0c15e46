import { createTwoFilesPatch } from 'diff';
import { describe, expect, test } from '@jest/globals';
import type { Finding, TextEdit } from '../../src/findings/finding.ts';
import { planMove } from '../../src/review/plan-move.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { parse } from '../newsletter/outline.ts';

const path = toRepositoryPath('draft/2026-03-04.md');

/** Lines 2 and 3, and 7, are items. */
const head = `## Official
* [One](https://a.test/1)
  more of it
* [Two](https://a.test/2)

## Tooling
- [Three](https://a.test/3)

## Virtual
`;

/** The patch that adds all of a text, or all of it but its first lines. */
function writePatch(text: string, before = ''): string {
  const whole = createTwoFilesPatch('a', 'b', before, text, '', '', { context: 0 });
  return whole.slice(whole.indexOf('@@ '));
}

function find(edit: TextEdit, where = path): Finding {
  return {
    ...{ rule: 'item-bullet', severity: 'error', path: where, message: '', quotes: [], subject: '' },
    ...{ place: edit, edits: [edit] },
  };
}

interface Wish {
  readonly text?: string;
  /** The item's first line. */
  readonly line: number;
  readonly below: number;
  readonly findings?: readonly Finding[];
  readonly patch?: string | undefined;
}

/** What is said of a move, and the draft with its suggestion accepted, a stroke between lines. */
function move({ text = head, line, below, findings = [], ...rest }: Wish) {
  const placed = parse(text).sections.flatMap(({ items, name, region }) =>
    items.map((item) => ({ item, section: name, region })),
  );
  const wanted = placed.find(({ item }) => item.place.startLine === line);
  if (wanted === undefined) throw new Error(`no item on line ${line}`);
  const patch = 'patch' in rest ? rest.patch : writePatch(text);
  const { lines, suggestion } = planMove(wanted, { path, head: text, patch, below, findings });
  const all = text.split(/\r?\n/);
  if (suggestion !== undefined) {
    all.splice(suggestion.startLine - 1, suggestion.endLine - suggestion.startLine + 1, ...suggestion.lines);
  }
  return { lines, moved: suggestion && all.join('|') };
}

const bullet = { startLine: 7, startColumn: 1, endLine: 7, endColumn: 2, text: '*' };

describe('accepted, the suggestion of a move', () => {
  test.each<[what: string, wish: Wish, moved: string]>([
    [
      'brings an item down, with all of its lines',
      { line: 2, below: 7 },
      '## Official|* [Two](https://a.test/2)||## Tooling|- [Three](https://a.test/3)|* [One](https://a.test/1)|  more of it||## Virtual|',
    ],
    [
      'brings an item up',
      { line: 7, below: 1 },
      '## Official|- [Three](https://a.test/3)|* [One](https://a.test/1)|  more of it|* [Two](https://a.test/2)||## Tooling||## Virtual|',
    ],
    [
      'corrects the item on its way',
      { line: 7, below: 4, findings: [find(bullet)] },
      '## Official|* [One](https://a.test/1)|  more of it|* [Two](https://a.test/2)|* [Three](https://a.test/3)||## Tooling||## Virtual|',
    ],
    [
      'corrects one line of several, and leaves alone what reaches beyond them or stands elsewhere',
      {
        ...{ line: 2, below: 4 },
        findings: [
          find({ startLine: 3, startColumn: 1, endLine: 3, endColumn: 7, text: '  most' }),
          find({ startLine: 1, startColumn: 1, endLine: 2, endColumn: 2, text: '' }),
          find({ startLine: 3, startColumn: 1, endLine: 4, endColumn: 2, text: '' }),
          find({ ...bullet, startLine: 2, endLine: 2, text: '+' }, toRepositoryPath('draft/other.md')),
        ],
      },
      '## Official|* [Two](https://a.test/2)|* [One](https://a.test/1)|  most of it||## Tooling|- [Three](https://a.test/3)||## Virtual|',
    ],
    [
      'knows no carriage returns at the ends of lines',
      { text: head.replaceAll('\n', '\r\n'), line: 4, below: 1 },
      '## Official|* [Two](https://a.test/2)|* [One](https://a.test/1)|  more of it||## Tooling|- [Three](https://a.test/3)||## Virtual|',
    ],
  ])('%s', (_, wish, moved) => {
    expect(move(wish).moved).toBe(moved);
  });
});

describe('without a suggestion the lines are told', () => {
  const long = head.replace('\n\n## Tooling', `\n${'\nText.'.repeat(11)}\n\n## Tooling`);
  test.each<[what: string, wish: Wish]>([
    ['where GitHub gave no patch', { line: 2, below: 7, patch: undefined }],
    [
      'where the diff ends above its end',
      { line: 2, below: 7, patch: writePatch(head, head.slice(head.indexOf('##', 9))) },
    ],
    ['where it would take too many lines', { text: long, line: 2, below: 19 }],
    ['where a line holds what a suggestion would lose', { text: head.replace('[Two]', '[T\rwo]'), line: 2, below: 7 }],
  ])('%s', (_, wish) => {
    expect(move(wish)).toEqual({ lines: ['* [One](https://a.test/1)', '  more of it'], moved: undefined });
  });
});
