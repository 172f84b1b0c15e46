import type { Config } from '../config/schema.ts';
import type { Issue } from '../newsletter/issue.ts';
import type { OutsideEdit, SubmittedFile } from '../newsletter/submission.ts';
import type { Problem, RuleContext } from './define-rule.ts';
import { hasOldLine } from './has-old-line.ts';

/**
 * New lines with an address where items stand, which are no items: their author forgot more than the bullet. Editors
 * write what they like.
 */
export function findLooseLines({ submission, author, config }: RuleContext): readonly Problem[] {
  if (author.permission === 'write') return [];
  return submission.files.filter(({ role }) => role === 'draft').flatMap((file) => findInFile(file, config));
}

function findInFile({ path, base, head, outside }: SubmittedFile, config: Config): readonly Problem[] {
  const edits = outside.filter(isNew);
  if (head === undefined || base === undefined || edits.length === 0) return [];
  const lines = head.text.split('\n').map((line) => line.trimEnd());
  // The blank line above, by which lines of one paragraph are known.
  const getTop = (number = 0): number => lines.lastIndexOf('', number - 1);
  const isOpen = findOpenLines(head, config);
  return edits.flatMap(({ startLine, endLine }) => {
    const numbers = Array.from({ length: endLine - startLine + 1 }, (_, index) => startLine + index);
    const loose = numbers.filter((number) => {
      const text = lines[number - 1]?.trim() ?? '';
      return isOpen(number) && isLoose(text) && !hasOldLine(base, text);
    });
    // One paragraph is one mistake.
    return loose
      .filter((number, index) => index === 0 || getTop(loose[index - 1]) !== getTop(number))
      .map((number) => describe(path, number, lines[number - 1] ?? '', config));
  });
}

/** Whoever corrects a line that had an address before answers for no more than that. */
function isNew({ kind, before }: OutsideEdit): boolean {
  return kind === 'added' || (kind === 'changed' && !ADDRESS.test(before));
}

const ADDRESS = /https?:\/\/[^\s<>()[\]"`]{1,2000}/i;

/** Neither heading, quotation, table, code nor HTML, nor the address of a link that stands elsewhere. */
function isLoose(text: string): boolean {
  return ADDRESS.test(text) && !/^(?:[#>|]|`{3}|~{3}|<(?!https?:)|!\[|\[[^\]]{1,100}\]:)/i.test(text);
}

/** Whether a line stands where items are links, but in no item and no comment. */
function findOpenLines({ sections, comments }: Issue, { grammars }: Config): (line: number) => boolean {
  const open = sections.filter(({ region }) => grammars[region] === 'link');
  const taken = [...open.flatMap(({ items }) => items.map(({ place }) => place)), ...comments];
  return (line) =>
    open.some((section) => section.line < line && line <= section.endLine) &&
    !taken.some(({ startLine, endLine }) => startLine <= line && line <= endLine);
}

function describe(path: Problem['path'], line: number, text: string, { bullet }: Config): Problem {
  return {
    path,
    place: { startLine: line, startColumn: 1, endLine: line, endColumn: text.length + 1 },
    message: 'The bullet is missing, so this is no list item: write the line as {0}.',
    quotes: [`${bullet} [title of the page](address)`],
    subject: ADDRESS.exec(text)?.[0] ?? text,
  };
}
