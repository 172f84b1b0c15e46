import { type Outcome, succeed } from '../adapters/git/git-trouble.ts';
import type { Repository } from '../adapters/git/open-repository.ts';
import type { DraftText } from '../newsletter/changed-file.ts';
import type { RepositoryPath } from '../shared/brand.ts';

/** A file in a tree, without its text. */
export interface FileBlob {
  readonly path: RepositoryPath;
  /** git's id of its content. */
  readonly id: string;
}

/** The texts of files, in their order; one that is no text is left out. */
export async function readTexts(
  repository: Repository,
  files: readonly FileBlob[],
): Promise<Outcome<readonly DraftText[]>> {
  const texts: DraftText[] = [];
  for (const { path, id } of files) {
    const blob = await repository.readBlob(id);
    if (!blob.ok) return blob;
    if (blob.value.kind === 'text') texts.push({ path, text: blob.value.text });
  }
  return succeed(texts);
}
