/** One row of a diff as people see it; `hunk` is a hunk's header, `note` is git's remark on a missing last line feed. */
export interface DiffLine {
  readonly kind: 'hunk' | 'context' | 'added' | 'removed' | 'note';
  readonly text: string;
  readonly oldLine?: number;
  readonly newLine?: number;
}

/**
 * The rows of a patch, or of the piece of one that a comment quotes (where the header promises more lines than follow,
 * which is why this does not parse strictly). Never throws.
 */
export function readDiffLines(patch: string): readonly DiffLine[] {
  let next = { old: 1, new: 1 };
  return patch
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => {
      const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(row);
      if (header !== null) {
        next = { old: Number(header[1]), new: Number(header[2]) };
        return { kind: 'hunk', text: row };
      }
      return readLine(row, next);
    });
}

function readLine(row: string, next: { old: number; new: number }): DiffLine {
  const text = row.slice(1);
  if (row.startsWith('+')) return { kind: 'added', text, newLine: next.new++ };
  if (row.startsWith('-')) return { kind: 'removed', text, oldLine: next.old++ };
  if (row.startsWith('\\')) return { kind: 'note', text: text.trim() };
  return { kind: 'context', text, oldLine: next.old++, newLine: next.new++ };
}
