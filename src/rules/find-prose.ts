import type { Grammar } from '../config/schema.ts';
import type { Problem, RuleContext } from './define-rule.ts';
import { findLooseText, type LooseParagraph } from './find-loose-text.ts';

/** What to say of a paragraph: `{0}` stands for the first of the quotes. */
type Wording = Pick<Problem, 'message' | 'quotes'>;

/**
 * One problem for each run of new paragraphs where items of a kind stand.
 * @param isMeant which paragraphs; those that replace others are corrections, and never meant
 */
export function findProse(
  context: RuleContext,
  grammar: Grammar,
  wording: Wording,
  isMeant: (paragraph: LooseParagraph) => boolean = () => true,
): readonly Problem[] {
  const meant = findLooseText(context, grammar).filter((text) => text.before === '' && isMeant(text));
  return joinRuns(meant).flatMap((run) => {
    const [first, last] = [run[0]?.lines[0], run.at(-1)?.lines.at(-1)];
    const path = run[0]?.path;
    if (path === undefined || first === undefined || last === undefined) return [];
    const end = { endLine: last.number, endColumn: last.text.length + 1 };
    return [
      { path, place: { startLine: first.number, startColumn: 1, ...end }, subject: first.text.trim(), ...wording },
    ];
  });
}

/** The same among calls, which have one form. */
export function findCallProse(
  context: RuleContext,
  grammar: 'cfp-project' | 'cfp-event',
  form: string,
): readonly Problem[] {
  const message = 'This text is no call: take it out, and write each call as an item of its own, {0}.';
  return findProse(context, grammar, { message, quotes: [form] });
}

/** Paragraphs with one blank line between them are one text. */
function joinRuns(paragraphs: readonly LooseParagraph[]): readonly (readonly LooseParagraph[])[] {
  const runs: LooseParagraph[][] = [];
  for (const paragraph of paragraphs) {
    const above = runs.at(-1)?.at(-1);
    const distance = (paragraph.lines[0]?.number ?? 0) - (above?.lines.at(-1)?.number ?? 0);
    if (above?.path === paragraph.path && distance === 2) runs.at(-1)?.push(paragraph);
    else runs.push([paragraph]);
  }
  return runs;
}
