import type { RepositoryPath } from '../shared/brand.ts';
import type { Issue, Item } from './issue.ts';

/** What a pull request adds, changes, moves or removes, file by file. Plain data. */
export interface Submission {
  readonly files: readonly SubmittedFile[];
}

/** What kind of newsletter file a path is, by the configured paths. */
export type FileRole = 'draft' | 'archive' | 'template';

/** One newsletter file of a pull request, compared with the pull request's own base. */
export interface SubmittedFile {
  readonly path: RepositoryPath;
  readonly role: FileRole;
  /** Where the file was before, when it was renamed. */
  readonly previousPath: RepositoryPath | undefined;
  readonly previousRole: FileRole | undefined;
  /** undefined where the file did not exist. */
  readonly base: Issue | undefined;
  /** undefined where the pull request deletes the file. */
  readonly head: Issue | undefined;
  readonly changes: readonly ItemChange[];
  /** Changes that belong to no item: headings, paragraphs, comments, header. */
  readonly outside: readonly OutsideEdit[];
}

/** An item and where it stands. */
export interface PlacedItem {
  readonly item: Item;
  /** Section name of the outline, or the heading as written. */
  readonly section: string;
  readonly region: string;
}

export type ItemChange =
  | { readonly kind: 'added'; readonly after: PlacedItem }
  | { readonly kind: 'changed'; readonly before: PlacedItem; readonly after: PlacedItem }
  | { readonly kind: 'moved'; readonly before: PlacedItem; readonly after: PlacedItem }
  | { readonly kind: 'removed'; readonly before: PlacedItem };

/** A run of lines outside items that differs; white space alone is no difference. */
export interface OutsideEdit {
  readonly kind: 'added' | 'changed' | 'removed';
  /** Lines in the head, for `removed` the line where they stood; inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  readonly before: string;
  readonly after: string;
}
