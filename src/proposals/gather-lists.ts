import type { Piece } from './read-pieces.ts';

/** Items in a row, with the comments between them. */
interface List {
  readonly items: readonly {
    readonly text: string;
    /** How many blank lines stand above it, if it is not the first. */
    readonly gap: number;
  }[];
}

/** Takes items in a row as one; a blank line or a comment between two does not part them. */
export function gatherLists(pieces: readonly Piece[]): readonly (Piece | List)[] {
  const parts: (Piece | List)[] = [];
  for (let at = 0; at < pieces.length;) {
    const end = findListEnd(pieces, at);
    parts.push(...(end > at ? [toList(pieces.slice(at, end))] : pieces.slice(at, at + 1)));
    at = Math.max(end, at + 1);
  }
  return parts;
}

/** The index behind the last item of the list that begins at `at`; `at` itself where none does. */
function findListEnd(pieces: readonly Piece[], at: number): number {
  let end = at;
  for (let next = at; next < pieces.length; next += 1) {
    const kind = pieces[next]?.kind;
    if (kind === 'item') end = next + 1;
    else if (end === at || (kind !== 'blank' && kind !== 'comment')) break;
  }
  return end;
}

function toList(pieces: readonly Piece[]): List {
  let gap = 0;
  const items: List['items'][number][] = [];
  for (const { kind, text } of pieces) {
    if (kind !== 'blank') items.push({ text, gap });
    gap = kind === 'blank' ? gap + 1 : 0;
  }
  return { items };
}
