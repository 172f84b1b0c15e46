import { createTwoFilesPatch } from 'diff';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';

/** Where so much is new that nobody waits for the exact difference, GitHub leaves the patch out, too. */
const MAX_EDIT_LENGTH = 3000;

/** The file with the patch that GitHub would give. */
export function addPatch(file: ChangedFile): ChangedFile {
  const { base = '', head = '' } = file;
  const whole = createTwoFilesPatch('a', 'b', base, head, '', '', { context: 3, maxEditLength: MAX_EDIT_LENGTH });
  const hunks = whole?.indexOf('\n@@ ') ?? -1;
  return { ...file, patch: hunks < 0 ? undefined : whole?.slice(hunks + 1) };
}
