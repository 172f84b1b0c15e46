/**
 * A span of text. Lines and columns are 1-based, columns count UTF-16 units, the end is exclusive; an empty span
 * (start = end) is an insertion point. `endLine` is the line of the last character, or of the insertion point.
 */
export interface Place {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Text with the place it was written at. */
export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}
