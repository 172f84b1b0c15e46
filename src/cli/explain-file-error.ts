import { getErrorCode } from '../adapters/error-code.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk takes no writing',
};

/** Why a file could not be read or written, in a few words. */
export function explainFileError(error: unknown): string {
  const code = getErrorCode(error) ?? String(error);
  return REASONS[code] ?? code;
}
