import type { Place } from '../shared/place.ts';
import type { Problem, RuleContext } from './define-rule.ts';
import { findAddress, findLooseText, type LooseLine } from './find-loose-text.ts';

/** New paragraphs with an address among links, which are no items: their author forgot more than the bullet. */
export function findLooseLines(context: RuleContext): readonly Problem[] {
  return findLooseText(context, 'link').flatMap(({ path, lines, before }) => {
    // Whoever corrects a line that had an address before answers for no more than that.
    const line =
      findAddress(before) === undefined ? lines.find(({ text }) => findAddress(text) !== undefined) : undefined;
    return line === undefined ? [] : [describe(path, line, context)];
  });
}

function describe(path: Problem['path'], { number, text }: LooseLine, { config }: RuleContext): Problem {
  const place: Place = { startLine: number, startColumn: 1, endLine: number, endColumn: text.length + 1 };
  return {
    path,
    place,
    message: 'The bullet is missing, so this is no list item: write the line as {0}.',
    quotes: [`${config.bullet} [title of the page](address)`],
    subject: findAddress(text) ?? text,
  };
}
