import type { Outline } from '../../newsletter/issue.ts';
import type { SectionText } from '../../newsletter/section-text.ts';
import type { Parser } from '../../ports.ts';
import type { DraftFacts } from '../../proposals/proposal-facts.ts';

/** The draft as open pull requests of people would have it, by their number. */
type Others = ReadonlyMap<number, string>;

/** The sections that they fill, and that the draft still has empty: by section, the pull requests. */
export async function findTouched(
  parser: Parser,
  { path, text }: DraftFacts,
  others: Others,
  { sections, outline }: { readonly sections: readonly SectionText[]; readonly outline: Outline },
): Promise<ReadonlyMap<string, readonly number[]>> {
  const touched = new Map<string, readonly number[]>();
  const numbers = [...others.keys()];
  const texts = [text, ...others.values()].map((one) => ({ path, text: one }));
  const [own, ...found] = await parser.readFilledIds(texts, sections, outline);
  for (const id of own?.empty ?? []) {
    const at = numbers.filter((_, index) => found[index]?.filled.includes(id) === true);
    if (at.length > 0) touched.set(id, at);
  }
  return touched;
}
