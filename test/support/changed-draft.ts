import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

/** A draft before and after a change; undefined where it is not there. */
export function changedDraft(path: string, base: string | undefined, head: string | undefined): ChangedFile {
  const names = { path: toRepositoryPath(path), previousPath: undefined, previousRole: undefined };
  return { ...names, role: 'draft', base, head, patch: undefined };
}
