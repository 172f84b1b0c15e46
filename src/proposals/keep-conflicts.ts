import type { ComposedDraft, Conflicts } from './compose-draft.ts';

/**
 * The conflicts that stand after a run, by section: those that arose in it, and earlier ones for as long as the same is
 * generated and editors have not taken it over. A merge finds each only once, since from then on it is what was generated.
 */
export function keepConflicts(
  before: Conflicts,
  { text = '', generated, conflicts }: Pick<ComposedDraft, 'text' | 'generated' | 'conflicts'>,
): Conflicts {
  const ids = new Set([...before.keys(), ...conflicts.keys()]);
  const standing = [...ids].map((id) => {
    const isStanding = (words: string): boolean => hasLines(generated.get(id), words) && !hasLines(text, words);
    const earlier = (before.get(id) ?? []).filter(isStanding);
    return [id, [...new Set([...earlier, ...(conflicts.get(id) ?? [])])]] as const;
  });
  return new Map(standing.filter(([, words]) => words.length > 0));
}

function hasLines(text = '', words: string): boolean {
  return `\n${text.replaceAll('\r\n', '\n')}\n`.includes(`\n${words}\n`);
}
