/** A stretch of Markdown: a code span or fenced block with its backticks, or what stands between two. */
export interface Stretch {
  readonly text: string;
  readonly isCode: boolean;
}

/**
 * Splits Markdown at its backtick code. A run of backticks opens code if an equally long run follows; otherwise it is
 * text. Joined again, the stretches are the text.
 */
export function splitCode(markdown: string): readonly Stretch[] {
  const runs = [...markdown.matchAll(/`+/g)].map((match) => ({ start: match.index, length: match[0].length }));
  const closers = findClosers(runs);
  const stretches: Stretch[] = [];
  let done = 0;
  for (const [index, run] of runs.entries()) {
    const closer = run.start < done ? undefined : runs[closers[index] ?? -1];
    if (closer === undefined) continue;
    const end = closer.start + closer.length;
    stretches.push({ text: markdown.slice(done, run.start), isCode: false });
    stretches.push({ text: markdown.slice(run.start, end), isCode: true });
    done = end;
  }
  stretches.push({ text: markdown.slice(done), isCode: false });
  return stretches.filter((stretch) => stretch.text !== '');
}

/** For each run the index of the next run of the same length, found from the end in one pass. */
function findClosers(runs: readonly { readonly length: number }[]): readonly (number | undefined)[] {
  const nextOfLength = new Map<number, number>();
  return runs
    .map((_, index) => runs.length - 1 - index)
    .map((index) => {
      const length = runs[index]?.length ?? 0;
      const next = nextOfLength.get(length);
      nextOfLength.set(length, index);
      return next;
    })
    .reverse();
}
