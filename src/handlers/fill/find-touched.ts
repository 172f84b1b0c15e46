import type { Outline } from '../../newsletter/issue.ts';
import { fillSections } from '../../newsletter/edit-issue.ts';
import type { DraftFacts } from '../../proposals/proposal-facts.ts';
import type { FilledSection } from '../../sections/filled-section.ts';

/**
 * The sections that open pull requests of people fill, which the draft still has empty: by section, the pull requests.
 * @param others the draft as each of them would have it, by number
 */
export function findTouched(
  { path, text }: DraftFacts,
  others: ReadonlyMap<number, string>,
  sections: readonly FilledSection[],
  outline: Outline,
): ReadonlyMap<string, readonly number[]> {
  const touched = new Map<string, readonly number[]>();
  const empty = findStates(text, 'filled');
  for (const [number, other] of others) {
    if (other === text) continue;
    const filled = findStates(other, 'filled-by-hand');
    for (const id of empty) if (filled.includes(id)) touched.set(id, [...(touched.get(id) ?? []), number]);
  }
  return touched;

  function findStates(draft: string, kind: 'filled' | 'filled-by-hand'): readonly string[] {
    const { outcomes } = fillSections(path, draft, sections, outline);
    return [...outcomes].filter(([, outcome]) => outcome.kind === kind).map(([id]) => id);
  }
}
