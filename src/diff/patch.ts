/** One file's patch as GitHub's API gives it (hunks without a file header), parsed. Plain data. */
export interface Patch {
  readonly hunks: readonly Hunk[];
}

export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly PatchLine[];
}

/** Numbers are 1-based; `noNewline` marks the last line of a file that does not end in a line feed. */
export type PatchLine =
  | {
      readonly kind: 'context';
      readonly oldLine: number;
      readonly newLine: number;
      readonly text: string;
      readonly noNewline: boolean;
    }
  | { readonly kind: 'added'; readonly newLine: number; readonly text: string; readonly noNewline: boolean }
  | { readonly kind: 'removed'; readonly oldLine: number; readonly text: string; readonly noNewline: boolean };

/** Why there is no patch to parse. */
export type NoPatch = 'missing' | 'unparsable';
