/** One line of a patch that can carry a comment: its numbers on either side, and the hunk it stands in. */
export interface PatchLine {
  readonly hunk: number;
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** Row of the patch text, counted from 0; the first hunk's head is row 0. */
  readonly row: number;
}

/** Lists the lines of a patch. Written apart from the engine's parser, so that neither repeats the other's mistake. */
export function listPatchLines(patch: string): readonly PatchLine[] {
  const found: PatchLine[] = [];
  const at = { hunk: 0, left: 0, right: 0 };
  for (const [row, text] of patch.split('\n').entries()) {
    const head = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (head !== null) {
      at.hunk += 1;
      at.left = Number(head[1]);
      at.right = Number(head[2]);
      continue;
    }
    const mark = text.charAt(0);
    if (mark === '\\') continue;
    const left = mark === '+' ? undefined : at.left++;
    const right = mark === '-' ? undefined : at.right++;
    found.push({ hunk: at.hunk, left, right, row });
  }
  return found;
}

/** The hunk's head and its rows down to the given one, as `diff_hunk` shows them. */
export function cutHunk(patch: string, row: number): string {
  const rows = patch.split('\n').slice(0, row + 1);
  const head = rows.findLastIndex((text) => text.startsWith('@@ '));
  return rows.slice(Math.max(head, 0)).join('\n');
}

/** Where a line of the old side is on the new side, by a patch without context; undefined where it was touched. */
export function followLine(patch: string, line: number): number | undefined {
  let shift = 0;
  for (const [, start = '0', length = '1', , added = '1'] of patch.matchAll(
    /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm,
  )) {
    const removed = Number(length);
    // A pure insertion names the line it follows.
    const first = removed === 0 ? Number(start) + 1 : Number(start);
    if (line < first) break;
    if (line < first + removed) return undefined;
    shift += Number(added) - removed;
  }
  return line + shift;
}
